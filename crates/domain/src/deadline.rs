//! Time limits (期限): the day is computed once, from data, and can explain itself (T-01…T-17).

use crate::{
    Day,
    calendar::Calendar,
    rules::{Rule, Unit},
};
use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A computed time limit, with all that is needed to check it years later (T-17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Deadline {
    /// The rule's id.
    pub rule: String,
    /// The article it stands on.
    pub article: String,
    /// The day of the event that starts it; that day does not count (T-01).
    pub base_on: NaiveDate,
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
    /// The last day.
    pub due_on: NaiveDate,
    /// The last day before it was moved off a rest day, if it was (ROLL).
    pub rolled_from: Option<NaiveDate>,
    /// True when it rests on a year whose calendar is not loaded (T-16).
    pub provisional: bool,
    /// Which calendar it was computed with.
    pub calendar_version: String,
    /// Whether the bureau has confirmed the number.
    pub confirmed: bool,
}

impl Deadline {
    /// Computes the last day of a rule from its base day.
    ///
    /// `None` when the rule is no time limit in days (hours, money) or the day is beyond the calendar's end.
    #[must_use]
    pub fn compute(rule: &Rule, base_on: Day, calendar: &Calendar) -> Option<Self> {
        let last = match rule.unit {
            Unit::WorkingDays => calendar.working_days_after(base_on, rule.amount),
            Unit::CalendarDays => base_on.checked_add_days(Days::new(u64::from(rule.amount)))?,
            Unit::Months => base_on.checked_add_months(Months::new(rule.amount))?,
            Unit::Years => base_on.checked_add_months(Months::new(rule.amount.checked_mul(12)?))?,
            Unit::Hours | Unit::Fen => return None,
        };
        let due_on = if rule.roll { calendar.roll(last) } else { last };
        let counts_working_days = rule.unit == Unit::WorkingDays || rule.roll;
        Some(Self {
            rule: rule.id.clone(),
            article: rule.article.clone(),
            base_on,
            amount: rule.amount,
            unit: rule.unit,
            due_on,
            rolled_from: (due_on != last).then_some(last),
            provisional: counts_working_days && !(calendar.knows(due_on) && calendar.knows(base_on)),
            calendar_version: calendar.version().to_owned(),
            confirmed: rule.confirmed,
        })
    }
    /// Whether the whole last day is over.
    #[must_use]
    pub fn is_over(&self, today: Day) -> bool {
        today > self.due_on
    }
    /// Days left in the limit's own unit, today excluded; negative when it is over.
    #[must_use]
    pub fn left(&self, today: Day, calendar: &Calendar) -> i64 {
        match self.unit {
            Unit::WorkingDays if self.due_on >= today => calendar.working_days_between(today, self.due_on),
            Unit::WorkingDays => -calendar.working_days_between(self.due_on, today),
            _ => (self.due_on - today).num_days(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DayKind;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Rest days and make-up workdays of 2025 and 2026 as far as the worked examples cross them.
    fn calendar() -> Calendar {
        let span = |from: &str, to: &str| {
            let mut days = Vec::new();
            let mut d = day(from);
            while d <= day(to) {
                days.push((d, DayKind::Rest));
                d = d.succ_opt().unwrap();
            }
            days
        };
        let mut special: Vec<(Day, DayKind)> = Vec::new();
        for (from, to) in [
            ("2025-05-01", "2025-05-05"),
            ("2025-10-01", "2025-10-08"),
            ("2026-01-01", "2026-01-03"),
            ("2026-02-15", "2026-02-23"),
            ("2026-05-01", "2026-05-05"),
        ] {
            special.extend(span(from, to));
        }
        for workday in [
            "2025-04-27",
            "2025-09-28",
            "2025-10-11",
            "2026-01-04",
            "2026-05-09",
        ] {
            special.push((day(workday), DayKind::Workday));
        }
        Calendar::new("test", special.into_iter().collect())
    }

    fn rule(amount: u32, unit: Unit, roll: bool) -> Rule {
        Rule {
            id: "r".into(),
            profile: "*".into(),
            amount,
            unit,
            roll,
            article: "x".into(),
            effective_from: day("2021-07-15"),
            effective_to: None,
            confirmed: true,
            source: String::new(),
        }
    }

    fn due(base: &str, amount: u32, unit: Unit, roll: bool) -> String {
        Deadline::compute(&rule(amount, unit, roll), day(base), &calendar())
            .unwrap()
            .due_on
            .to_string()
    }

    #[test]
    fn worked_examples_of_the_rule_book() {
        assert_eq!(due("2025-04-25", 5, Unit::WorkingDays, false), "2025-05-06", "W1");
        assert_eq!(
            due("2025-09-18", 15, Unit::CalendarDays, true),
            "2025-10-09",
            "W2"
        );
        assert_eq!(
            due("2026-01-20", 30, Unit::CalendarDays, false),
            "2026-02-19",
            "W4"
        );
        assert_eq!(due("2026-04-28", 7, Unit::WorkingDays, false), "2026-05-11", "W5");
        assert_eq!(due("2026-04-30", 7, Unit::WorkingDays, false), "2026-05-13", "W8");
        assert_eq!(due("2025-11-30", 6, Unit::Months, true), "2026-06-01", "W10");
    }

    #[test]
    fn a_year_without_calendar_gives_a_provisional_day() {
        let d = |unit| Deadline::compute(&rule(5, unit, false), day("2026-12-30"), &calendar()).unwrap();
        assert!(d(Unit::WorkingDays).provisional);
        assert!(
            !d(Unit::CalendarDays).provisional,
            "calendar days without roll need no calendar"
        );
    }

    #[test]
    fn days_left_count_in_the_units_of_the_limit() {
        let limit =
            Deadline::compute(&rule(5, Unit::WorkingDays, false), day("2025-04-25"), &calendar()).unwrap();
        assert_eq!(limit.left(day("2025-04-30"), &calendar()), 1);
        assert_eq!(limit.left(day("2025-05-06"), &calendar()), 0);
        assert_eq!(limit.left(day("2025-05-07"), &calendar()), -1);
        assert!(!limit.is_over(day("2025-05-06")));
        assert!(limit.is_over(day("2025-05-07")));
    }
}
