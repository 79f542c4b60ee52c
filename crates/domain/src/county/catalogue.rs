//! Fields, statutes, items, and the lists that items point to.

use super::rows::{Reader, Row, word};
use crate::{
    catalogue::{
        ApprovalItem, ApprovalLink, Catalogue, Field, FineRange, Grade, InspectionItem, Item, Lists,
        NoPenaltyEntry, Statute, StatuteTable, article_of,
        boundary::{Body, BoundaryList, BoundaryRule},
        sheet::{self, COLUMNS, Context},
    },
    id::{BrigadeCode, DepartmentCode, FieldNo, ItemCode, StationCode},
    money::Fen,
    organisation::{Brigade, Department, Station},
    party::PartyKind,
};
use std::collections::BTreeSet;

fn fields(reader: &Reader<'_>, departments: &[Department], brigades: &[Brigade]) -> Vec<Field> {
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

/// The whole catalogue: fields, statutes, items, lists, boundary.
pub(super) fn catalogue(
    reader: &Reader<'_>,
    departments: &[Department],
    brigades: &[Brigade],
    stations: &[Station],
) -> Catalogue {
    let fields = fields(reader, departments, brigades);
    let statutes = StatuteTable::new(statutes(reader));
    let items = items(reader, &fields, departments, &statutes);
    let numbers: BTreeSet<FieldNo> = fields.iter().map(|field| field.no.clone()).collect();
    let codes: BTreeSet<ItemCode> = items.iter().map(|item| item.code.clone()).collect();
    let mut catalogue = Catalogue::new(fields, items);
    catalogue.statutes = statutes;
    catalogue.lists = Lists {
        grades: grades(reader, &codes),
        no_penalty: no_penalty(reader),
        inspections: inspections(reader),
        approvals: approvals(reader, departments),
        approval_links: approval_links(reader, &codes),
    };
    catalogue.boundary = BoundaryList {
        rules: boundary(reader, &numbers, &codes, departments, brigades, stations),
    };
    catalogue
}

fn statutes(reader: &Reader<'_>) -> Vec<Statute> {
    let columns = [
        "name",
        "level",
        "version",
        "in_force_from",
        "in_force_to",
        "successor",
        "articles",
        "note",
    ];
    let mut seen = BTreeSet::new();
    let mut statutes = Vec::new();
    for row in reader.table("statutes.csv", &columns) {
        let statute = (
            row.required("name"),
            row.required("level"),
            row.day("in_force_from"),
            row.day("in_force_to"),
        );
        let (Some(name), Some(level), Some(in_force_from), Some(in_force_to)) = statute else {
            continue;
        };
        let version = row.optional("version");
        if !seen.insert((name.clone(), version.clone())) {
            row.fault("version", "this version of the statute stands twice");
        }
        let articles = row
            .cell("articles")
            .split('|')
            .map(str::trim)
            .filter(|text| !text.is_empty());
        statutes.push(Statute {
            articles: articles.map(|text| article_of(text).into_owned()).collect(),
            name,
            level,
            version,
            in_force_from,
            in_force_to,
            successor: row.optional("successor"),
            note: row.optional("note"),
        });
    }
    statutes
}

fn items(
    reader: &Reader<'_>,
    fields: &[Field],
    departments: &[Department],
    statutes: &StatuteTable,
) -> Vec<Item> {
    let columns: Vec<&str> = COLUMNS.iter().map(|column| column.id).collect();
    let rows = reader.table("items.csv", &columns);
    let context = Context {
        fields: &fields.iter().map(|field| field.no.clone()).collect(),
        departments: &departments
            .iter()
            .map(|department| department.code.clone())
            .collect(),
        statutes,
    };
    sheet::read_rows(&rows, context, false)
}

fn grades(reader: &Reader<'_>, codes: &BTreeSet<ItemCode>) -> Vec<Grade> {
    let columns = [
        "item",
        "name",
        "condition",
        "fine_min",
        "fine_max",
        "source",
        "effective_from",
        "effective_to",
    ];
    let rows = reader.table("grades.csv", &columns);
    let grade = |row: &Row<'_>| {
        let fen = |column| {
            row.read(column, |text| {
                sheet::decimal(text, 100).and_then(|fen| Fen::try_new(fen).map_err(|e| e.to_string()))
            })
        };
        Some(Grade {
            item: row.known("item", codes)??,
            name: row.required("name")?,
            condition: row.required("condition")?,
            range: FineRange::Amount {
                min: fen("fine_min")?,
                max: fen("fine_max")?,
                per: None,
            },
            source: row.required("source")?,
            effective_from: row.day("effective_from")?,
            effective_to: row.day("effective_to")?,
        })
    };
    rows.iter().filter_map(grade).collect()
}

fn no_penalty(reader: &Reader<'_>) -> Vec<NoPenaltyEntry> {
    let columns = [
        "no",
        "violation",
        "conditions",
        "source",
        "effective_from",
        "effective_to",
    ];
    let rows = reader.table("no_penalty.csv", &columns);
    let entry = |row: &Row<'_>| {
        Some(NoPenaltyEntry {
            no: row.required("no")?,
            violation: row.required("violation")?,
            conditions: row.required("conditions")?,
            source: row.required("source")?,
            effective_from: row.day("effective_from")?,
            effective_to: row.day("effective_to")?,
        })
    };
    rows.iter().filter_map(entry).collect()
}

