//! PostgreSQL: a pool, and one transaction for each piece of work.

use super::work::{Abort, Work, alone};
use crate::error::StoreError;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use std::time::Duration;

/// Measured peak on two cores is 8 to 16.
const POOL: u32 = 16;
/// How often a lost race is run again.
const ATTEMPTS: u32 = 5;
/// Any fixed number; nodes that start together take turns at migrating under it.
const MIGRATION_LOCK: &str = "SELECT pg_advisory_lock(7023038301)";

/// Opens the pool; runs migrations first.
pub(crate) async fn open(url: &str) -> Result<DatabaseConnection, StoreError> {
    migrate(url).await?;
    let mut options = options(url);
    options.max_connections(POOL);
    Ok(Database::connect(options).await?)
}

fn options(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(30));
    options
}

/// The lock belongs to the session, so there is one connection, and closing it gives the lock back.
async fn migrate(url: &str) -> Result<(), StoreError> {
    let mut options = options(url);
    options.max_connections(1);
    let connection = Database::connect(options).await?;
    connection.execute_unprepared(MIGRATION_LOCK).await?;
    let outcome = yizhi_migrations::up(&connection).await;
    connection.close().await?;
    Ok(outcome?)
}

/// Runs the work; a race lost to another writer is run again, with what the other wrote in view.
pub(crate) async fn write<T: 'static, E: Abort>(
    connection: &DatabaseConnection,
    work: &dyn Work<T, E>,
) -> Result<T, E> {
    let mut attempt = 1;
    loop {
        match alone(connection, work).await {
            Err(abort) if attempt < ATTEMPTS && abort.fault().is_some_and(StoreError::is_conflict) => {
                tokio::time::sleep(Duration::from_millis(u64::from(attempt * attempt))).await;
                attempt += 1;
            }
            outcome => return outcome,
        }
    }
}
