//! What is known of stored files; the bytes are with [`crate::Files`].

use super::person;
use crate::{Store, entity::file, error::StoreError, time};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use yizhi_domain::{
    Moment,
    id::{FileId, PersonId},
};

/// A stored file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// Id.
    pub id: FileId,
    /// Name as given.
    pub name: String,
    /// Media type as found from the bytes.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    /// SM3 of the bytes, hex.
    pub sm3: String,
    /// Who stored it.
    pub stored_by: PersonId,
    /// When.
    pub stored_at: Moment,
}

impl Store {
    /// Keeps what is known of a file, once. Answers what is kept: the row of the first time, so that
    /// sending a file twice is no harm and a caller sees when the id stands for other bytes.
    pub async fn add_file(&self, row: &FileRow) -> Result<FileRow, StoreError> {
        let size =
            i64::try_from(row.size).map_err(|error| StoreError::inconsistent("file", row.id, error))?;
        let row = file::Model {
            id: row.id.0,
            name: row.name.clone(),
            media_type: row.media_type.clone(),
            size,
            sm3: row.sm3.clone(),
            stored_by: row.stored_by.to_string(),
            stored_at: time::kept(row.stored_at),
        };
        let kept = self
            .write(move |tx| {
                let row = row.clone();
                Box::pin(async move {
                    if let Some(there) = file::Entity::find_by_id(row.id).one(tx).await? {
                        return Ok(there);
                    }
                    file::Entity::insert(file::ActiveModel::from(row.clone()))
                        .exec_without_returning(tx)
                        .await?;
                    Ok::<_, StoreError>(row)
                })
            })
            .await?;
        read(kept)
    }

    /// What is known of a file.
    pub async fn file(&self, id: FileId) -> Result<Option<FileRow>, StoreError> {
        file::Entity::find_by_id(id.0)
            .one(self.reader())
            .await?
            .map(read)
            .transpose()
    }

    /// What is known of several files, in order of id; unknown ones are left out.
    pub async fn files(&self, ids: &[FileId]) -> Result<Vec<FileRow>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let rows = file::Entity::find()
            .filter(file::Column::Id.is_in(ids.iter().map(|id| id.0)))
            .order_by_asc(file::Column::Id)
            .all(self.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }
}

fn read(row: file::Model) -> Result<FileRow, StoreError> {
    Ok(FileRow {
        size: u64::try_from(row.size).map_err(|error| StoreError::inconsistent("file", row.id, error))?,
        stored_by: person("file", &row.stored_by)?,
        stored_at: time::shown(row.stored_at),
        id: FileId(row.id),
        name: row.name,
        media_type: row.media_type,
        sm3: row.sm3,
    })
}
