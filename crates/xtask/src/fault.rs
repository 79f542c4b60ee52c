//! Why a command stopped, in words for the person at the keyboard.

use std::fmt::{self, Display};

/// A sentence that says what went wrong and, where it is known, what to do about it.
#[derive(Debug)]
pub(crate) struct Fault(String);

/// What a step gives back.
pub(crate) type Outcome<T = ()> = Result<T, Fault>;

impl Fault {
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Says what was being done when something failed; the cause stays in the sentence.
pub(crate) trait While<T> {
    fn while_doing(self, what: impl Display) -> Outcome<T>;
}

impl<T, E: Display> While<T> for Result<T, E> {
    fn while_doing(self, what: impl Display) -> Outcome<T> {
        self.map_err(|cause| Fault(format!("{what}: {cause}")))
    }
}
