//! What can go wrong here that is nobody's decision: the driver, the disk, or data that contradicts itself.

use sea_orm::{DbErr, RuntimeErr, SqlErr, sqlx};
use std::{path::Path, sync::Arc};

/// A fault of keeping. A rule that says no is a [`yizhi_domain::refusal::Refusal`], never this.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// The database or the way to it failed; trying again may help.
    #[error("the database failed: {0}")]
    Driver(#[from] DriverError),
    /// What is kept contradicts itself; trying again will not help, somebody must look.
    #[error("the data contradicts itself in table {table}, row {key}: {says}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The row.
        key: String,
        /// The contradiction.
        says: String,
    },
    /// The folder of stored files failed.
    #[error("the file store failed at {path}: {source}")]
    Disk {
        /// Where.
        path: String,
        /// How.
        source: Arc<std::io::Error>,
    },
    /// The code that was running panicked; nothing of it was kept.
    #[error("the work panicked and was undone: {0}")]
    Panicked(String),
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
    /// The key of a page was not made by this list.
    #[error("list.bad_key: the key of the page was not made by this list")]
    BadPageKey,
}

/// A fault of the driver; what it is made of is this crate's own business.
#[derive(Debug, Clone, thiserror::Error)]
#[error(transparent)]
pub struct DriverError(DbErr);

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        Self::Driver(DriverError(error))
    }
}

impl StoreError {
    /// Data that contradicts itself.
    pub(crate) fn inconsistent(table: &'static str, key: impl ToString, says: impl ToString) -> Self {
        Self::Inconsistent {
            table,
            key: key.to_string(),
            says: says.to_string(),
        }
    }

    pub(crate) fn disk(path: &Path, source: std::io::Error) -> Self {
        Self::Disk {
            path: path.display().to_string(),
            source: Arc::new(source),
        }
    }

    /// Whether another writer was faster, so that the same work may succeed when done again.
    pub(crate) fn is_conflict(&self) -> bool {
        let Self::Driver(DriverError(error)) = self else {
            return false;
        };
        if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) {
            return true;
        }
        // Serialisation failure and deadlock, in the words of PostgreSQL.
        sql_state(error).is_some_and(|state| state == "40001" || state == "40P01")
    }

    /// Whether the transaction around the work can no longer be trusted. A broken constraint undoes one
    /// statement only; of everything else (disk full, connection lost) we assume the worst.
    pub(crate) fn breaks_transaction(&self) -> bool {
        match self {
            Self::Driver(DriverError(error)) => error.sql_err().is_none(),
            _ => false,
        }
    }
}

fn sql_state(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))
    | DbErr::Conn(RuntimeErr::SqlxError(error))) = error
    else {
        return None;
    };
    match error.as_ref() {
        sqlx::Error::Database(error) => error.code().map(std::borrow::Cow::into_owned),
        _ => None,
    }
}
