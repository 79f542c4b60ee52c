//! A lead as lists show it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "lead_list")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub lead_id: Uuid,
    pub state: String,
    pub source: String,
    pub text: String,
    pub address: String,
    pub lng: Option<f64>,
    pub lat: Option<f64>,
    pub station: Option<String>,
    pub station_exact: bool,
    pub brigade: Option<String>,
    pub field: Option<String>,
    pub received_at: DateTimeUtc,
    pub verify_due_on: Option<Date>,
    pub due_order: Date,
    pub version: i64,
    pub link_id: Option<Uuid>,
    pub case_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
