//! A refusal is an answer: a stable code, the article it stands on, and what would make it yes.

use std::collections::BTreeMap;

/// The ground of a refusal, fixed at compile time; each crate lists its own in its `refusal` module.
#[derive(Debug, PartialEq, Eq)]
pub struct Ground {
    /// Stable code, `noun.rule`; the front end translates it.
    pub code: &'static str,
    /// The article as a Chinese official cites it; empty when the ground is a rule of the house.
    pub article: &'static str,
    /// What is wrong, in English.
    pub says: &'static str,
    /// What would make the answer yes, in English.
    pub remedy: &'static str,
}

/// A rule said no; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which rule.
    pub ground: &'static Ground,
    /// Values for the sentence: a name, a day, an amount.
    pub params: BTreeMap<&'static str, String>,
}

impl Ground {
    /// Refuses on this ground.
    #[must_use]
    pub fn refuse(&'static self) -> Refusal {
        Refusal {
            ground: self,
            params: BTreeMap::new(),
        }
    }
    /// `Ok` when the condition holds, else a refusal on this ground.
    pub fn unless(&'static self, holds: bool) -> Result<(), Refusal> {
        if holds { Ok(()) } else { Err(self.refuse()) }
    }
}

impl Refusal {
    /// Adds a value for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.ground.code
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.ground.code, self.ground.says)
    }
}

impl std::error::Error for Refusal {}
