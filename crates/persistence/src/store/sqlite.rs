//! SQLite: one connection that writes, and a pool that reads.

use super::writer::Writer;
use crate::error::StoreError;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use std::time::Duration;
use tempfile::TempDir;

/// Readers never wait for the writer in WAL mode; a few are enough for one machine.
const READERS: u32 = 8;

/// Both ends of an open SQLite database.
pub(crate) struct Opened {
    pub(crate) writer: Writer,
    pub(crate) readers: DatabaseConnection,
    pub(crate) folder: Option<TempDir>,
}

/// Opens the database; runs migrations first. A database in memory cannot be shared by a writer and
/// readers, so it becomes a file in a folder that goes away with the store.
pub(crate) async fn open(url: &str) -> Result<Opened, StoreError> {
    let folder = if url.contains(":memory:") || url.contains("mode=memory") {
        Some(TempDir::new().map_err(|error| StoreError::disk(&std::env::temp_dir(), error))?)
    } else {
        None
    };
    let url = match &folder {
        Some(folder) => format!("sqlite:{}?mode=rwc", folder.path().join("yizhi.sqlite").display()),
        None => url.to_owned(),
    };
    let writing = writing(&url).await?;
    yizhi_migrations::up(&writing).await?;
    // A reader that writes would break the rule of one writer; SQLite itself refuses it.
    let readers = Database::connect(options(&url, READERS, |options| {
        options.pragma("query_only", "ON")
    }))
    .await?;
    Ok(Opened {
        writer: Writer::start(url, writing),
        readers,
        folder,
    })
}

/// The connection that writes.
pub(super) async fn writing(url: &str) -> Result<DatabaseConnection, StoreError> {
    Ok(Database::connect(options(url, 1, |options| options)).await?)
}

fn options(
    url: &str,
    connections: u32,
    more: impl Fn(SqliteConnectOptions) -> SqliteConnectOptions + Send + Sync + 'static,
) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(30))
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .map_sqlx_sqlite_opts(move |sqlite| {
            more(
                sqlite
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .busy_timeout(Duration::from_secs(20))
                    .foreign_keys(true),
            )
        });
    options
}
