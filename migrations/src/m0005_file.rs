//! What is known of stored bytes; the bytes themselves lie in a folder.

use crate::columns::{big, key, make, moment, table, text, uuid};
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
            table("file")
                .col(uuid("id"))
                .col(text("name"))
                .col(text("media_type"))
                .col(big("size"))
                .col(text("sm3"))
                .col(text("stored_by"))
                .col(moment("stored_at"))
                .primary_key(&mut key(&["id"]))
                .take(),
        ];
        make(manager, tables, Vec::new()).await
    }
}
