//! Working days (工作日) from a published table of rest days and make-up workdays (T-09, T-16).

use crate::Day;
use chrono::{Datelike, Days, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the table says of a day that is not an ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DayKind {
    /// A rest day (放假), also when it is an adjusted one.
    Rest,
    /// A make-up workday (调休上班).
    Workday,
}

/// The working-day calendar of a county; whole years are loaded or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    version: String,
    special: BTreeMap<Day, DayKind>,
    years: BTreeSet<i32>,
}

impl Calendar {
    /// Builds the calendar; a year counts as loaded when the table names at least one of its days.
    #[must_use]
    pub fn new(version: &str, special: BTreeMap<Day, DayKind>) -> Self {
        let years = special.keys().map(Datelike::year).collect();
        Self {
            version: version.to_owned(),
            special,
            years,
        }
    }
    /// Which publication of the table this is; kept with every computed deadline.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }
    /// The special days, for storing the table.
    #[must_use]
    pub fn special(&self) -> &BTreeMap<Day, DayKind> {
        &self.special
    }
    /// Whether the day is a working day. In a year that is not loaded, Monday to Friday is assumed;
    /// [`Calendar::knows`] says so.
    #[must_use]
    pub fn is_working(&self, day: Day) -> bool {
        match self.special.get(&day) {
            Some(kind) => *kind == DayKind::Workday,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }
    /// Whether the arrangement of the day's year is loaded.
    #[must_use]
    pub fn knows(&self, day: Day) -> bool {
        self.years.contains(&day.year())
    }
    /// The `n`-th working day after `base`; the base day itself does not count (T-01).
    #[must_use]
    pub fn working_days_after(&self, base: Day, n: u32) -> Day {
        let mut day = base;
        let mut left = n;
        while left > 0 {
            let Some(next) = day.checked_add_days(Days::new(1)) else {
                return day;
            };
            day = next;
            if self.is_working(day) {
                left -= 1;
            }
        }
        day
    }
    /// The day itself when it is a working day, else the next working day (ROLL).
    #[must_use]
    pub fn roll(&self, day: Day) -> Day {
        if self.is_working(day) {
            day
        } else {
            self.working_days_after(day, 1)
        }
    }
    /// Working days in `(from, to]`; 0 when `to` is not after `from`.
    #[must_use]
    pub fn working_days_between(&self, from: Day, to: Day) -> i64 {
        let mut count = 0;
        let mut day = from;
        while day < to {
            let Some(next) = day.checked_add_days(Days::new(1)) else {
                break;
            };
            day = next;
            if self.is_working(day) {
                count += 1;
            }
        }
        count
    }
}
