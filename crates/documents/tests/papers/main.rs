//! The papers as a reader sees them.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop at the first surprise"
)]

mod look;
mod pages;
mod stage;
mod void;
