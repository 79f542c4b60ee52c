//! The case (案件).

mod command;
mod event;
mod state;

pub mod acts;
pub mod deadlines;
pub mod decide;
pub mod desk;
pub mod law;
pub mod penalty;
pub mod refusal;

pub use acts::{ActKind, AvailableAct};
pub use command::*;
pub use deadlines::{DeadlineState, TrackedDeadline};
pub use desk::{CaseDesk, FileFacts};
pub use event::*;
pub use law::{AppliedLaw, LawChoice, LawInTime, LawVersion};
pub use penalty::Penalty;
pub use state::*;

use yizhi_domain::{
    journal::{Aggregate, Recorded},
    refusal::Refusal,
};

impl Aggregate for Case {
    const KIND: &'static str = "case";
    type Event = CaseEvent;
    type Command = CaseCommand;
    type Desk<'a> = CaseDesk<'a>;

    fn decide(&self, command: &CaseCommand, desk: &CaseDesk<'_>) -> Result<Vec<CaseEvent>, Refusal> {
        decide::decide(self, command, desk)
    }

    fn evolve(self, event: &Recorded<CaseEvent>) -> Self {
        state::evolve(self, event)
    }
}
