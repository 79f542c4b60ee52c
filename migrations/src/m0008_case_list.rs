//! Projections of cases: the list, who has a case in hand, running deadlines.

use crate::columns::{big, day, index, key, make, maybe, moment, table, text, uuid, whole};
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
            table("case_list")
                .col(uuid("case_id"))
                .col(maybe(text("number")))
                .col(text("stage"))
                .col(text("title"))
                .col(maybe(uuid("party_id")))
                .col(text("brigade"))
                .col(maybe(text("station")))
                .col(maybe(text("item")))
                .col(day("opened_on"))
                .col(maybe(day("filed_on")))
                .col(maybe(day("next_due_on")))
                .col(day("due_order"))
                .col(maybe(text("next_due")))
                .col(text("waiting_for"))
                .col(big("version"))
                .col(moment("updated_at"))
                .col(maybe(uuid("origin_lead")))
                .col(maybe(uuid("origin_link")))
                .primary_key(&mut key(&["case_id"]))
                .take(),
            table("case_hand")
                .col(uuid("case_id"))
                .col(text("person_id"))
                .col(whole("place"))
                .primary_key(&mut key(&["case_id", "person_id"]))
                .foreign_key(
                    ForeignKey::create()
                        .from("case_hand", "case_id")
                        .to("case_list", "case_id")
                        .on_delete(ForeignKeyAction::Cascade),
                )
                .take(),
            table("deadline")
                .col(uuid("case_id"))
                .col(text("rule"))
                .col(day("base_on"))
                .col(day("due_on"))
                .col(text("document"))
                .primary_key(&mut key(&["case_id", "rule", "base_on"]))
                .foreign_key(
                    ForeignKey::create()
                        .from("deadline", "case_id")
                        .to("case_list", "case_id")
                        .on_delete(ForeignKeyAction::Cascade),
                )
                .take(),
        ];
        let indexes = vec![
            index("case_list", "case_list_due", &["due_order", "case_id"]),
            index("case_list", "case_list_updated", &["updated_at", "case_id"]),
            index("case_list", "case_list_opened", &["opened_on", "case_id"]),
            index("case_list", "case_list_brigade", &["brigade", "stage"]),
            index("case_list", "case_list_stage", &["stage"]),
            index("case_list", "case_list_party", &["party_id"]),
            index("case_hand", "case_hand_person", &["person_id", "case_id"]),
            index("deadline", "deadline_due", &["due_on"]),
        ];
        make(manager, tables, indexes).await
    }
}
