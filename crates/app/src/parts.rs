//! What the application is built from; tests build it from the same parts.

use crate::{
    catalogue::{Shelf, Shown},
    clock::BureauClock,
};
use chrono::Datelike;
use sm3::{Digest, Sm3};
use std::sync::Arc;
use uuid::Uuid;
use yizhi_dispatch::{coverage::Coverage, lead::LeadDesk};
use yizhi_domain::{
    Day, Moment,
    catalogue::Catalogue,
    clock::Clock,
    county::County,
    id::PersonId,
    number::{self, NumberWord},
    permit::Actor,
};
use yizhi_linkage::link::LinkDesk;
use yizhi_persistence::{Files, Store};

/// The parts.
#[derive(Clone)]
pub struct Parts {
    /// The database.
    pub store: Store,
    /// The folder of stored files.
    pub files: Files,
    /// The county, read once at the start.
    pub county: Arc<County>,
    /// The catalogue, as published so far; the county's own list is only its beginning.
    pub shelf: Shelf,
    /// Its areas, ready to be asked.
    pub coverage: Arc<Coverage>,
    /// The clock.
    pub clock: Arc<BureauClock>,
    /// Whether the database is a trial one: invented people, movable clock, loopback only.
    pub trial: bool,
    /// Name of this node, for leases.
    pub node: String,
    /// Whether the scheduler runs; tests run the jobs by hand.
    pub scheduler: bool,
}

impl Parts {
    /// Now at the bureau.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }
    /// Today at the bureau.
    #[must_use]
    pub fn today(&self) -> Day {
        self.clock.today()
    }
    /// The catalogue as it stands today.
    #[must_use]
    pub fn shown(&self) -> Arc<Shown> {
        self.shelf.shown(self.today())
    }
    /// The name of a person, or the id.
    #[must_use]
    pub fn name(&self, id: &PersonId) -> String {
        self.county.roster.name(id).to_owned()
    }
    /// The printed number of a document of this year.
    #[must_use]
    pub fn print_number(&self, word: NumberWord, now: Moment, serial: u32) -> String {
        number::print(
            &self.county.profile.number_prefix,
            word,
            now.date_naive().year(),
            serial,
        )
    }
    /// The desk for a lead.
    #[must_use]
    pub fn lead_desk<'a>(&'a self, catalogue: &'a Catalogue, now: Moment, actor: &'a Actor) -> LeadDesk<'a> {
        LeadDesk {
            now,
            actor,
            calendar: &self.county.calendar,
            rules: &self.county.rules,
            roster: &self.county.roster,
            catalogue,
            coverage: &self.coverage,
        }
    }
    /// The desk for a link.
    #[must_use]
    pub fn link_desk<'a>(&'a self, catalogue: &'a Catalogue, now: Moment, actor: &'a Actor) -> LinkDesk<'a> {
        LinkDesk {
            now,
            actor,
            calendar: &self.county.calendar,
            rules: &self.county.rules,
            catalogue,
        }
    }
}

/// SM3 of some bytes, hex.
#[must_use]
pub fn sm3_hex(bytes: &[u8]) -> String {
    Sm3::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// An id that follows from another one, so that doing a thing twice makes the same id.
#[must_use]
pub fn derived(from: Uuid, what: &str) -> Uuid {
    Uuid::new_v5(&from, what.as_bytes())
}
