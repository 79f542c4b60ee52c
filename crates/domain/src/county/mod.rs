//! A county is data: one folder of files, read and checked as a whole.

mod catalogue;
mod organisation;
pub(crate) mod rows;
mod rules;

pub use rows::Fault;

use crate::{
    calendar::Calendar,
    catalogue::Catalogue,
    id::StationCode,
    organisation::{Brigade, Department, Roster, Station},
    rules::RuleBook,
};
use rows::Reader;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The files of a county folder, by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What the county's own page says of itself (`county.json`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Region code, such as 330383.
    pub code: String,
    /// Name of the county.
    pub name: String,
    /// Name of the bureau.
    pub bureau: String,
    /// Word in front of document numbers (机关代字).
    pub number_prefix: String,
    /// Where a party asks for reconsideration: the people's government of the same level.
    pub review_organ: String,
    /// The basic court of the bureau's seat.
    pub court: String,
    /// The bank that collects fines.
    pub payee: Payee,
    /// Which publication the calendar is.
    pub calendar_version: String,
    /// Datum of the areas.
    pub datum: String,
}

/// The bank account of the treasury that a decision names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payee {
    /// Bank.
    pub bank: String,
    /// Account.
    pub account: String,
}

/// One area of the map as GeoJSON, in WGS-84.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Areas {
    /// Each station's polygon, as a GeoJSON geometry.
    pub stations: BTreeMap<StationCode, String>,
    /// The county's boundary, as a GeoJSON geometry.
    pub boundary: String,
}

/// A county, loaded and checked.
#[derive(Debug, Clone, PartialEq)]
pub struct County {
    /// Itself.
    pub profile: Profile,
    /// Departments that handed powers over.
    pub departments: Vec<Department>,
    /// Brigades.
    pub brigades: Vec<Brigade>,
    /// Stations.
    pub stations: Vec<Station>,
    /// Their areas.
    pub areas: Areas,
    /// People.
    pub roster: Roster,
    /// Fields and items.
    pub catalogue: Catalogue,
    /// Working days.
    pub calendar: Calendar,
    /// The numbers of the law.
    pub rules: RuleBook,
}

impl County {
    /// Reads and checks the whole folder. A county with any fault is not loaded; all faults are named.
    pub fn parse(files: &Files) -> Result<Self, Vec<Fault>> {
        let reader = Reader::new(files);
        let county = Self::assemble(&reader);
        let faults = reader.into_faults();
        match county {
            Some(county) if faults.is_empty() => Ok(county),
            _ => Err(faults),
        }
    }

    fn assemble(reader: &Reader<'_>) -> Option<Self> {
        let profile: Option<Profile> = reader.json("county.json");
        let departments = organisation::departments(reader);
        let brigades = organisation::brigades(reader);
        let (stations, station_areas) = organisation::stations(reader);
        let boundary = organisation::boundary(reader);
        let roster = organisation::people(reader, &departments, &brigades, &stations);
        let catalogue = catalogue::catalogue(reader, &departments, &brigades, &stations);
        let special = rules::calendar(reader);
        let rules = rules::rules(reader);
        let profile = profile?;
        Some(Self {
            calendar: Calendar::new(&profile.calendar_version, special),
            profile,
            departments,
            brigades,
            stations,
            areas: Areas {
                stations: station_areas,
                boundary: boundary?,
            },
            roster: Roster::new(roster),
            catalogue,
            rules: RuleBook::new(rules),
        })
    }

    /// The name of a brigade, or its code.
    #[must_use]
    pub fn brigade_name<'a>(&'a self, code: &'a crate::id::BrigadeCode) -> &'a str {
        self.brigades
            .iter()
            .find(|b| &b.code == code)
            .map_or(code.as_str(), |b| b.name.as_str())
    }
    /// The name of a station, or its code.
    #[must_use]
    pub fn station_name<'a>(&'a self, code: &'a StationCode) -> &'a str {
        self.stations
            .iter()
            .find(|s| &s.code == code)
            .map_or(code.as_str(), |s| s.name.as_str())
    }
    /// The name of a department, or its code.
    #[must_use]
    pub fn department_name<'a>(&'a self, code: &'a crate::id::DepartmentCode) -> &'a str {
        self.departments
            .iter()
            .find(|d| &d.code == code)
            .map_or(code.as_str(), |d| d.name.as_str())
    }
}
