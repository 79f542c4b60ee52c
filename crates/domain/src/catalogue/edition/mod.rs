//! Editions (目录版本): changed lists on their way from the file to the day they hold.
//!
//! All editions of a county are one stream, so that two of them are never published over each other. The events say
//! who brought which list, published it for which day, or took it back. The changed items themselves stand in rows of
//! their own; the event carries their digest.

mod command;
mod decide;
mod event;
mod state;

pub mod refusal;

pub use command::*;
pub use decide::EditionDesk;
pub use event::*;
pub use state::*;

use crate::{
    catalogue::Item,
    id::ItemCode,
    journal::{Aggregate, Recorded},
    refusal::Refusal,
};
use serde::{Deserialize, Serialize};

/// What an edition does to one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The item.
    pub code: ItemCode,
    /// As it was; absent when it is added.
    pub before: Option<Item>,
    /// As it becomes; absent when it is removed.
    pub after: Option<Item>,
}

impl Change {
    /// Whether the item is new.
    #[must_use]
    pub fn is_added(&self) -> bool {
        self.before.is_none()
    }
    /// Whether it was and stays, otherwise.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }
    /// Whether it ends.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        self.after.is_none()
    }
    /// As stored and sent.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match (&self.before, &self.after) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        }
    }
}

impl Aggregate for Editions {
    const KIND: &'static str = "catalogue";
    type Event = EditionEvent;
    type Command = EditionCommand;
    type Desk<'a> = EditionDesk;

    fn decide(&self, command: &EditionCommand, desk: &EditionDesk) -> Result<Vec<EditionEvent>, Refusal> {
        decide::decide(self, command, desk)
    }

    fn evolve(self, event: &Recorded<EditionEvent>) -> Self {
        state::evolve(self, event)
    }
}
