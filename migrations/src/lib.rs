//! The schema of the database, one step a file, forward only. README.md says how to add a step.

use sea_orm_migration::{
    MigrationTrait, MigratorTrait, async_trait,
    sea_orm::{DatabaseConnection, DbErr},
};

mod columns;
mod m0001_journal;
mod m0002_reference;
mod m0003_access;
mod m0004_party;
mod m0005_file;
mod m0006_inbox;
mod m0007_job;
mod m0008_case_list;
mod m0009_lead_list;
mod m0010_link_list;
mod m0011_edition;
mod m0012_search_choice;

/// Brings the database to the schema of this version of the program.
pub async fn up(connection: &DatabaseConnection) -> Result<(), DbErr> {
    Migrator::up(connection, None).await
}

/// The steps, in order.
#[derive(Debug, Clone, Copy)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_journal::Step),
            Box::new(m0002_reference::Step),
            Box::new(m0003_access::Step),
            Box::new(m0004_party::Step),
            Box::new(m0005_file::Step),
            Box::new(m0006_inbox::Step),
            Box::new(m0007_job::Step),
            Box::new(m0008_case_list::Step),
            Box::new(m0009_lead_list::Step),
            Box::new(m0010_link_list::Step),
            Box::new(m0011_edition::Step),
            Box::new(m0012_search_choice::Step),
        ]
    }
}
