//! How well plain words find the item: labelled complaints, a part to tune on and a part only to measure.

use std::path::PathBuf;
use yizhi_search::{Choices, Index, Query};

/// A complaint with the items that are right.
#[derive(Debug, Clone)]
pub struct Complaint {
    /// Its id.
    pub id: String,
    /// The field of the first item.
    pub field: String,
    /// What somebody said.
    pub text: String,
    /// The items that are right, any of them.
    pub codes: Vec<String>,
}

/// How often a right item stands at place 1, in the first 5, in the first 10.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recall {
    /// Place 1.
    pub at_1: f64,
    /// The first five.
    pub at_5: f64,
    /// The first ten.
    pub at_10: f64,
}

/// The complaints of a part: `tune` or `measure`.
#[must_use]
pub fn complaints(part: &str) -> Vec<Complaint> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fixtures/relevance");
    let mut reader = csv::Reader::from_path(folder.join(format!("{part}.csv"))).unwrap();
    let read = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.unwrap();
        Complaint {
            id: record[0].to_owned(),
            field: record[1].to_owned(),
            text: record[2].to_owned(),
            codes: record[3].split('|').map(ToOwned::to_owned).collect(),
        }
    };
    reader.records().map(read).collect()
}

/// The place of the first right item among the first ten; none when it is not there.
#[must_use]
pub fn place(index: &Index, complaint: &Complaint) -> Option<usize> {
    let query = Query {
        text: complaint.text.clone(),
        limit: 10,
        ..Query::default()
    };
    let hits = index.search(&query, &Choices::new());
    hits.iter()
        .position(|hit| complaint.codes.contains(&hit.code))
        .map(|place| place + 1)
}

/// The recall over some complaints.
#[must_use]
pub fn recall(places: &[Option<usize>]) -> Recall {
    let many = f64::from(u32::try_from(places.len()).unwrap());
    let within = |most: usize| {
        let found = places
            .iter()
            .filter(|place| place.is_some_and(|place| place <= most))
            .count();
        f64::from(u32::try_from(found).unwrap()) / many
    };
    Recall {
        at_1: within(1),
        at_5: within(5),
        at_10: within(10),
    }
}
