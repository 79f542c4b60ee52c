//! What a person is told: reminders and news, each once.

use crate::columns::{day, index, key, make, maybe, moment, table, text, uuid};
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
            table("inbox")
                .col(uuid("id"))
                .col(text("person_id"))
                .col(text("kind"))
                .col(text("subject_kind"))
                .col(uuid("subject_id"))
                .col(text("text_code"))
                .col(text("params"))
                .col(maybe(day("due_on")))
                .col(moment("created_at"))
                .col(maybe(moment("read_at")))
                .col(text("once_key"))
                .primary_key(&mut key(&["id"]))
                .take(),
        ];
        let indexes = vec![
            index("inbox", "inbox_once", &["person_id", "once_key"])
                .unique()
                .take(),
            index("inbox", "inbox_person", &["person_id", "created_at", "id"]),
        ];
        make(manager, tables, indexes).await
    }
}
