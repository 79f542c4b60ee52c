//! Editions of the catalogue: a projection, and the changed items that their events point to.

use crate::columns::{day, index, key, make, maybe, moment, table, text, uuid, whole};
use sea_orm_migration::{
    MigrationTrait, SchemaManager, async_trait,
    sea_orm::{DbErr, DeriveMigrationName},
};

#[derive(DeriveMigrationName)]
pub(crate) struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table("edition_list")
                .col(uuid("edition_id"))
                .col(text("state"))
                .col(day("effective_from"))
                .col(maybe(moment("published_at")))
                .primary_key(&mut key(&["edition_id"]))
                .take(),
            table("edition_change")
                .col(uuid("edition_id"))
                .col(whole("position"))
                .col(text("kind"))
                .col(text("code"))
                .col(text("document"))
                .primary_key(&mut key(&["edition_id", "position"]))
                .take(),
        ];
        let indexes = vec![index(
            "edition_change",
            "edition_change_kind",
            &["edition_id", "kind", "position"],
        )];
        make(manager, tables, indexes).await
    }
}
