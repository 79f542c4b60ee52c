//! Who may come in, who is in, and who looked at what.

use crate::columns::{counted, index, key, make, moment, table, text, yes};
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
            table("account")
                .col(text("login"))
                .col(text("person_id"))
                .col(text("password_hash"))
                .col(yes("disabled"))
                .primary_key(&mut key(&["login"]))
                .take(),
            table("session")
                .col(text("token_hash"))
                .col(text("person_id"))
                .col(moment("created_at"))
                .col(moment("last_seen_at"))
                .col(moment("expires_at"))
                .primary_key(&mut key(&["token_hash"]))
                .take(),
            table("access_log")
                .col(counted("id"))
                .col(moment("at"))
                .col(text("actor"))
                .col(text("act"))
                .col(text("subject"))
                .col(text("outcome"))
                .take(),
        ];
        let indexes = vec![
            index("session", "session_person", &["person_id"]),
            index("session", "session_expiry", &["expires_at"]),
            index("access_log", "access_log_subject", &["subject", "id"]),
        ];
        make(manager, tables, indexes).await
    }
}
