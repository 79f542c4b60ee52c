//! What happened to an edition.

use super::command::Prepare;
use crate::{id::EditionId, text::Prose};
use serde::{Deserialize, Serialize};

/// An event of the editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each field says what the field of its command says")]
pub enum EditionEvent {
    /// A list was read and compared.
    EditionPrepared {
        #[serde(flatten)]
        prepared: Prepare,
    },
    /// It was published.
    EditionPublished { edition: EditionId, basis: Prose },
    /// It was taken back before its day.
    EditionWithdrawn { edition: EditionId, reason: Prose },
}
