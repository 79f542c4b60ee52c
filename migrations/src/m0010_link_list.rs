//! Projection of links between approval, supervision and enforcement.

use crate::columns::{big, day, index, key, make, maybe, moment, table, text, uuid, yes};
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
            table("link_list")
                .col(uuid("link_id"))
                .col(text("state"))
                .col(text("department"))
                .col(text("party_name"))
                .col(text("text"))
                .col(yes("urgent"))
                .col(moment("referred_at"))
                .col(maybe(day("due_on")))
                .col(day("due_order"))
                .col(maybe(uuid("lead_id")))
                .col(maybe(uuid("case_id")))
                .col(maybe(text("brigade")))
                .col(big("version"))
                .primary_key(&mut key(&["link_id"]))
                .take(),
        ];
        let indexes = vec![
            index("link_list", "link_list_referred", &["referred_at", "link_id"]),
            index("link_list", "link_list_due", &["due_order", "link_id"]),
            index("link_list", "link_list_department", &["department", "state"]),
            index("link_list", "link_list_brigade", &["brigade", "state"]),
        ];
        make(manager, tables, indexes).await
    }
}
