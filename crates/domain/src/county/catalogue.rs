//! Fields and items.

use super::rows::{Reader, Row, word};
use crate::{
    catalogue::{Field, FineRange, Item, PenaltyKind},
    id::{BrigadeCode, DepartmentCode, FieldNo, ItemCode},
    money::Fen,
    organisation::{Brigade, Department},
};
use std::collections::BTreeSet;

pub(super) fn fields(reader: &Reader<'_>, departments: &[Department], brigades: &[Brigade]) -> Vec<Field> {
    let departments: BTreeSet<DepartmentCode> = departments.iter().map(|d| d.code.clone()).collect();
    let brigades: BTreeSet<BrigadeCode> = brigades.iter().map(|b| b.code.clone()).collect();
    let mut seen = BTreeSet::new();
    let mut fields = Vec::new();
    for row in reader.table("fields.csv", &["no", "name", "department", "brigade", "profile"]) {
        let field = (
            row.must("no", FieldNo::try_new),
            row.required("name"),
            row.known("department", &departments).flatten(),
            row.known("brigade", &brigades).flatten(),
            row.required("profile"),
        );
        let (Some(no), Some(name), Some(department), Some(brigade), Some(profile)) = field else {
            row.fault("", "the field is not complete");
            continue;
        };
        if !seen.insert(no.clone()) {
            row.fault("no", "the field stands twice");
        }
        fields.push(Field {
            no,
            name,
            department,
            brigade,
            profile,
        });
    }
    fields
}

const ITEM_COLUMNS: [&str; 18] = [
    "code",
    "field",
    "serial",
    "name",
    "statute",
    "statute_level",
    "statute_version",
    "in_force_to",
    "breach_article",
    "penalty_article",
    "penalty_kinds",
    "party",
    "fine_min",
    "fine_max",
    "fine_unit",
    "fine_per",
    "precondition",
    "seizure_basis",
];

pub(super) fn items(reader: &Reader<'_>, fields: &[Field]) -> Vec<Item> {
    let fields: BTreeSet<FieldNo> = fields.iter().map(|f| f.no.clone()).collect();
    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    for row in reader.table("items.csv", &ITEM_COLUMNS) {
        if let Some(item) = item(&row, &fields) {
            if !seen.insert(item.code.clone()) {
                row.fault("code", "the code stands twice");
            }
            items.push(item);
        }
    }
    items
}

fn item(row: &Row<'_>, fields: &BTreeSet<FieldNo>) -> Option<Item> {
    let field = row.known("field", fields)?;
    if field.is_none() {
        row.fault("field", "the cell is empty");
    }
    Some(Item {
        code: row.must("code", ItemCode::try_new)?,
        field: field?,
        serial: row.must("serial", str::parse::<u32>)?,
        name: row.required("name")?,
        statute: row.required("statute")?,
        statute_level: row.required("statute_level")?,
        statute_version: row.optional("statute_version"),
        in_force_to: row.day("in_force_to")?,
        breach_article: row.optional("breach_article"),
        penalty_article: row.required("penalty_article")?,
        penalty_kinds: row.must("penalty_kinds", |text| {
            text.split('|')
                .map(word::<PenaltyKind>)
                .collect::<Result<Vec<_>, _>>()
        })?,
        party: row.word("party")?,
        fine: fine(row)?,
        precondition: row.word("precondition")?,
        seizure_basis: row.optional("seizure_basis"),
    })
}

fn fine(row: &Row<'_>) -> Option<FineRange> {
    let yuan = |column| {
        row.read(column, |text| {
            decimal(text, 100).and_then(|fen| Fen::try_new(fen).map_err(|e| e.to_string()))
        })
    };
    let thousandths = |column| {
        row.read(column, |text| {
            decimal(text, 1_000).and_then(|n| u32::try_from(n).map_err(|e| e.to_string()))
        })
    };
    let range = match row.cell("fine_unit") {
        "" => return Some(FineRange::Unnamed),
        "yuan" => FineRange::Amount {
            min: yuan("fine_min")?,
            max: yuan("fine_max")?,
            per: row.optional("fine_per"),
        },
        "multiple" => FineRange::Multiple {
            min: thousandths("fine_min")?,
            max: thousandths("fine_max")?,
        },
        "percent" => FineRange::Percent {
            min: thousandths("fine_min")?,
            max: thousandths("fine_max")?,
        },
        other => {
            row.fault(
                "fine_unit",
                format!("'{other}' is none of yuan, multiple, percent"),
            );
            return None;
        }
    };
    let upside_down = match &range {
        FineRange::Amount {
            min: Some(min),
            max: Some(max),
            ..
        } => min > max,
        FineRange::Multiple {
            min: Some(min),
            max: Some(max),
        }
        | FineRange::Percent {
            min: Some(min),
            max: Some(max),
        } => min > max,
        _ => false,
    };
    if upside_down {
        row.fault("fine_max", "the most is less than the least");
        return None;
    }
    Some(range)
}

/// A decimal number times `scale`, exactly; nothing is rounded.
fn decimal(text: &str, scale: i64) -> Result<i64, String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
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
    if value < 0 {
        Err("is negative".to_owned())
    } else {
        Ok(value)
    }
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
    }
}
