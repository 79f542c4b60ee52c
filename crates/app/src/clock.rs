//! The bureau's clock: the real one, and in a trial one that can be moved on.

use chrono::{Duration, Utc};
use std::sync::atomic::{AtomicI64, Ordering};
use yizhi_domain::{Moment, clock::Clock, clock::bureau_offset};

/// The machine's time plus an offset. The offset is nothing except in a trial database.
#[derive(Debug, Default)]
pub struct BureauClock {
    offset_seconds: AtomicI64,
}

impl BureauClock {
    /// The machine's time plus an offset in seconds.
    #[must_use]
    pub fn with_offset(seconds: i64) -> Self {
        Self {
            offset_seconds: AtomicI64::new(seconds),
        }
    }
    /// A clock that shows `moment` now and runs on from there.
    #[must_use]
    pub fn starting_at(moment: Moment) -> Self {
        Self::with_offset((moment - machine_now()).num_seconds())
    }
    /// The offset in seconds, for keeping.
    #[must_use]
    pub fn offset_seconds(&self) -> i64 {
        self.offset_seconds.load(Ordering::Relaxed)
    }
    /// Moves the clock on by whole days; it never goes back, because the journal does not.
    pub fn advance_days(&self, days: u16) {
        self.offset_seconds
            .fetch_add(Duration::days(i64::from(days)).num_seconds(), Ordering::Relaxed);
    }
}

impl Clock for BureauClock {
    fn now(&self) -> Moment {
        machine_now() + Duration::seconds(self.offset_seconds())
    }
}

/// The machine's own time: for leases and retries, which have nothing to do with the law and must not stand
/// still or jump when the clock of a trial is moved.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the machine's clock is read"
)]
pub fn machine_now() -> Moment {
    Utc::now().with_timezone(&bureau_offset())
}
