//! What is kept: the journal, its projections, plain tables, files.
//!
//! Invariant: SeaORM is named in this crate and in `migrations` only. Entities are private; what comes out
//! are values of the domain. Times and ids come in as values.

mod entity;
mod error;
mod files;
mod journal;
pub mod projection;
mod store;
mod table;
mod time;

pub use error::{DriverError, StoreError};
pub use files::{Files, StoredBytes};
pub use store::Store;

pub use journal::{
    StoredEvent, chain,
    execute::{Decide, Done, ExecuteError, ID_REUSED, Series, Submission},
    outbox::Undelivered,
    page::JournalFilter,
    side_row::{ID_TAKEN, PartyRow, Reporter, SideRow},
};
pub use projection::{
    case_list::{CaseFilter, CaseListRow, CaseSort, RunningDeadline},
    lead_list::{LeadFilter, LeadListRow, LeadSort},
    link_list::{LinkFilter, LinkListRow, LinkSort},
    page::Page,
};
pub use table::{
    access_log::{Access, LoggedAccess},
    account::Account,
    edition::PublishedChanges,
    file::FileRow,
    inbox::Notice,
    job::JobRun,
    search_choice::SearchChoice,
    session::Session,
};
