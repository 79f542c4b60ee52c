//! Reference data of the county as documents, and settings of this installation.

use crate::columns::{index, key, make, table, text, whole};
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
            table("reference")
                .col(text("kind"))
                .col(text("code"))
                .col(whole("position"))
                .col(text("document"))
                .primary_key(&mut key(&["kind", "code"]))
                .take(),
            table("setting")
                .col(text("key"))
                .col(text("value"))
                .primary_key(&mut key(&["key"]))
                .take(),
        ];
        let indexes = vec![index("reference", "reference_position", &["kind", "position"])];
        make(manager, tables, indexes).await
    }
}
