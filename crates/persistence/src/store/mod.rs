//! The open database.

mod postgres;
mod sqlite;
pub(crate) mod work;
mod writer;

use crate::error::StoreError;
use sea_orm::{DatabaseConnection, DatabaseTransaction};
use std::sync::Arc;
use tempfile::TempDir;
use work::{Abort, Doing};
use writer::Writer;

/// What is kept. Cheap to clone; every clone is the same store.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Engine,
    readers: DatabaseConnection,
    /// Keeps the folder of a database for tests alive.
    _folder: Option<TempDir>,
}

enum Engine {
    Sqlite(Writer),
    Postgres,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let engine = match self.inner.engine {
            Engine::Sqlite(_) => "SQLite",
            Engine::Postgres => "PostgreSQL",
        };
        f.debug_struct("Store")
            .field("engine", &engine)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Opens `sqlite:path?mode=rwc`, `sqlite::memory:` (a temporary file, for tests) or `postgres://…`, and
    /// brings the schema up to this version.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let inner = if url.starts_with("sqlite:") {
            let sqlite::Opened {
                writer,
                readers,
                folder,
            } = sqlite::open(url).await?;
            Inner {
                engine: Engine::Sqlite(writer),
                readers,
                _folder: folder,
            }
        } else {
            Inner {
                engine: Engine::Postgres,
                readers: postgres::open(url).await?,
                _folder: None,
            }
        };
        Ok(Self {
            inner: Arc::new(inner),
        })
    }

    /// Finishes what was begun and lets go of the database. Later calls answer [`StoreError::Closed`] or a
    /// fault of the driver.
    pub async fn close(&self) -> Result<(), StoreError> {
        if let Engine::Sqlite(writer) = &self.inner.engine {
            writer.close().await;
        }
        Ok(self.inner.readers.close_by_ref().await?)
    }

    /// For reading only.
    pub(crate) fn reader(&self) -> &DatabaseConnection {
        &self.inner.readers
    }

    /// Runs the work in a transaction: all of it is kept, or nothing.
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: Abort,
        F: for<'a> Fn(&'a DatabaseTransaction) -> Doing<'a, T, E> + Send + Sync + 'static,
    {
        match &self.inner.engine {
            Engine::Sqlite(writer) => writer.write(work).await,
            Engine::Postgres => postgres::write(&self.inner.readers, &work).await,
        }
    }
}
