//! The state of the editions.

use super::{command::Prepare, event::EditionEvent};
use crate::{
    Moment,
    id::{EditionId, PersonId},
    journal::Recorded,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Where an edition stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EditionState {
    /// Compared, not published.
    #[default]
    Prepared,
    /// Published; it holds from its day on.
    Published,
    /// Taken back before its day.
    Withdrawn,
}

impl EditionState {
    /// As stored and sent.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Moment,
    /// On what it rests, or why.
    pub says: String,
}

/// An edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Where it stands.
    pub state: EditionState,
    /// What was compared.
    pub prepared: Prepare,
    /// Who brought the file, and when.
    pub prepared_by: Mark,
    /// Its publication.
    pub published: Option<Mark>,
    /// Its withdrawal.
    pub withdrawn: Option<Mark>,
}

/// All editions of the county. The default value is a catalogue that never changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Editions {
    /// Version of the stream.
    pub version: u64,
    /// How often an edition was published or taken back.
    pub revision: u64,
    /// The editions, by id.
    pub editions: BTreeMap<EditionId, Edition>,
}

pub(super) fn evolve(mut all: Editions, recorded: &Recorded<EditionEvent>) -> Editions {
    all.version = recorded.version;
    let mark = |says: &str| Mark {
        by: recorded.actor.clone(),
        at: recorded.at,
        says: says.to_owned(),
    };
    match &recorded.event {
        EditionEvent::EditionPrepared { prepared } => {
            let edition = Edition {
                state: EditionState::Prepared,
                prepared_by: mark(&prepared.file_name),
                prepared: prepared.clone(),
                published: None,
                withdrawn: None,
            };
            all.editions.insert(prepared.edition, edition);
        }
        EditionEvent::EditionPublished { edition, basis } => {
            all.revision += 1;
            if let Some(edition) = all.editions.get_mut(edition) {
                edition.state = EditionState::Published;
                edition.published = Some(mark(&basis.to_string()));
            }
        }
        EditionEvent::EditionWithdrawn { edition, reason } => {
            all.revision += 1;
            if let Some(edition) = all.editions.get_mut(edition) {
                edition.state = EditionState::Withdrawn;
                edition.withdrawn = Some(mark(&reason.to_string()));
            }
        }
    }
    all
}
