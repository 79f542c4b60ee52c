//! The branches of a fine, from the cells of their group.

use super::{
    columns::{CONDITIONS, RANGE_UNITS},
    read::{longest, number, one_of, stretch},
};
use crate::{
    catalogue::{FineBase, FineBranch, FineCondition, FineFormula, FineRange, FineSubject, range::UNITS},
    county::rows::Row,
    money::Fen,
};
use std::collections::BTreeMap;

pub(super) fn fine(row: &Row<'_>) -> Option<FineFormula> {
    let columns = [
        "fine_subject",
        "fine_condition",
        "fine_threshold",
        "fine_min",
        "fine_max",
        "fine_unit",
        "fine_per",
        "fine_base",
    ];
    let length = longest(row, &columns);
    let mut lists = BTreeMap::new();
    for column in columns {
        lists.insert(column, stretch(row, column, length)?);
    }
    let mut branches = Vec::new();
    for place in 0..length {
        let at = |column: &str| {
            let values = lists.get(column).and_then(|values| values.get(place));
            values.map_or("", String::as_str)
        };
        let new = branch(row, &at)?;
        let same = |other: &FineBranch| (other.subject, other.condition) == (new.subject, new.condition);
        if branches.iter().any(same) {
            row.fault_as(
                "fine.branch_twice",
                "fine_subject",
                "two branches are for the same party on the same condition",
            );
            return None;
        }
        branches.push(new);
    }
    // An amount that no unit goes with is no range; it was left empty on purpose.
    Some(FineFormula::new(branches))
}

fn branch<'t>(row: &Row<'_>, at: &impl Fn(&str) -> &'t str) -> Option<FineBranch> {
    let unknown = |column: &str| {
        row.fault_as(
            "cell.unknown",
            column,
            format!("'{}' is no word of this column", at(column)),
        );
    };
    let named = |column: &str, words: &[(&'static str, &'static str)], empty: &'static str| {
        let text = at(column);
        if text.is_empty() {
            return Some(empty);
        }
        let found = words.iter().find(|(id, chinese)| *id == text || *chinese == text);
        if found.is_none() {
            unknown(column);
        }
        found.map(|(id, _)| *id)
    };
    let subject = match at("fine_subject") {
        "" => FineSubject::Any,
        text => one_of(text, &FineSubject::ALL, FineSubject::chinese).or_else(|| {
            unknown("fine_subject");
            None
        })?,
    };
    let base = match at("fine_base") {
        "" => FineBase::Clause,
        text => one_of(text, &FineBase::ALL, FineBase::chinese).or_else(|| {
            unknown("fine_base");
            None
        })?,
    };
    let fen = |column: &str| number(row, column, at(column), 100, |fen| Fen::try_new(fen).ok());
    let threshold = || {
        let amount = fen("fine_threshold")?;
        if amount.is_none() {
            row.fault_as("cell.empty", "fine_threshold", "this condition needs an amount");
        }
        amount
    };
    let condition = match named("fine_condition", &CONDITIONS, "always")? {
        "base_at_least" => FineCondition::BaseAtLeast { fen: threshold()? },
        "base_below" => FineCondition::BaseBelow { fen: threshold()? },
        "uncorrected" => FineCondition::Uncorrected,
        "correctable" => FineCondition::Correctable,
        "not_correctable" => FineCondition::NotCorrectable,
        _ => FineCondition::Always,
    };
    let thousandths = |column: &str| number(row, column, at(column), 1_000, |n| u32::try_from(n).ok());
    let per = match at("fine_per") {
        "" => None,
        text => Some(
            UNITS
                .iter()
                .find(|(id, chinese)| *id == text || *chinese == text)
                .map_or(text, |(id, _)| *id)
                .to_owned(),
        ),
    };
    let range = match named("fine_unit", &RANGE_UNITS, "")? {
        "yuan" => FineRange::Amount {
            min: fen("fine_min")?,
            max: fen("fine_max")?,
            per,
        },
        "multiple" => FineRange::Multiple {
            min: thousandths("fine_min")?,
            max: thousandths("fine_max")?,
        },
        "percent" => FineRange::Percent {
            min: thousandths("fine_min")?,
            max: thousandths("fine_max")?,
        },
        "daily" => FineRange::Daily,
        _ => {
            row.fault_as(
                "cell.empty",
                "fine_unit",
                "an amount needs a unit: yuan, multiple, percent, daily",
            );
            return None;
        }
    };
    if is_upside_down(&range) {
        row.fault_as("fine.upside_down", "fine_max", "the most is less than the least");
        return None;
    }
    Some(FineBranch {
        subject,
        condition,
        base,
        range,
    })
}

fn is_upside_down(range: &FineRange) -> bool {
    match range {
        FineRange::Amount { min, max, .. } => min.zip(*max).is_some_and(|(min, max)| min > max),
        FineRange::Multiple { min, max } | FineRange::Percent { min, max } => {
            min.zip(*max).is_some_and(|(min, max)| min > max)
        }
        FineRange::Unnamed | FineRange::Daily => false,
    }
}
