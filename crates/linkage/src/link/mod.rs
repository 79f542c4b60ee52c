//! The link (链条): a referral from a department, and what became of it.

mod command;
mod decide;
mod event;
mod state;

pub mod refusal;

pub use command::*;
pub use decide::LinkDesk;
pub use event::*;
pub use state::*;

use yizhi_domain::{
    journal::{Aggregate, Recorded},
    refusal::Refusal,
};

impl Aggregate for Link {
    const KIND: &'static str = "link";
    type Event = LinkEvent;
    type Command = LinkCommand;
    type Desk<'a> = LinkDesk<'a>;

    fn decide(&self, command: &LinkCommand, desk: &LinkDesk<'_>) -> Result<Vec<LinkEvent>, Refusal> {
        decide::decide(self, command, desk)
    }

    fn evolve(self, event: &Recorded<LinkEvent>) -> Self {
        state::evolve(self, event)
    }
}
