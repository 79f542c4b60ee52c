//! The lead (线索), before a case exists.

mod command;
mod decide;
mod event;
mod state;

pub mod refusal;

pub use command::*;
pub use decide::LeadDesk;
pub use event::*;
pub use state::*;

use yizhi_domain::{
    journal::{Aggregate, Recorded},
    refusal::Refusal,
};

impl Aggregate for Lead {
    const KIND: &'static str = "lead";
    type Event = LeadEvent;
    type Command = LeadCommand;
    type Desk<'a> = LeadDesk<'a>;

    fn decide(&self, command: &LeadCommand, desk: &LeadDesk<'_>) -> Result<Vec<LeadEvent>, Refusal> {
        decide::decide(self, command, desk)
    }

    fn evolve(self, event: &Recorded<LeadEvent>) -> Self {
        state::evolve(self, event)
    }
}
