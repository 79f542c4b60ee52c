//! The store as its callers see it, on SQLite and, when `YIZHI_TEST_POSTGRES` names a server, on
//! PostgreSQL too.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test and its helpers stop at the first surprise"
)]

mod files;
mod journal;
mod lists;
mod many_at_once;
mod rebuild;
mod support;
mod tables;
