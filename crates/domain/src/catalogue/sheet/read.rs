//! From rows to items; a table with any fault gives none, and all its faults are named.

use super::{
    columns::{COLUMNS, column_of},
    read_fine::fine,
};
use crate::{
    catalogue::{
        BasisRole, Item, LegalBasis, Measure, PartyScope, PenaltyKind, Precondition, StatuteTable,
        TransferScope,
    },
    county::{
        Fault, Files,
        rows::{Reader, Row, word},
    },
    id::{DepartmentCode, FieldNo, ItemCode},
    money::Fen,
};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// A table as it was read from CSV or XLSX.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Name of the file or sheet, for faults.
    pub name: String,
    /// The headings.
    pub headings: Vec<String>,
    /// The rows below, each with its number in the file.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// What the cells must agree with.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Known fields.
    pub fields: &'a BTreeSet<FieldNo>,
    /// Known departments.
    pub departments: &'a BTreeSet<DepartmentCode>,
    /// Known statutes with their articles.
    pub statutes: &'a StatuteTable,
}

/// Characters that make a spreadsheet take a cell for a formula.
const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Reads a table that may be headed in Chinese; each code may stand once.
pub fn read(table: &Table, context: Context<'_>) -> Result<Vec<Item>, Vec<Fault>> {
    let files = Files::new();
    let reader = Reader::new(&files);
    let headings: csv::StringRecord = table
        .headings
        .iter()
        .map(|heading| column_of(heading).map_or(heading.trim(), |column| column.id))
        .collect();
    let records = table
        .rows
        .iter()
        .map(|(row, cells)| (*row, cells.iter().collect()))
        .collect();
    let ids: Vec<&str> = COLUMNS.iter().map(|column| column.id).collect();
    let rows = reader.rows(&table.name, &headings, records, &ids);
    let items = read_rows(&rows, context, true);
    if rows.is_empty() && !table.headings.is_empty() {
        reader.fault_as(
            ("table.empty", ""),
            &table.name,
            1,
            "",
            "the table has no row that can be read",
        );
    }
    drop(rows);
    let faults = reader.into_faults();
    if faults.is_empty() { Ok(items) } else { Err(faults) }
}

