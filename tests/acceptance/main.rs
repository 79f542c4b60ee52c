//! The acceptance tests: one story a file, told over HTTP, on SQLite and on PostgreSQL.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test and its helpers stop at the first surprise"
)]

mod api_shape;
mod catalogue;
mod county;
mod crash;
mod editions;
mod inbox;
mod lawless;
mod locales;
mod one_case;
mod rebuild;
mod relevance;
mod rights;
