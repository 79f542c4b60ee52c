//! Projections of leads: the list, and who has a lead in hand.

use crate::columns::{big, day, index, key, make, maybe, moment, number, table, text, uuid, whole, yes};
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
            table("lead_list")
                .col(uuid("lead_id"))
                .col(text("state"))
                .col(text("source"))
                .col(text("text"))
                .col(text("address"))
                .col(maybe(number("lng")))
                .col(maybe(number("lat")))
                .col(maybe(text("station")))
                .col(yes("station_exact"))
                .col(maybe(text("brigade")))
                .col(maybe(text("field")))
                .col(moment("received_at"))
                .col(maybe(day("verify_due_on")))
                .col(day("due_order"))
                .col(big("version"))
                .col(maybe(uuid("link_id")))
                .col(maybe(uuid("case_id")))
                .primary_key(&mut key(&["lead_id"]))
                .take(),
            table("lead_hand")
                .col(uuid("lead_id"))
                .col(text("person_id"))
                .col(whole("place"))
                .primary_key(&mut key(&["lead_id", "person_id"]))
                .foreign_key(
                    ForeignKey::create()
                        .from("lead_hand", "lead_id")
                        .to("lead_list", "lead_id")
                        .on_delete(ForeignKeyAction::Cascade),
                )
                .take(),
        ];
        let indexes = vec![
            index("lead_list", "lead_list_received", &["received_at", "lead_id"]),
            index("lead_list", "lead_list_due", &["due_order", "lead_id"]),
            index("lead_list", "lead_list_brigade", &["brigade", "state"]),
            index("lead_list", "lead_list_station", &["station", "state"]),
            index("lead_hand", "lead_hand_person", &["person_id", "lead_id"]),
        ];
        make(manager, tables, indexes).await
    }
}