/// Reads rows; `once`: each code may stand once, else once at a time.
pub(crate) fn read_rows(rows: &[Row<'_>], context: Context<'_>, once: bool) -> Vec<Item> {
    let mut seen: BTreeMap<ItemCode, Vec<(usize, Item)>> = BTreeMap::new();
    let mut items = Vec::new();
    for row in rows {
        let formula = formula_cells(row);
        let Some(item) = item(row, context).filter(|_| !formula) else {
            continue;
        };
        let before = seen.entry(item.code.clone()).or_default();
        if let Some((number, _)) = before.iter().find(|(_, other)| overlap(other, &item)) {
            let code = if unlimited(&item) {
                "code.twice"
            } else {
                "item.overlap"
            };
            let column = if code == "code.twice" {
                "code"
            } else {
                "effective_from"
            };
            row.fault_as(
                code,
                column,
                format!("overlaps with row {number} of the same code"),
            );
        } else if once && !before.is_empty() {
            row.fault_as(
                "code.twice",
                "code",
                "the code stands twice; a later version is a later list",
            );
        }
        before.push((row.number(), item.clone()));
        items.push(item);
    }
    items
}

fn unlimited(item: &Item) -> bool {
    item.effective_from.is_none() && item.effective_to.is_none()
}

fn overlap(a: &Item, b: &Item) -> bool {
    let ends_before = |first: &Item, second: &Item| {
        first
            .effective_to
            .zip(second.effective_from)
            .is_some_and(|(last, first)| last < first)
    };
    !ends_before(a, b) && !ends_before(b, a)
}

fn formula_cells(row: &Row<'_>) -> bool {
    let mut found = false;
    let bad: Vec<String> = row
        .cells()
        .filter(|(_, text)| text.starts_with(FORMULA_SIGNS))
        .map(|(column, _)| column.to_owned())
        .collect();
    for column in bad {
        row.fault_as("cell.formula", &column, "a cell may not begin like a formula");
        found = true;
    }
    found
}

fn item(row: &Row<'_>, context: Context<'_>) -> Option<Item> {
    // Every cell is read before any is missed, so that one pass names all faults of the row.
    let field = row.known("field", context.fields);
    if field == Some(None) {
        row.fault_as("cell.empty", "field", "the cell is empty");
    }
    let code = row.must("code", ItemCode::try_new);
    let serial = row.must("serial", str::parse::<u32>);
    let name = row.required("name");
    let basis = basis(row, context.statutes);
    let kinds = kinds(row);
    let party = choice(row, "party", &PartyScope::ALL, PartyScope::chinese, None);
    let fine = fine(row);
    let precondition = choice(
        row,
        "precondition",
        &Precondition::ALL,
        Precondition::chinese,
        None,
    );
    let measures = many(row, "measures", &Measure::ALL, Measure::chinese);
    let scope = choice(
        row,
        "transfer_scope",
        &TransferScope::ALL,
        TransferScope::chinese,
        Some(TransferScope::Whole),
    );
    let supervisor = row.known("supervisor", context.departments);
    let hearing = (yuan(row, "hearing_person"), yuan(row, "hearing_organisation"));
    let limitation_years = row.read("limitation_years", str::parse::<u32>);
    let suit_days = row.read("suit_days", str::parse::<u32>);
    let (from, to) = (row.day("effective_from"), row.day("effective_to"));
    let successor = row.read("successor", ItemCode::try_new);
    if let (Some(Some(first)), Some(Some(last))) = (from, to)
        && last < first
    {
        row.fault_as(
            "period.upside_down",
            "effective_to",
            "the last day is before the first",
        );
        return None;
    }
    let basis = basis?;
    let level = basis
        .iter()
        .find(|basis| basis.role == BasisRole::Penalty)
        .and_then(|basis| context.statutes.cited(&basis.statute, basis.version.as_deref()))
        .map_or_else(String::new, |statute| statute.level.clone());
    Some(Item {
        code: code?,
        field: field??,
        serial: serial?,
        name: name?,
        statute_level: level,
        basis,
        penalty_kinds: kinds?,
        party: party?,
        fine: fine?,
        precondition: precondition?,
        measures: measures?,
        scope: scope?,
        note: row.optional("note"),
        supervisor: supervisor?,
        profile: row.optional("profile"),
        hearing_person: hearing.0?,
        hearing_organisation: hearing.1?,
        limitation_years: limitation_years?,
        suit_days: suit_days?,
        no_penalty: list(row.cell("no_penalty")),
        inspections: list(row.cell("inspections")),
        effective_from: from?,
        effective_to: to?,
        successor: successor?,
    })
}

/// Values of a cell; an empty cell has none.
fn list(text: &str) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    text.split('|').map(|part| part.trim().to_owned()).collect()
}

/// A list made as long as the others of its group: none stands for empty ones, one for all.
pub(super) fn stretch(row: &Row<'_>, column: &str, length: usize) -> Option<Vec<String>> {
    let values = list(row.cell(column));
    match (values.as_slice(), length) {
        ([], _) => Some(vec![String::new(); length]),
        ([one], _) => Some(vec![one.clone(); length]),
        (many, length) if many.len() == length => Some(values),
        (many, length) => {
            let says = format!("has {} values where the group has {length}", many.len());
            row.fault_as("cell.list_length", column, says);
            None
        }
    }
}

pub(super) fn longest(row: &Row<'_>, columns: &[&str]) -> usize {
    columns
        .iter()
        .map(|column| list(row.cell(column)).len())
        .max()
        .unwrap_or(0)
}

/// One of a closed list, by its Chinese word or by its name in our files.
pub(super) fn one_of<T: Copy + DeserializeOwned>(
    text: &str,
    all: &[T],
    chinese: impl Fn(T) -> &'static str,
) -> Option<T> {
    let by_word = all.iter().copied().find(|value| chinese(*value) == text);
    by_word.or_else(|| word(text).ok())
}

fn choice<T: Copy + DeserializeOwned>(
    row: &Row<'_>,
    column: &str,
    all: &[T],
    chinese: impl Fn(T) -> &'static str,
    empty: Option<T>,
) -> Option<T> {
    let text = row.cell(column);
    if text.is_empty() && empty.is_some() {
        return empty;
    }
    let text = row.required(column)?;
    let found = one_of(&text, all, chinese);
    if found.is_none() {
        row.fault_as(
            "cell.unknown",
            column,
            format!("'{text}' is no word of this column"),
        );
    }
    found
}

fn many<T: Copy + DeserializeOwned>(
    row: &Row<'_>,
    column: &str,
    all: &[T],
    chinese: impl Fn(T) -> &'static str + Copy,
) -> Option<Vec<T>> {
    let mut found = Vec::new();
    for text in list(row.cell(column)) {
        let Some(value) = one_of(&text, all, chinese) else {
            row.fault_as(
                "cell.unknown",
                column,
                format!("'{text}' is no word of this column"),
            );
            return None;
        };
        found.push(value);
    }
    Some(found)
}

