//! The periods a paper states. They are the county's numbers, not the template's.

use serde::Serialize;
use yizhi_domain::{
    Day,
    deadline::Deadline,
    refusal::Refusal,
    rules::{Rule, RuleBook, Unit},
};

/// A period as a paper states it: how many of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Term {
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
}

/// The periods that a notice or a decision gives the party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Terms {
    /// To state and defend.
    pub statement: Term,
    /// To ask for a hearing.
    pub hearing_request: Term,
    /// To pay.
    pub payment: Term,
}

impl Terms {
    /// The periods that the county's rules set for a profile on the day the paper is issued.
    pub fn from_rules(rules: &RuleBook, profile: &str, on: Day) -> Result<Self, Refusal> {
        let term = |id| rules.find(id, profile, on).map(Term::of_rule);
        Ok(Self {
            statement: term("statement")?,
            hearing_request: term("hearing_request")?,
            payment: term("payment")?,
        })
    }
}

impl Term {
    fn of_rule(rule: &Rule) -> Self {
        Self {
            amount: rule.amount,
            unit: rule.unit,
        }
    }

    /// The period as it was computed when the paper was served, or this one while it was not: a printed copy never
    /// contradicts the record.
    pub(crate) fn or_recorded<'a>(
        self,
        rule: &str,
        recorded: impl IntoIterator<Item = &'a Deadline>,
    ) -> Self {
        recorded
            .into_iter()
            .find(|period| period.rule == rule)
            .map_or(self, |period| Self {
                amount: period.amount,
                unit: period.unit,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yizhi_casework::testkit::{Scene, world};

    #[test]
    fn the_periods_come_from_the_rules() {
        let on = "2026-07-20".parse().unwrap();
        let terms = Terms::from_rules(&world().rules, "GEN", on).unwrap();
        assert_eq!((terms.statement.amount, terms.payment.amount), (5, 15));
        assert!(Terms::from_rules(&RuleBook::default(), "GEN", on).is_err());
    }

    #[test]
    fn what_was_recorded_goes_first() {
        let periods = Scene::notified(5_000_000).case.notice.unwrap().periods;
        let longer = Term {
            amount: 9,
            unit: Unit::Months,
        };
        assert_eq!(longer.or_recorded("statement", &periods).amount, 5);
        assert_eq!(longer.or_recorded("statement", &[]), longer);
    }
}
