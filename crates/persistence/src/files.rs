//! Stored bytes: photos, recordings, scans. Written once under their id, never changed.

use crate::{error::StoreError, journal::chain::hex};
use sm3::{Digest, Sm3};
use std::{
    fs::{self, File},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};
use yizhi_domain::id::FileId;

/// A folder of stored files.
#[derive(Debug, Clone)]
pub struct Files {
    folder: PathBuf,
}

/// What was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBytes {
    /// How many bytes.
    pub size: u64,
    /// SM3 of them, hex.
    pub sm3: String,
}

impl Files {
    /// Opens the folder; makes it when it is not there.
    pub async fn open(folder: impl Into<PathBuf>) -> Result<Self, StoreError> {
        let folder = folder.into();
        blocking(move || {
            fs::create_dir_all(&folder).map_err(|error| StoreError::disk(&folder, error))?;
            Ok(Self { folder })
        })
        .await
    }

    /// Stores bytes under an id and answers when they are on disk. The same bytes again are no harm; other
    /// bytes under an id that is taken are [`StoreError::Inconsistent`].
    pub async fn put(&self, id: FileId, bytes: &[u8]) -> Result<StoredBytes, StoreError> {
        let (path, bytes) = (self.path(id), bytes.to_vec());
        blocking(move || put(id, &path, &bytes)).await
    }

    /// The bytes of an id, if they are there. They must still be the ones that were stored.
    pub async fn get(&self, id: FileId, sm3: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let (path, sm3) = (self.path(id), sm3.to_owned());
        blocking(move || match fs::read(&path) {
            Ok(bytes) if hash(&bytes) == sm3 => Ok(Some(bytes)),
            Ok(_) => Err(StoreError::inconsistent(
                "file",
                id,
                "the bytes are not the ones that were stored",
            )),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::disk(&path, error)),
        })
        .await
    }

    /// Ids begin with the time, so the last two digits spread files evenly over folders.
    fn path(&self, id: FileId) -> PathBuf {
        let name = id.to_string();
        let shard: String = name
            .chars()
            .skip(name.chars().count().saturating_sub(2))
            .collect();
        self.folder.join(shard).join(name)
    }
}

fn put(id: FileId, path: &Path, bytes: &[u8]) -> Result<StoredBytes, StoreError> {
    let at = |error| StoreError::disk(path, error);
    let stored = StoredBytes {
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        sm3: hash(bytes),
    };
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(at)?;
    let mut temporary = tempfile::Builder::new()
        .prefix(".new-")
        .tempfile_in(folder)
        .map_err(at)?;
    temporary.write_all(bytes).map_err(at)?;
    temporary.as_file().sync_all().map_err(at)?;
    match temporary.persist_noclobber(path) {
        Ok(_file) => {
            // The name is on disk only when its folder is.
            File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(at)?;
            Ok(stored)
        }
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {
            let there = hash(&fs::read(path).map_err(at)?);
            if there == stored.sm3 {
                Ok(stored)
            } else {
                Err(StoreError::inconsistent(
                    "file",
                    id,
                    "other bytes were stored under this id before",
                ))
            }
        }
        Err(error) => Err(at(error.error)),
    }
}

/// SM3 of bytes, hex.
fn hash(bytes: &[u8]) -> String {
    hex(&Sm3::digest(bytes))
}

/// Disks make a thread wait, so a thread that may wait does it.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(StoreError::Panicked(error.to_string())),
    }
}
