//! What an edition may be asked to do.

use crate::{id::EditionId, text::Prose};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A command to the editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditionCommand {
    /// A list was read and compared; nothing holds yet.
    Prepare(Box<Prepare>),
    /// Publish one, or take it back.
    Act(EditionId, EditionAct),
}

/// A list that was read and compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepare {
    /// Its id.
    pub edition: EditionId,
    /// Name of the file.
    pub file_name: String,
    /// SM3 of its bytes, hex.
    pub file_sm3: String,
    /// SM3 of the changes as kept, hex.
    pub changes_sm3: String,
    /// Whether the file is the whole list: what it leaves out is removed.
    pub whole: bool,
    /// First day it is to hold.
    pub effective_from: NaiveDate,
    /// Revision of the catalogue it was compared with.
    pub base: u64,
    /// How many items are added.
    pub added: u64,
    /// How many are changed.
    pub changed: u64,
    /// How many are removed.
    pub removed: u64,
}

/// What a supervisor may do with a prepared edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum EditionAct {
    /// Publish it: it holds from its day on.
    Publish(Publish),
    /// Take it back, before its day.
    Withdraw(Withdraw),
}

/// Publishing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// On what it rests: the approval of the list by the government (浙江省综合行政执法条例 Art. 7).
    #[schema(value_type = String)]
    pub basis: Prose,
}

/// Taking back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// Why.
    #[schema(value_type = String)]
    pub reason: Prose,
}
