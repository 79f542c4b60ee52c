//! Plain tables: what is looked up and changed in place, because no law asks for its history.

pub(crate) mod access_log;
pub(crate) mod account;
pub(crate) mod edition;
pub(crate) mod file;
pub(crate) mod inbox;
pub(crate) mod job;
pub(crate) mod party;
pub(crate) mod reference;
pub(crate) mod search_choice;
pub(crate) mod session;
pub(crate) mod setting;

use crate::error::StoreError;
use yizhi_domain::id::PersonId;

/// A person's id out of a row.
fn person(table: &'static str, id: &str) -> Result<PersonId, StoreError> {
    PersonId::try_new(id).map_err(|error| StoreError::inconsistent(table, id, error))
}
