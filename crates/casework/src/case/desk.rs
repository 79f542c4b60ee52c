//! What lies on the desk when a case is decided: looked up before, handed in as values.

use super::state::PartyRef;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use yizhi_domain::{
    Day, Moment,
    calendar::Calendar,
    catalogue::Catalogue,
    deadline::Deadline,
    id::FileId,
    organisation::Roster,
    permit::Actor,
    refusal::Refusal,
    rules::{RULE_MISSING, RuleBook},
};

/// What is known of a stored file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// Its id.
    pub id: FileId,
    /// Its name as given.
    pub name: String,
    /// Media type, found from its bytes.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    /// SM3 of the bytes, hex.
    pub sm3: String,
}

/// The desk.
#[derive(Clone, Copy)]
pub struct CaseDesk<'a> {
    /// Now.
    pub now: Moment,
    /// Who acts.
    pub actor: &'a Actor,
    /// Working days.
    pub calendar: &'a Calendar,
    /// Numbers of the law.
    pub rules: &'a RuleBook,
    /// People.
    pub roster: &'a Roster,
    /// Items.
    pub catalogue: &'a Catalogue,
    /// The files that the command names, as far as they are stored.
    pub files: &'a [FileFacts],
    /// The party row made for the command, when it brings a party.
    pub party: Option<&'a PartyRef>,
    /// The printed number taken for the command, when it issues a numbered document.
    pub number: Option<&'a str>,
}

impl CaseDesk<'_> {
    /// Today at the bureau.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now.date_naive()
    }
    /// The year a number is issued in (D-04).
    #[must_use]
    pub fn year(&self) -> i32 {
        self.today().year()
    }
    /// Computes a time limit from the rule book.
    pub fn deadline(&self, rule: &'static str, profile: &str, base: Day) -> Result<Deadline, Refusal> {
        self.deadline_of(rule, profile, base, None)
    }
    /// The same with another amount, where the item's own law sets one.
    pub fn deadline_of(
        &self,
        rule: &'static str,
        profile: &str,
        base: Day,
        amount: Option<u32>,
    ) -> Result<Deadline, Refusal> {
        let mut found = self.rules.find(rule, profile, base)?.clone();
        found.amount = amount.unwrap_or(found.amount);
        Deadline::compute(&found, base, self.calendar).ok_or_else(|| RULE_MISSING.refuse().with("rule", rule))
    }
    /// The stored file of an id.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<&FileFacts> {
        self.files.iter().find(|file| file.id == id)
    }
}
