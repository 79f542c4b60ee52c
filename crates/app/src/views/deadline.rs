//! Time limits as a page shows them: words can be made from these values in any language.

use crate::parts::Parts;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yizhi_casework::case::{DeadlineState, TrackedDeadline};
use yizhi_domain::{deadline::Deadline, rules::Unit};

/// What became of a limit, today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LimitState {
    /// Runs.
    Running,
    /// Done in time.
    Met,
    /// Done late.
    Missed,
    /// Over and not done.
    Overdue,
}

/// A limit with its working (T-17).
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeadlineView {
    /// Rule id.
    pub rule: String,
    /// Article.
    pub article: String,
    /// The day that starts it.
    pub base_on: NaiveDate,
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// The last day.
    pub due_on: NaiveDate,
    /// The last day before it was moved off a rest day.
    pub rolled_from: Option<NaiveDate>,
    /// Days left in the limit's unit; negative when over.
    pub left: i64,
    /// What became of it.
    pub state: LimitState,
    /// Whether it rests on a calendar that is not published.
    pub provisional: bool,
    /// Whether the bureau confirmed the number.
    pub confirmed: bool,
    /// Which calendar.
    pub calendar_version: String,
    /// True when it binds the bureau, false when it is the party's time.
    pub ours: bool,
}

/// A limit that nothing has met yet.
#[must_use]
pub fn running(parts: &Parts, deadline: Deadline, ours: bool) -> DeadlineView {
    of(
        parts,
        TrackedDeadline {
            deadline,
            state: DeadlineState::Running,
            ours,
        },
    )
}

/// A limit with what became of it.
#[must_use]
pub fn of(parts: &Parts, tracked: TrackedDeadline) -> DeadlineView {
    let TrackedDeadline {
        deadline,
        state,
        ours,
    } = tracked;
    let today = parts.today();
    let state = match state {
        DeadlineState::Met => LimitState::Met,
        DeadlineState::Missed => LimitState::Missed,
        // The party's time runs out without anybody being late.
        DeadlineState::Running if deadline.is_over(today) && !ours && deadline.rule != "payment" => {
            LimitState::Met
        }
        DeadlineState::Running if deadline.is_over(today) => LimitState::Overdue,
        DeadlineState::Running => LimitState::Running,
    };
    DeadlineView {
        left: deadline.left(today, &parts.county.calendar),
        rule: deadline.rule,
        article: deadline.article,
        base_on: deadline.base_on,
        amount: deadline.amount,
        unit: deadline.unit,
        due_on: deadline.due_on,
        rolled_from: deadline.rolled_from,
        state,
        provisional: deadline.provisional,
        confirmed: deadline.confirmed,
        calendar_version: deadline.calendar_version,
        ours,
    }
}
