//! The law in time, as shown.

use super::case::{CaseItemView, item};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yizhi_casework::case::{Case, FiledItem, LawInTime, LawVersion, law::law_in_time};
use yizhi_domain::{
    Day,
    catalogue::{Catalogue, Lighter},
};

/// The law of the day of the act beside that of the day of decision, or of today (从旧兼从轻).
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LawView {
    /// The day that is compared with: of the decision, or today.
    pub on: NaiveDate,
    /// `unchanged`, `changed`, or `unknown` when what took its place is not in the catalogue.
    pub state: LawState,
    /// Which is lighter by rule.
    pub lighter: Option<Lighter>,
    /// Which applies: by rule, or as a person said in the decision.
    pub applies: Option<LawVersion>,
    /// The version of that day, when it is another one.
    pub now: Option<CaseItemView>,
    /// The statute that took its place, when that is known.
    pub successor: Option<String>,
    /// What a person said in the decision.
    pub reason: Option<String>,
}

/// Whether the law changed since the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LawState {
    /// The same version holds.
    Unchanged,
    /// Another version holds.
    Changed,
    /// The version ended; what took its place is not in the catalogue.
    Unknown,
}

/// Before the decision, today's law; after it, what the decision kept.
#[must_use]
pub fn law(case: &Case, filed: &FiledItem, catalogue: &Catalogue, today: Day) -> LawView {
    let decided = case.decision.as_ref();
    let on = decided.map_or(today, |decision| decision.decided_on);
    let mut view = LawView {
        on,
        state: LawState::Unchanged,
        lighter: None,
        applies: None,
        now: None,
        successor: None,
        reason: None,
    };
    if let Some(decision) = decided {
        if let Some(applied) = &decision.law {
            view.state = if applied.at_decision.is_some() {
                LawState::Changed
            } else {
                LawState::Unknown
            };
            view.lighter = applied.lighter;
            view.applies = Some(applied.version);
            view.now = applied.at_decision.as_deref().map(item);
            view.successor = applied.successor.clone();
            view.reason = applied.reason.as_ref().map(ToString::to_string);
        }
        return view;
    }
    match law_in_time(filed, catalogue, on) {
        LawInTime::Unchanged => {}
        LawInTime::Changed { now, lighter } => {
            view.state = LawState::Changed;
            view.lighter = Some(lighter);
            view.applies = match lighter {
                Lighter::Decision => Some(LawVersion::Decision),
                Lighter::Same | Lighter::Act => Some(LawVersion::Act),
                Lighter::Unclear => None,
            };
            view.now = Some(item(&now));
        }
        LawInTime::Unknown { successor } => {
            view.state = LawState::Unknown;
            view.successor = successor;
        }
    }
    view
}
