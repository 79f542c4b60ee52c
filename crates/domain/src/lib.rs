//! The bureau's words: items, people, places, days, money and rights.
//!
//! Invariant: everything here is a value or a pure function of values. Nothing reads a clock, makes an
//! id, opens a file, speaks HTTP or knows what a case is.

pub mod id;
pub mod text;

pub mod calendar;
pub mod clock;
pub mod deadline;
pub mod rules;

pub mod catalogue;
pub mod county;
pub mod organisation;

pub mod money;
pub mod number;
pub mod party;
pub mod place;

pub mod journal;
pub mod permit;
pub mod refusal;

/// A moment with its offset; the bureau lives at +08:00 (T-20).
pub type Moment = chrono::DateTime<chrono::FixedOffset>;
/// A calendar day at the bureau.
pub type Day = chrono::NaiveDate;
