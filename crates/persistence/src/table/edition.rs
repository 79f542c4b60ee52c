//! Editions: the changed items, and what is published.

use crate::{
    Store,
    entity::{edition_change, edition_list},
    error::StoreError,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use yizhi_domain::{
    Day,
    catalogue::edition::{Change, EditionState},
    id::{EditionId, ItemCode},
};

/// Rows of one insert.
const CHUNK: usize = 1000;

/// The changes of one published edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedChanges {
    /// The edition.
    pub edition: EditionId,
    /// First day it holds.
    pub effective_from: Day,
    /// What it changes.
    pub changes: Vec<Change>,
}

impl Store {
    /// The changes of every published edition, in the order in which they begin to hold.
    pub async fn published_changes(&self) -> Result<Vec<PublishedChanges>, StoreError> {
        let editions = edition_list::Entity::find()
            .filter(edition_list::Column::State.eq(EditionState::Published.key()))
            .order_by_asc(edition_list::Column::EffectiveFrom)
            .order_by_asc(edition_list::Column::PublishedAt)
            .all(self.reader())
            .await?;
        let mut all = Vec::new();
        for row in editions {
            let edition = EditionId(row.edition_id);
            all.push(PublishedChanges {
                edition,
                effective_from: row.effective_from,
                changes: self
                    .edition_changes(edition, None, 0, u64::MAX)
                    .await?
                    .into_iter()
                    .map(|(_, change)| change)
                    .collect(),
            });
        }
        Ok(all)
    }

    /// The items that an edition changes or removes.
    pub async fn touched_codes(&self, edition: EditionId) -> Result<Vec<ItemCode>, StoreError> {
        let codes: Vec<String> = edition_change::Entity::find()
            .select_only()
            .column(edition_change::Column::Code)
            .filter(edition_change::Column::EditionId.eq(edition.0))
            .filter(edition_change::Column::Kind.ne("added"))
            .order_by_asc(edition_change::Column::Position)
            .into_tuple()
            .all(self.reader())
            .await?;
        let code = |code: String| {
            ItemCode::try_new(&code).map_err(|error| StoreError::inconsistent("edition_change", &code, error))
        };
        codes.into_iter().map(code).collect()
    }

    /// Changes of an edition from a position on, at most so many, of one kind (`added`, `changed`, `removed`) or all.
    pub async fn edition_changes(
        &self,
        edition: EditionId,
        kind: Option<&str>,
        from: i32,
        limit: u64,
    ) -> Result<Vec<(i32, Change)>, StoreError> {
        let mut rows = edition_change::Entity::find()
            .filter(edition_change::Column::EditionId.eq(edition.0))
            .filter(edition_change::Column::Position.gte(from))
            .order_by_asc(edition_change::Column::Position);
        if let Some(kind) = kind {
            rows = rows.filter(edition_change::Column::Kind.eq(kind));
        }
        if limit < u64::MAX {
            rows = rows.limit(limit);
        }
        let rows = rows.all(self.reader()).await?;
        rows.into_iter()
            .map(|row| {
                let change = serde_json::from_str(&row.document);
                let change =
                    change.map_err(|error| StoreError::inconsistent("edition_change", &row.code, error))?;
                Ok((row.position, change))
            })
            .collect()
    }
}

/// Inserts the changes. `false` when the edition has other ones already.
pub(crate) async fn insert(
    tx: &impl ConnectionTrait,
    edition: EditionId,
    changes: &[Change],
) -> Result<bool, StoreError> {
    let rows = (0..)
        .zip(changes)
        .map(|(position, change)| {
            let document = serde_json::to_string(change);
            Ok(edition_change::Model {
                edition_id: edition.0,
                position,
                kind: change.kind().to_owned(),
                code: change.code.to_string(),
                document: document
                    .map_err(|error| StoreError::inconsistent("edition_change", &change.code, error))?,
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    let there = edition_change::Entity::find()
        .filter(edition_change::Column::EditionId.eq(edition.0))
        .order_by_asc(edition_change::Column::Position)
        .all(tx)
        .await?;
    if !there.is_empty() {
        return Ok(there == rows);
    }
    let mut rows = rows.into_iter().map(edition_change::ActiveModel::from).peekable();
    while rows.peek().is_some() {
        let chunk: Vec<edition_change::ActiveModel> = rows.by_ref().take(CHUNK).collect();
        edition_change::Entity::insert_many(chunk)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(true)
}
