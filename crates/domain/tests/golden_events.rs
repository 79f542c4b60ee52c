//! What was once written stays readable: one file for each kind of event that was ever released, with a specimen
//! of each way it was written. A file is never changed and never deleted; a new kind gets a new one.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test and its helpers stop at the first surprise"
)]

use serde_json::Value;
use std::{collections::BTreeSet, fs, path::PathBuf};
use yizhi_domain::catalogue::edition::EditionEvent;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The kinds as serde spells them: it lists them when it is given one that there is not.
fn kinds() -> BTreeSet<String> {
    let says = serde_json::from_str::<EditionEvent>(r#"{"type":"no such event"}"#)
        .unwrap_err()
        .to_string();
    let (_, listed) = says.split_once("expected one of").expect(&says);
    listed
        .split('`')
        .skip(1)
        .step_by(2)
        .map(ToOwned::to_owned)
        .collect()
}

fn files() -> BTreeSet<String> {
    let names = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .map(|name| name.strip_suffix(".json").expect(&name).to_owned())
        .collect()
}

#[test]
fn every_kind_has_a_file_and_no_file_lost_its_kind() {
    assert_eq!(
        kinds().len(),
        3,
        "a new kind is counted here, and an old one never goes"
    );
    assert_eq!(files(), kinds());
}

#[test]
fn every_specimen_is_read_and_written_back_equal() {
    for kind in files() {
        let text = fs::read_to_string(folder().join(format!("{kind}.json"))).unwrap();
        let specimens: Vec<Value> = serde_json::from_str(&text).unwrap();
        assert!(!specimens.is_empty(), "{kind}");
        for specimen in specimens {
            assert_eq!(specimen["type"], *kind);
            let event: EditionEvent = serde_json::from_value(specimen.clone())
                .unwrap_or_else(|error| panic!("{error}: {specimen:#}"));
            assert_eq!(serde_json::to_value(&event).unwrap(), specimen);
        }
    }
}
