//! The clock is a value that is handed in.

use crate::{Day, Moment};
use chrono::FixedOffset;

/// Tells the moment. The app has a real one, the trial one that can be moved on, tests a fixed one.
pub trait Clock: Send + Sync {
    /// Now, at +08:00.
    fn now(&self) -> Moment;
    /// Today at the bureau.
    fn today(&self) -> Day {
        self.now().date_naive()
    }
}

/// +08:00, without daylight saving (T-20).
#[must_use]
pub fn bureau_offset() -> FixedOffset {
    // 8 h is in range for every offset, so the fallback is never taken.
    FixedOffset::east_opt(8 * 3600).unwrap_or_else(|| chrono::offset::Offset::fix(&chrono::Utc))
}
