//! Plain words find the item: the recall that officers were promised, on complaints that nobody tuned on.

use std::collections::BTreeSet;
use yizhi_tests::{fixture, relevance};

#[test]
fn plain_words_find_the_item() {
    let (_, _, shelf) = fixture::county();
    let today = "2026-07-20".parse().unwrap();
    let index = &shelf.shown(today).index;
    for part in ["tune", "measure"] {
        let complaints = relevance::complaints(part);
        let places: Vec<Option<usize>> = complaints
            .iter()
            .map(|complaint| relevance::place(index, complaint))
            .collect();
        let recall = relevance::recall(&places);
        println!("{part}: {} complaints, {recall:.3?}", complaints.len());
        if part == "measure" {
            assert!(
                recall.at_1 >= 0.60 && recall.at_5 >= 0.85 && recall.at_10 >= 0.92,
                "{recall:?}"
            );
        }
    }
}

#[test]
fn the_labelled_sets_cover_all_fields_and_do_not_share_a_text() {
    let (_, _, shelf) = fixture::county();
    let shown = shelf.shown("2026-07-20".parse().unwrap());
    let mut texts = BTreeSet::new();
    for part in ["tune", "measure"] {
        let complaints = relevance::complaints(part);
        let fields: BTreeSet<&str> = complaints
            .iter()
            .map(|complaint| complaint.field.as_str())
            .collect();
        assert_eq!(fields.len(), 33, "{part}");
        for complaint in &complaints {
            assert!(
                texts.insert(complaint.text.clone()),
                "{} stands twice",
                complaint.id
            );
            for code in &complaint.codes {
                assert!(shown.item(code).is_some(), "{}: there is no {code}", complaint.id);
            }
        }
    }
    assert!(texts.len() >= 300, "{} complaints", texts.len());
}
