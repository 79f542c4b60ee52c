//! What is being done now, and how long it has taken.

use std::fmt::Display;
use std::time::Instant;

/// Says each step in one line, with the seconds since the command began.
pub(crate) struct Progress {
    started: Instant,
}

impl Progress {
    pub(crate) fn start() -> Self {
        Self {
            started: Instant::now(),
        }
    }

    pub(crate) fn say(&self, step: impl Display) {
        eprintln!("[{:6.1} s] {step}", self.seconds());
    }

    pub(crate) fn seconds(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }
}