fn inspections(reader: &Reader<'_>) -> Vec<InspectionItem> {
    let rows = reader.table(
        "inspections.csv",
        &[
            "no",
            "name",
            "basis",
            "target",
            "frequency",
            "method",
            "effective_from",
            "effective_to",
        ],
    );
    let item = |row: &Row<'_>| {
        Some(InspectionItem {
            no: row.required("no")?,
            name: row.required("name")?,
            basis: row.cell("basis").to_owned(),
            target: row.cell("target").to_owned(),
            frequency: row.cell("frequency").to_owned(),
            method: row.cell("method").to_owned(),
            effective_from: row.day("effective_from")?,
            effective_to: row.day("effective_to")?,
        })
    };
    rows.iter().filter_map(item).collect()
}

fn approvals(reader: &Reader<'_>, departments: &[Department]) -> Vec<ApprovalItem> {
    let departments: BTreeSet<DepartmentCode> = departments.iter().map(|d| d.code.clone()).collect();
    let rows = reader.table(
        "approvals.csv",
        &[
            "no",
            "name",
            "kind",
            "supervisor",
            "statute",
            "term_years",
            "effective_from",
            "effective_to",
        ],
    );
    let item = |row: &Row<'_>| {
        Some(ApprovalItem {
            no: row.required("no")?,
            name: row.required("name")?,
            kind: row.required("kind")?,
            supervisor: row.known("supervisor", &departments)??,
            statute: row.cell("statute").to_owned(),
            term_years: row.read("term_years", str::parse::<u32>)?,
            effective_from: row.day("effective_from")?,
            effective_to: row.day("effective_to")?,
        })
    };
    rows.iter().filter_map(item).collect()
}

fn approval_links(reader: &Reader<'_>, codes: &BTreeSet<ItemCode>) -> Vec<ApprovalLink> {
    let rows = reader.table("approval_links.csv", &["approval", "item", "relation"]);
    let link = |row: &Row<'_>| {
        Some(ApprovalLink {
            approval: row.required("approval")?,
            item: row.known("item", codes)??,
            relation: row.word("relation")?,
        })
    };
    rows.iter().filter_map(link).collect()
}

fn boundary(
    reader: &Reader<'_>,
    fields: &BTreeSet<FieldNo>,
    codes: &BTreeSet<ItemCode>,
    departments: &[Department],
    brigades: &[Brigade],
    stations: &[Station],
) -> Vec<BoundaryRule> {
    let departments: BTreeSet<DepartmentCode> = departments.iter().map(|d| d.code.clone()).collect();
    let brigades: BTreeSet<BrigadeCode> = brigades.iter().map(|b| b.code.clone()).collect();
    let stations: BTreeSet<StationCode> = stations.iter().map(|s| s.code.clone()).collect();
    let columns = [
        "id",
        "role",
        "body",
        "fields",
        "items",
        "stations",
        "parties",
        "effective_from",
        "effective_to",
        "rank",
        "duty",
        "article",
    ];
    let rows = reader.table("boundary.csv", &columns);
    let mut seen = BTreeSet::new();
    let rule = |row: &Row<'_>| {
        let body = match row.cell("body") {
            "@station" => Some(Body::Station),
            text => {
                let brigade = BrigadeCode::try_new(text)
                    .ok()
                    .filter(|code| brigades.contains(code))
                    .map(Body::Brigade);
                let department = || {
                    DepartmentCode::try_new(text)
                        .ok()
                        .filter(|code| departments.contains(code))
                };
                brigade.or_else(|| department().map(Body::Department))
            }
        };
        if body.is_none() {
            row.fault_as(
                "cell.unknown",
                "body",
                "is neither a brigade, a department nor @station",
            );
        }
        Some(BoundaryRule {
            id: row.required("id")?,
            role: row.word("role")?,
            body: body?,
            fields: set(row, "fields", fields)?,
            items: set(row, "items", codes)?,
            stations: set(row, "stations", &stations)?,
            parties: row
                .read("parties", |text| text.split('|').map(word::<PartyKind>).collect())?
                .unwrap_or_default(),
            effective_from: row.day("effective_from")?,
            effective_to: row.day("effective_to")?,
            rank: row.must("rank", str::parse::<u32>)?,
            duty: row.required("duty")?,
            article: row.cell("article").to_owned(),
        })
    };
    let mut rules = Vec::new();
    for row in &rows {
        if let Some(rule) = rule(row) {
            if !seen.insert(rule.id.clone()) {
                row.fault("id", "the number stands twice");
            }
            rules.push(rule);
        }
    }
    rules
}

/// Codes separated by `|`, all among the known ones.
fn set<C: Clone + Ord + TryFrom<String>>(
    row: &Row<'_>,
    column: &str,
    known: &BTreeSet<C>,
) -> Option<BTreeSet<C>> {
    let one = |text: &str| {
        let code = C::try_from(text.trim().to_owned()).ok();
        code.filter(|code| known.contains(code))
            .ok_or_else(|| format!("'{text}' is not among the known codes"))
    };
    Some(
        row.read(column, |text| {
            text.split('|').map(one).collect::<Result<BTreeSet<C>, String>>()
        })?
        .unwrap_or_default(),
    )
}
