//! The time limits of a case, each running, met or over.

use super::state::{Case, Stage};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{Day, deadline::Deadline};

/// What became of a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineState {
    /// What it asks for has not happened.
    Running,
    /// It happened in time.
    Met,
    /// It happened late.
    Missed,
}

/// A limit of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackedDeadline {
    /// The limit.
    pub deadline: Deadline,
    /// What became of it.
    pub state: DeadlineState,
    /// True when it binds the bureau; false when it is the party's time.
    pub ours: bool,
}

impl Case {
    /// All limits so far, in the order they began.
    #[must_use]
    pub fn deadlines(&self) -> Vec<TrackedDeadline> {
        let mut all = Vec::new();
        let mut track = |deadline: &Deadline, done_on: Option<Day>, ended: bool, ours: bool| {
            let state = match done_on {
                Some(day) if deadline.is_over(day) => DeadlineState::Missed,
                Some(_) => DeadlineState::Met,
                None if ended => DeadlineState::Met,
                None => DeadlineState::Running,
            };
            all.push(TrackedDeadline {
                deadline: deadline.clone(),
                state,
                ours,
            });
        };
        let decided_on = self.decision.as_ref().map(|decision| decision.decided_on);
        if let Some(opening) = &self.opening {
            let filed_on = self.filing.as_ref().map(|filing| filing.filed_on);
            track(&opening.verify_by, filed_on, self.stage == Stage::NotFiled, true);
        }
        if let Some(filing) = &self.filing {
            track(&filing.decide_by, decided_on, false, true);
        }
        for period in self.notice.iter().flat_map(|notice| &notice.periods) {
            let waived = self.waiver.as_ref().map(|(on, _)| *on);
            track(period, waived.or(decided_on.map(|_| period.due_on)), false, false);
        }
        if let Some(decision) = &self.decision {
            track(
                &decision.serve_by,
                decision.service.as_ref().map(|service| service.served_on),
                false,
                true,
            );
            if let Some(pay_by) = &decision.pay_by {
                let paid = self.payments.last().map(|payment| payment.paid_on);
                let all_paid = self.outstanding() == yizhi_domain::money::Fen::ZERO;
                track(pay_by, paid.filter(|_| all_paid), all_paid, false);
            }
        }
        all
    }
    /// The running limit that ends first.
    #[must_use]
    pub fn next_due(&self) -> Option<Deadline> {
        let running = self
            .deadlines()
            .into_iter()
            .filter(|tracked| tracked.state == DeadlineState::Running);
        running
            .map(|tracked| tracked.deadline)
            .min_by_key(|deadline| deadline.due_on)
    }
    /// The last day on which the party may still state, defend or ask for a hearing.
    #[must_use]
    pub fn party_has_until(&self) -> Option<&Deadline> {
        self.notice
            .as_ref()
            .and_then(|notice| notice.periods.iter().max_by_key(|period| period.due_on))
    }
}
