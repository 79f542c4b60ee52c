//! From items to rows: the same cells that are read.

use super::columns::{COLUMNS, CONDITIONS, RANGE_UNITS};
use crate::catalogue::{
    FineBase, FineBranch, FineCondition, FineRange, FineSubject, Item, Measure, PenaltyKind, TransferScope,
    range::unit_word,
};
use crate::money::Fen;

/// The headings of the template, in Chinese.
#[must_use]
pub fn header() -> Vec<String> {
    COLUMNS.iter().map(|column| column.chinese.to_owned()).collect()
}

/// The row of an item; no cell begins like a formula.
#[must_use]
pub fn row(item: &Item) -> Vec<String> {
    cells(item).into_iter().map(|(_, text)| text).collect()
}

/// The cells of an item, each with the name of its column, in the order of the template.
#[must_use]
pub fn cells(item: &Item) -> Vec<(&'static str, String)> {
    COLUMNS
        .iter()
        .map(|column| (column.id, cell(item, column.id)))
        .collect()
}

fn cell(item: &Item, column: &str) -> String {
    let branches = item.fine.branches();
    let fine = |value: &dyn Fn(&FineBranch) -> String| join(branches.iter().map(value));
    let day = |day: Option<crate::Day>| day.map_or_else(String::new, |day| day.to_string());
    let number = |number: Option<u32>| number.map_or_else(String::new, |number| number.to_string());
    match column {
        "code" => item.code.to_string(),
        "field" => item.field.to_string(),
        "serial" => item.serial.to_string(),
        "name" => item.name.clone(),
        "basis_role" => join(item.basis.iter().map(|basis| basis.role.chinese().to_owned())),
        "basis_statute" => join(item.basis.iter().map(|basis| basis.statute.clone())),
        "basis_version" => join(
            item.basis
                .iter()
                .map(|basis| basis.version.clone().unwrap_or_default()),
        ),
        "basis_article" => join(item.basis.iter().map(|basis| basis.article.clone())),
        "penalty_kinds" => join(
            item.penalty_kinds
                .iter()
                .map(|kind| PenaltyKind::chinese(*kind).to_owned()),
        ),
        "party" => item.party.chinese().to_owned(),
        "fine_subject" => fine(&|branch| match branch.subject {
            FineSubject::Any => String::new(),
            subject => subject.chinese().to_owned(),
        }),
        "fine_condition" => fine(&|branch| condition(branch.condition).0),
        "fine_threshold" => fine(&|branch| condition(branch.condition).1),
        "fine_min" => fine(&|branch| limits(&branch.range).0),
        "fine_max" => fine(&|branch| limits(&branch.range).1),
        "fine_unit" => fine(&|branch| unit(&branch.range).to_owned()),
        "fine_per" => fine(&|branch| match &branch.range {
            FineRange::Amount { per: Some(per), .. } => unit_word(per).to_owned(),
            _ => String::new(),
        }),
        "fine_base" => fine(&|branch| match branch.base {
            FineBase::Clause => String::new(),
            base => base.chinese().to_owned(),
        }),
        "precondition" => item.precondition.chinese().to_owned(),
        "measures" => join(
            item.measures
                .iter()
                .map(|measure| Measure::chinese(*measure).to_owned()),
        ),
        "transfer_scope" => match item.scope {
            TransferScope::Whole => String::new(),
            part => part.chinese().to_owned(),
        },
        "supervisor" => item
            .supervisor
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
        "profile" => item.profile.clone().unwrap_or_default(),
        "hearing_person" => item.hearing_person.map_or_else(String::new, in_yuan),
        "hearing_organisation" => item.hearing_organisation.map_or_else(String::new, in_yuan),
        "limitation_years" => number(item.limitation_years),
        "suit_days" => number(item.suit_days),
        "no_penalty" => join(item.no_penalty.iter().cloned()),
        "inspections" => join(item.inspections.iter().cloned()),
        "effective_from" => day(item.effective_from),
        "effective_to" => day(item.effective_to),
        "successor" => item
            .successor
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
        _ => item.note.clone().unwrap_or_default(),
    }
}

/// The values of a cell; equal ones of one that stands for all are written once, and empty ones not at all.
fn join(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.collect();
    match values.split_first() {
        Some((first, rest))
            if rest.iter().all(|other| other == first) && (first.is_empty() || rest.is_empty()) =>
        {
            first.clone()
        }
        _ => values.join("|"),
    }
}

fn condition(condition: FineCondition) -> (String, String) {
    let word = |id: &str| {
        let found = CONDITIONS.iter().find(|(name, _)| *name == id);
        found.map_or_else(String::new, |(_, chinese)| (*chinese).to_owned())
    };
    match condition {
        FineCondition::Always => (String::new(), String::new()),
        FineCondition::BaseAtLeast { fen } => (word("base_at_least"), in_yuan(fen)),
        FineCondition::BaseBelow { fen } => (word("base_below"), in_yuan(fen)),
        FineCondition::Uncorrected => (word("uncorrected"), String::new()),
        FineCondition::Correctable => (word("correctable"), String::new()),
        FineCondition::NotCorrectable => (word("not_correctable"), String::new()),
    }
}

fn limits(range: &FineRange) -> (String, String) {
    let thousandths =
        |value: &Option<u32>| value.map_or_else(String::new, |value| plain(i64::from(value), 3));
    match range {
        FineRange::Amount { min, max, .. } => {
            let yuan = |value: &Option<Fen>| value.map_or_else(String::new, in_yuan);
            (yuan(min), yuan(max))
        }
        FineRange::Multiple { min, max } | FineRange::Percent { min, max } => {
            (thousandths(min), thousandths(max))
        }
        FineRange::Unnamed | FineRange::Daily => (String::new(), String::new()),
    }
}

fn unit(range: &FineRange) -> &'static str {
    let id = match range {
        FineRange::Unnamed => return "",
        FineRange::Amount { .. } => "yuan",
        FineRange::Multiple { .. } => "multiple",
        FineRange::Percent { .. } => "percent",
        FineRange::Daily => "daily",
    };
    RANGE_UNITS
        .iter()
        .find(|(name, _)| *name == id)
        .map_or("", |(_, chinese)| *chinese)
}

fn in_yuan(fen: Fen) -> String {
    plain(fen.get(), 2)
}

/// A number with so many decimals, without needless zeros and without separators.
fn plain(value: i64, decimals: usize) -> String {
    let text = format!("{value:0width$}", width = decimals + 1);
    let (whole, fraction) = text.split_at(text.len() - decimals);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn numbers_without_needless_zeros() {
        assert_eq!(plain(5_000_000, 2), "50000");
        assert_eq!(plain(125, 2), "1.25");
        assert_eq!(plain(500, 3), "0.5");
        assert_eq!(plain(0, 2), "0");
    }
}
