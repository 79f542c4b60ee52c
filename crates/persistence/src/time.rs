//! Moments on their way in and out: kept in UTC with whole microseconds, shown at the bureau's offset.

use chrono::{DateTime, NaiveDate, SecondsFormat, SubsecRound, Utc};
use yizhi_domain::{Day, Moment, clock::bureau_offset};

/// As kept: PostgreSQL has no nanoseconds, and text in SQLite sorts right only at one offset.
pub(crate) fn kept(moment: Moment) -> DateTime<Utc> {
    moment.trunc_subsecs(6).with_timezone(&Utc)
}

/// As shown.
pub(crate) fn shown(moment: DateTime<Utc>) -> Moment {
    moment.with_timezone(&bureau_offset())
}

/// As hashed: always the same offset and always six places.
pub(crate) fn hashed(moment: Moment) -> String {
    moment
        .with_timezone(&bureau_offset())
        .to_rfc3339_opts(SecondsFormat::Micros, false)
}

/// Where a thing without a day stands in a list by day: after all that have one.
pub(crate) fn day_order(day: Option<Day>) -> Day {
    day.or_else(|| NaiveDate::from_ymd_opt(9999, 12, 31))
        .unwrap_or(NaiveDate::MAX)
}
