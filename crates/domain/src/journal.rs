//! What an aggregate is: a state that is the fold of its events, and a pure decision.

use crate::refusal::Refusal;
use serde::{Serialize, de::DeserializeOwned};

/// A thing whose record is its journal (全过程记录, 处罚法 Art. 47): a case, a lead, a link.
pub trait Aggregate: Default + Clone + Send + Sync + 'static {
    /// The kind of stream, as stored: `case`, `lead`, `link`.
    const KIND: &'static str;
    /// What may happen to it. What was once written stays readable.
    type Event: Serialize + DeserializeOwned + Clone + Send + Sync + 'static;
    /// What it may be asked to do.
    type Command: Send + Sync + 'static;
    /// What must be on the desk to decide: the moment, who acts, the rules, the people.
    type Desk<'a>;

    /// Answers a command with events or a refusal. Pure.
    fn decide(&self, command: &Self::Command, desk: &Self::Desk<'_>) -> Result<Vec<Self::Event>, Refusal>;

    /// Takes one event in. Pure, and never refuses: what happened, happened.
    #[must_use]
    fn evolve(self, event: &Recorded<Self::Event>) -> Self;
}

/// An event with what the journal knows about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded<E> {
    /// Position in its stream, from 1.
    pub version: u64,
    /// When it was recorded.
    pub at: crate::Moment,
    /// Who did it.
    pub actor: crate::id::PersonId,
    /// What happened.
    pub event: E,
}
