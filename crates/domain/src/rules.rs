//! The rule book: numbers from law are data with an article and a date, never constants in code.

use crate::{
    Day,
    refusal::{Ground, Refusal},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// How an amount of a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Working days (工作日).
    WorkingDays,
    /// Calendar days.
    CalendarDays,
    /// Months to the corresponding day.
    Months,
    /// Years to the corresponding day.
    Years,
    /// Clock hours, through nights and holidays (T-19).
    Hours,
    /// An amount of money.
    Fen,
}

/// One number of the law, with where it stands and from when to when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Stable id, such as `case_limit`.
    pub id: String,
    /// Procedure profile it belongs to, or `*`.
    pub profile: String,
    /// The number.
    pub amount: u32,
    /// What it counts.
    pub unit: Unit,
    /// Whether a last day that is a rest day moves to the next working day (P-ROLL).
    pub roll: bool,
    /// The article as an official cites it.
    pub article: String,
    /// First day it holds.
    pub effective_from: Day,
    /// Last day it holds, if it ended.
    pub effective_to: Option<Day>,
    /// Whether the bureau has confirmed it.
    pub confirmed: bool,
    /// Where we have it from.
    pub source: String,
}

/// All rules of a county.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleBook {
    rules: BTreeMap<String, Vec<Rule>>,
}

/// The county's rules lack a number that a step needs; guessing would be worse than refusing.
pub const RULE_MISSING: Ground = Ground {
    code: "rule.missing",
    article: "",
    says: "The rule book has no value for this rule, profile and day.",
    remedy: "Load a rule with this id that is in force on the day.",
};

impl RuleBook {
    /// Builds the book.
    #[must_use]
    pub fn new(rules: Vec<Rule>) -> Self {
        let mut book: BTreeMap<String, Vec<Rule>> = BTreeMap::new();
        for rule in rules {
            book.entry(rule.id.clone()).or_default().push(rule);
        }
        Self { rules: book }
    }
    /// All rules, in order of id.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values().flatten()
    }
    /// The rule in force on a day for a profile; the profile's own goes before `*`.
    pub fn find(&self, id: &'static str, profile: &str, on: Day) -> Result<&Rule, Refusal> {
        let holds = |rule: &&Rule| rule.effective_from <= on && rule.effective_to.is_none_or(|to| on <= to);
        let all = self.rules.get(id).map_or(&[][..], Vec::as_slice);
        let of = |wanted: &str| all.iter().filter(holds).find(|rule| rule.profile == wanted);
        of(profile).or_else(|| of("*")).ok_or_else(|| {
            RULE_MISSING
                .refuse()
                .with("rule", id)
                .with("profile", profile)
                .with("on", on)
        })
    }
}
