//! Scheduled jobs: who runs one now, and how the runs went.

use crate::columns::{counted, index, key, make, maybe, moment, table, text};
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
            table("job_lease")
                .col(text("name"))
                .col(text("holder"))
                .col(moment("held_until"))
                .primary_key(&mut key(&["name"]))
                .take(),
            table("job_run")
                .col(counted("id"))
                .col(text("name"))
                .col(moment("started_at"))
                .col(maybe(moment("finished_at")))
                .col(maybe(text("outcome")))
                .take(),
        ];
        let indexes = vec![index("job_run", "job_run_name", &["name", "id"])];
        make(manager, tables, indexes).await
    }
}