fn kinds(row: &Row<'_>) -> Option<Vec<PenaltyKind>> {
    row.required("penalty_kinds")?;
    many(row, "penalty_kinds", &PenaltyKind::ALL, PenaltyKind::chinese)
}

fn basis(row: &Row<'_>, statutes: &StatuteTable) -> Option<Vec<LegalBasis>> {
    let columns = ["basis_role", "basis_statute", "basis_version", "basis_article"];
    for column in ["basis_role", "basis_statute", "basis_article"] {
        row.required(column)?;
    }
    let length = longest(row, &columns);
    let roles = stretch(row, "basis_role", length)?;
    let names = stretch(row, "basis_statute", length)?;
    let versions = stretch(row, "basis_version", length)?;
    let articles = stretch(row, "basis_article", length)?;
    let mut basis = Vec::new();
    for (((role, statute), version), article) in roles.into_iter().zip(names).zip(versions).zip(articles) {
        let Some(role) = one_of(&role, &BasisRole::ALL, BasisRole::chinese) else {
            row.fault_as(
                "cell.unknown",
                "basis_role",
                format!("'{role}' is no word of this column"),
            );
            return None;
        };
        let version = Some(version).filter(|version| !version.is_empty());
        if statutes.versions(&statute).is_empty() {
            row.fault_as(
                "statute.unknown",
                "basis_statute",
                format!("'{statute}' is not in the statute table"),
            );
            return None;
        }
        let Some(cited) = statutes.cited(&statute, version.as_deref()) else {
            row.fault_as(
                "statute.version_unknown",
                "basis_version",
                "this version is not in the statute table",
            );
            return None;
        };
        // A duty is sometimes cited by its place in the clause (前款), which is no article.
        let checked = role == BasisRole::Penalty || article.contains('条') && article.contains('第');
        if checked && !cited.has_article(&article) && !article.starts_with("本条") {
            let says = format!("'{article}' is not among the articles of {statute} in the statute table");
            row.fault_as("article.unknown", "basis_article", says);
            return None;
        }
        basis.push(LegalBasis {
            role,
            statute,
            version,
            article,
        });
    }
    if !basis.iter().any(|basis| basis.role == BasisRole::Penalty) {
        row.fault_as(
            "basis.no_penalty",
            "basis_role",
            "at least one article must be of the penalty",
        );
        return None;
    }
    Some(basis)
}

fn yuan(row: &Row<'_>, column: &str) -> Option<Option<Fen>> {
    number(row, column, row.cell(column), 100, |fen| Fen::try_new(fen).ok())
}

/// A decimal number times `scale`, exactly; nothing is rounded. `Some(None)` when the text is empty.
pub(super) fn number<T>(
    row: &Row<'_>,
    column: &str,
    text: &str,
    scale: i64,
    make: impl Fn(i64) -> Option<T>,
) -> Option<Option<T>> {
    if text.is_empty() {
        return Some(None);
    }
    let value = decimal(text, scale).and_then(|value| make(value).ok_or_else(|| "is too large".to_owned()));
    match value {
        Ok(value) => Some(Some(value)),
        Err(says) => {
            row.fault_as("cell.not_a_number", column, format!("'{text}': {says}"));
            None
        }
    }
}

/// A decimal number times `scale`, exactly.
pub(crate) fn decimal(text: &str, scale: i64) -> Result<i64, String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("not a number".to_owned());
    }
    let mut value: i64 = whole
        .parse::<i64>()
        .map_err(|e| e.to_string())?
        .checked_mul(scale)
        .ok_or("too large")?;
    let mut place = scale;
    for c in fraction.chars() {
        let digit = c.to_digit(10).ok_or("not a number")?;
        place /= 10;
        if place == 0 && digit != 0 {
            return Err("has more decimals than can be kept".to_owned());
        }
        value = value.checked_add(i64::from(digit) * place).ok_or("too large")?;
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_exact() {
        assert_eq!(decimal("50000", 100), Ok(5_000_000));
        assert_eq!(decimal("0.5", 1_000), Ok(500));
        assert_eq!(decimal("1.25", 100), Ok(125));
        assert!(decimal("1.255", 100).is_err());
        assert!(decimal("-3", 100).is_err());
        assert!(decimal("3e5", 100).is_err());
        assert!(decimal("", 100).is_err());
    }
}
