//! A link as lists show it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link_list")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub link_id: Uuid,
    pub state: String,
    pub department: String,
    pub party_name: String,
    pub text: String,
    pub urgent: bool,
    pub referred_at: DateTimeUtc,
    pub due_on: Option<Date>,
    pub due_order: Date,
    pub lead_id: Option<Uuid>,
    pub case_id: Option<Uuid>,
    pub brigade: Option<String>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
