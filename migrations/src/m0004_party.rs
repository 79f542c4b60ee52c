//! Personal data, apart from the journal so that erasure by law leaves the chain whole.

use crate::columns::{index, key, make, maybe, table, text, uuid};
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
            table("party")
                .col(uuid("id"))
                .col(text("kind"))
                .col(text("name"))
                .col(text("code"))
                .col(maybe(text("representative")))
                .col(text("address"))
                .col(maybe(text("phone")))
                .col(text("salt"))
                .primary_key(&mut key(&["id"]))
                .take(),
            table("informant")
                .col(uuid("lead_id"))
                .col(maybe(text("name")))
                .col(maybe(text("phone")))
                .primary_key(&mut key(&["lead_id"]))
                .take(),
        ];
        let indexes = vec![index("party", "party_code", &["code"])];
        make(manager, tables, indexes).await
    }
}
