//! The journal: events, the commands that made them, what is still to be passed on, and document numbers.

use crate::columns::{big, counted, index, key, make, maybe, moment, table, text, uuid, whole};
use sea_orm_migration::{
    MigrationTrait, SchemaManager, async_trait,
    sea_orm::{
        DbErr, DeriveMigrationName,
        sea_query::{ForeignKey, ForeignKeyAction},
    },
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
            table("event")
                .col(counted("position"))
                .col(text("stream_kind"))
                .col(uuid("stream_id"))
                .col(big("version"))
                .col(uuid("command_id"))
                .col(text("event_type"))
                .col(text("payload"))
                .col(text("actor"))
                .col(moment("at"))
                .col(text("prev_hash"))
                .col(text("hash"))
                .take(),
            table("command")
                .col(uuid("command_id"))
                .col(text("stream_kind"))
                .col(uuid("stream_id"))
                .col(big("version"))
                .col(text("digest"))
                .primary_key(&mut key(&["command_id"]))
                .take(),
            table("outbox")
                .col(big("position"))
                .col(text("stream_kind"))
                .col(uuid("stream_id"))
                .col(maybe(moment("delivered_at")))
                .col(whole("attempts"))
                .col(maybe(moment("next_try_at")))
                .col(maybe(text("last_error")))
                .primary_key(&mut key(&["position"]))
                .foreign_key(
                    ForeignKey::create()
                        .from("outbox", "position")
                        .to("event", "position")
                        .on_delete(ForeignKeyAction::Cascade),
                )
                .take(),
            table("number_series")
                .col(text("word"))
                .col(whole("year"))
                .col(big("last"))
                .primary_key(&mut key(&["word", "year"]))
                .take(),
        ];
        let indexes = vec![
            index(
                "event",
                "event_stream_version",
                &["stream_kind", "stream_id", "version"],
            )
            .unique()
            .take(),
            index("event", "event_kind_position", &["stream_kind", "position"]),
            index("outbox", "outbox_pending", &["delivered_at", "position"]),
            index(
                "outbox",
                "outbox_stream",
                &["stream_kind", "stream_id", "delivered_at", "position"],
            ),
        ];
        make(manager, tables, indexes).await
    }
}
