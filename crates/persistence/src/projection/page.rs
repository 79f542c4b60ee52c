//! Pages of a list by key: the next page begins after the last row seen, whatever was added meanwhile.

use crate::{error::StoreError, journal::chain::hex};
use chrono::{DateTime, Datelike, SecondsFormat, Utc};
use sea_orm::{
    ExprTrait, Order, Value,
    sea_query::{Expr, IntoColumnRef},
};
use uuid::Uuid;
use yizhi_domain::Day;

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// Its rows.
    pub rows: Vec<T>,
    /// What to hand in as `after` for the next page; none on the last.
    pub next: Option<String>,
}

impl<T> Page<T> {
    pub(crate) fn empty() -> Self {
        Self {
            rows: Vec::new(),
            next: None,
        }
    }
}

/// Most rows of a page.
const MOST: u64 = 100;

/// How many rows are asked for; one more than shown tells whether there is a next page.
pub(crate) fn wanted(limit: u64) -> u64 {
    limit.clamp(1, MOST)
}

/// What a list is sorted by; ties are broken by the id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// By a day, soonest first.
    Day(&'static str),
    /// By a day, latest first.
    LatestDay(&'static str),
    /// By a moment, newest first.
    Newest(&'static str),
}

/// The value a row is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Day(Day),
    Moment(DateTime<Utc>),
}

impl By {
    fn column(self) -> &'static str {
        match self {
            Self::Day(column) | Self::LatestDay(column) | Self::Newest(column) => column,
        }
    }

    pub(crate) fn order(self) -> Order {
        match self {
            Self::Day(_) => Order::Asc,
            Self::LatestDay(_) | Self::Newest(_) => Order::Desc,
        }
    }

    /// The key of the page after a row.
    pub(crate) fn key(self, place: Place, id: Uuid) -> String {
        let place = match place {
            Place::Day(day) => day.to_string(),
            Place::Moment(moment) => moment.to_rfc3339_opts(SecondsFormat::Micros, true),
        };
        hex(format!("{}|{place}|{id}", self.column()).as_bytes())
    }

    fn parse(self, key: &str) -> Option<(Value, Uuid)> {
        let text = String::from_utf8(unhex(key)?).ok()?;
        let rest = text.strip_prefix(self.column())?.strip_prefix('|')?;
        let (place, id) = rest.split_once('|')?;
        // A key that somebody made up must not reach beyond the days a database knows.
        let known = |year: i32| (1..=9999).contains(&year);
        let place = match self {
            Self::Day(_) | Self::LatestDay(_) => {
                let day = place.parse::<Day>().ok().filter(|day| known(day.year()));
                Value::from(day?)
            }
            Self::Newest(_) => {
                let moment = place
                    .parse::<DateTime<Utc>>()
                    .ok()
                    .filter(|moment| known(moment.year()));
                Value::from(moment?)
            }
        };
        Some((place, id.parse().ok()?))
    }

    /// The condition that a row stands after the key.
    pub(crate) fn after(
        self,
        key: &str,
        column: impl IntoColumnRef,
        id_column: impl IntoColumnRef,
    ) -> Result<Expr, StoreError> {
        let (place, id) = self.parse(key).ok_or(StoreError::BadPageKey)?;
        let here = Expr::tuple([Expr::col(column), Expr::col(id_column)]);
        let there = Expr::tuple([Expr::value(place), Expr::value(id)]);
        Ok(match self.order() {
            Order::Desc => here.lt(there),
            _ => here.gt(there),
        })
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) || text.len() > 400 {
        return None;
    }
    text.as_bytes()
        .chunks(2)
        .map(|pair| {
            std::str::from_utf8(pair)
                .ok()
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect()
}

/// Cuts the row that only tells that there is more, and makes the key.
pub(crate) fn cut<T>(mut rows: Vec<T>, limit: u64, key: impl Fn(&T) -> String) -> Page<T> {
    let limit = usize::try_from(wanted(limit)).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(key);
    Page { rows, next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_belongs_to_its_sort() {
        let day = Place::Day("2026-05-11".parse().unwrap());
        let key = By::Day("due_order").key(day, Uuid::nil());
        assert!(By::Day("due_order").parse(&key).is_some());
        assert!(By::Newest("updated_at").parse(&key).is_none());
        let far = hex(format!("due_order|-99999-01-01|{}", Uuid::nil()).as_bytes());
        for bad in ["", "zz", "0", "é", &"00".repeat(300), &far] {
            assert!(By::Day("due_order").parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn the_row_too_many_makes_the_key() {
        let page = cut(vec![1, 2, 3], 2, ToString::to_string);
        assert_eq!((page.rows, page.next.as_deref()), (vec![1, 2], Some("2")));
        assert_eq!(cut(vec![1, 2], 2, ToString::to_string).next, None);
    }
}
