//! What is handed in to render an instrument.

use yizhi_casework::case::Case;
use yizhi_domain::{county::Profile, id::PersonId, party::PartyKind};

/// The party (当事人) as it is printed: from the party row, which the case only points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedParty {
    /// What the party is.
    pub kind: PartyKind,
    /// Name.
    pub name: String,
    /// Unified social credit code or resident identity number, in full: a paper names its party, it does not mask it.
    pub code: String,
    /// Legal representative or person in charge; of a sole trader, the trader.
    pub representative: Option<String>,
    /// Address.
    pub address: String,
}

/// Everything an instrument is made from.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The county: the bureau, the bank, the organ of review and the court.
    pub county: &'a Profile,
    /// The case.
    pub case: &'a Case,
    /// The party; the file index and the filing approval print without it.
    pub party: Option<&'a PrintedParty>,
    /// The printed name of a person.
    pub names: &'a dyn Fn(&PersonId) -> String,
    /// Whether this is a trial; then every page says so.
    pub trial: bool,
}
