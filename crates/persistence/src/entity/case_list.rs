//! A case as lists show it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_list")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    pub number: Option<String>,
    pub stage: String,
    pub title: String,
    pub party_id: Option<Uuid>,
    pub brigade: String,
    pub station: Option<String>,
    pub item: Option<String>,
    pub opened_on: Date,
    pub filed_on: Option<Date>,
    pub next_due_on: Option<Date>,
    pub due_order: Date,
    pub next_due: Option<String>,
    pub waiting_for: String,
    pub version: i64,
    pub updated_at: DateTimeUtc,
    pub origin_lead: Option<Uuid>,
    pub origin_link: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
