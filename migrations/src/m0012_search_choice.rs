//! What officers chose after looking for an item.

use crate::columns::{big, key, make, moment, table, text};
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
            table("search_choice")
                .col(text("word"))
                .col(text("code"))
                .col(big("times"))
                .col(moment("last_at"))
                .primary_key(&mut key(&["word", "code"]))
                .take(),
        ];
        make(manager, tables, Vec::new()).await
    }
}
