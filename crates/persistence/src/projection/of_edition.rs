//! The rows of the editions.

use super::{Head, Projected, Rows};
use crate::{entity::edition_list, error::StoreError, time};
use sea_orm::{ConnectionTrait, EntityTrait, sea_query::OnConflict};
use yizhi_domain::{Day, Moment, catalogue::edition::Editions, id::EditionId};

/// An edition as kept for reading the catalogue at the start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionRow {
    /// The edition.
    pub edition: EditionId,
    /// Where it stands, as spelled when stored.
    pub state: &'static str,
    /// First day it holds.
    pub effective_from: Day,
    /// When it was published.
    pub published_at: Option<Moment>,
}

impl Projected for Editions {
    fn rows(&self, _head: &Head) -> Rows {
        let row = |(id, edition): (&EditionId, &yizhi_domain::catalogue::edition::Edition)| EditionRow {
            edition: *id,
            state: edition.state.key(),
            effective_from: edition.prepared.effective_from,
            published_at: edition.published.as_ref().map(|mark| mark.at),
        };
        Rows::Editions(self.editions.iter().map(row).collect())
    }
}

/// Writes the rows in place of the ones there were.
pub(super) async fn write(tx: &impl ConnectionTrait, rows: &[EditionRow]) -> Result<(), StoreError> {
    for row in rows {
        let model = edition_list::Model {
            edition_id: row.edition.0,
            state: row.state.to_owned(),
            effective_from: row.effective_from,
            published_at: row.published_at.map(time::kept),
        };
        edition_list::Entity::insert(edition_list::ActiveModel::from(model))
            .on_conflict(
                OnConflict::column(edition_list::Column::EditionId)
                    .update_columns(<edition_list::Column as sea_orm::Iterable>::iter())
                    .to_owned(),
            )
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
