//! The boundary list (职责边界清单): who leads, who helps, who supervises, and what each must do.
//!
//! It is executable: asked for an item, a place, a day and a kind of party, it answers; and it finds by itself where
//! nobody leads (a gap) and where two do (an overlap).

use super::{Catalogue, Item};
use crate::{
    Day,
    id::{BrigadeCode, DepartmentCode, FieldNo, ItemCode, StationCode},
    party::PartyKind,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// What a body does in a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BoundaryRole {
    /// 牵头: handles the case.
    Lead,
    /// 配合: helps the one that leads.
    Help,
    /// 监管: supervises before and after (浙江省综合行政执法条例 Art. 16).
    Supervise,
}

/// Who.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", content = "code", rename_all = "snake_case")]
pub enum Body {
    /// A brigade of the bureau.
    Brigade(BrigadeCode),
    /// A department.
    Department(DepartmentCode),
    /// The field station in whose area the place lies.
    Station,
}

/// One line of the list. An empty set of fields, items, stations or parties means: any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoundaryRule {
    /// Its number in the list.
    pub id: String,
    /// What the body does.
    pub role: BoundaryRole,
    /// Who.
    pub body: Body,
    /// For these fields.
    pub fields: BTreeSet<FieldNo>,
    /// For these items.
    pub items: BTreeSet<ItemCode>,
    /// In these station areas.
    pub stations: BTreeSet<StationCode>,
    /// For these kinds of party.
    pub parties: BTreeSet<PartyKind>,
    /// First day it holds.
    pub effective_from: Option<Day>,
    /// Last day it holds.
    pub effective_to: Option<Day>,
    /// Of several that lead, the one of the higher rank does; the same rank twice is an open overlap.
    pub rank: u32,
    /// What must be done.
    pub duty: String,
    /// What it rests on.
    pub article: String,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The item.
    pub item: &'a Item,
    /// The station area the place lies in; none when the place is not known.
    pub station: Option<&'a StationCode>,
    /// The day.
    pub on: Day,
    /// The kind of party; none when it is not known.
    pub party: Option<PartyKind>,
}

/// Who is competent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competence<'a> {
    /// Who leads; none is a gap.
    pub lead: Option<&'a BoundaryRule>,
    /// Others that the list lets lead, of lower rank: the overlap that rank resolves.
    pub outranked: Vec<&'a BoundaryRule>,
    /// Others of the same rank and another body: an open overlap.
    pub open: Vec<&'a BoundaryRule>,
    /// Who helps.
    pub help: Vec<&'a BoundaryRule>,
    /// Who supervises.
    pub supervise: Vec<&'a BoundaryRule>,
}

/// What is wrong at a place of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Nobody leads.
    Gap,
    /// Two of the same rank lead.
    Open,
    /// Two lead, and their rank says which.
    Ranked,
}

/// A gap or an overlap: the same for these items, stations and parties, from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// The lines that lead, the first in rank first.
    pub rules: Vec<String>,
    /// For these items.
    #[schema(value_type = Vec<String>)]
    pub items: Vec<ItemCode>,
    /// In these station areas.
    #[schema(value_type = Vec<String>)]
    pub stations: Vec<StationCode>,
    /// For these kinds of party.
    pub parties: Vec<PartyKind>,
    /// From this day.
    pub from: NaiveDate,
    /// To this day; absent: without end.
    pub to: Option<NaiveDate>,
}

/// The list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoundaryList {
    /// Its lines.
    pub rules: Vec<BoundaryRule>,
}

const PARTIES: [PartyKind; 3] = [PartyKind::Person, PartyKind::SoleTrader, PartyKind::Organisation];

impl BoundaryRule {
    fn is_of(&self, item: &Item) -> bool {
        let any = self.fields.is_empty() && self.items.is_empty();
        any || self.fields.contains(&item.field) || self.items.contains(&item.code)
    }
    fn holds_on(&self, day: Day) -> bool {
        self.effective_from.is_none_or(|first| first <= day)
            && self.effective_to.is_none_or(|last| day <= last)
    }
    /// A place or party that is not known does not exclude a line.
    fn fits(&self, station: Option<&StationCode>, party: Option<PartyKind>, on: Day) -> bool {
        let here = self.stations.is_empty() || station.is_none_or(|station| self.stations.contains(station));
        let them = self.parties.is_empty() || party.is_none_or(|party| self.parties.contains(&party));
        here && them && self.holds_on(on)
    }
}

impl BoundaryList {
    /// The line of a number.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&BoundaryRule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Who is competent.
    #[must_use]
    pub fn answer(&self, question: Question<'_>) -> Competence<'_> {
        let of_item: Vec<&BoundaryRule> = self
            .rules
            .iter()
            .filter(|rule| rule.is_of(question.item))
            .collect();
        answer(&of_item, question.station, question.party, question.on)
    }

    /// Every gap and overlap over all items in force, stations and kinds of party, from a day on.
    #[must_use]
    pub fn findings(&self, catalogue: &Catalogue, stations: &[StationCode], from: Day) -> Vec<Finding> {
        // Items that the same lines speak of have the same answers: a few dozen groups instead of thousands of items.
        let mut groups: BTreeMap<Vec<usize>, Vec<ItemCode>> = BTreeMap::new();
        for item in catalogue
            .items_on(from)
            .filter(|item| item.effective_to.is_none_or(|last| from <= last))
        {
            let numbered = self.rules.iter().enumerate();
            let lines = numbered
                .filter(|(_, rule)| rule.is_of(item))
                .map(|(place, _)| place)
                .collect();
            groups.entry(lines).or_default().push(item.code.clone());
        }
        let mut merged: BTreeMap<(FindingKind, Vec<String>, Vec<ItemCode>, Day), Cells> = BTreeMap::new();
        for (lines, items) in groups {
            let rules: Vec<&BoundaryRule> = lines.iter().filter_map(|place| self.rules.get(*place)).collect();
            for (first, last) in periods(&rules, from) {
                for station in stations {
                    for party in PARTIES {
                        let answer = answer(&rules, Some(station), Some(party), first);
                        let Some((kind, rules)) = answer.finding() else {
                            continue;
                        };
                        let cells = merged.entry((kind, rules, items.clone(), first)).or_default();
                        cells.last = last;
                        cells.stations.insert(station.clone());
                        cells.parties.insert(party);
                    }
                }
            }
        }
        let found = merged
            .into_iter()
            .map(|((kind, rules, items, from), cells)| Finding {
                kind,
                rules,
                items,
                stations: cells.stations.into_iter().collect(),
                parties: cells.parties.into_iter().collect(),
                from,
                to: cells.last,
            });
        found.collect()
    }
}

#[derive(Default)]
struct Cells {
    last: Option<Day>,
    stations: BTreeSet<StationCode>,
    parties: BTreeSet<PartyKind>,
}

fn answer<'a>(
    rules: &[&'a BoundaryRule],
    station: Option<&StationCode>,
    party: Option<PartyKind>,
    on: Day,
) -> Competence<'a> {
    let of = |role: BoundaryRole| {
        let fitting = rules.iter().copied().filter(move |rule| rule.role == role);
        fitting
            .filter(|rule| rule.fits(station, party, on))
            .collect::<Vec<_>>()
    };
    let mut leads = of(BoundaryRole::Lead);
    leads.sort_by(|a, b| b.rank.cmp(&a.rank).then_with(|| a.id.cmp(&b.id)));
    let lead = leads.first().copied();
    let others = leads
        .into_iter()
        .skip(1)
        .filter(|other| lead.is_some_and(|lead| lead.body != other.body));
    let (open, outranked) = others.partition(|other| lead.is_some_and(|lead| lead.rank == other.rank));
    Competence {
        lead,
        outranked,
        open,
        help: of(BoundaryRole::Help),
        supervise: of(BoundaryRole::Supervise),
    }
}

impl Competence<'_> {
    fn finding(&self) -> Option<(FindingKind, Vec<String>)> {
        let ids = |others: &[&BoundaryRule]| {
            self.lead
                .into_iter()
                .chain(others.iter().copied())
                .map(|rule| rule.id.clone())
                .collect()
        };
        match self.lead {
            None => Some((FindingKind::Gap, Vec::new())),
            Some(_) if !self.open.is_empty() => Some((FindingKind::Open, ids(&self.open))),
            Some(_) if !self.outranked.is_empty() => Some((FindingKind::Ranked, ids(&self.outranked))),
            Some(_) => None,
        }
    }
}

/// The stretches of time between which no line begins or ends.
fn periods(rules: &[&BoundaryRule], from: Day) -> Vec<(Day, Option<Day>)> {
    let begins = rules.iter().filter_map(|rule| rule.effective_from);
    let ends = rules
        .iter()
        .filter_map(|rule| rule.effective_to.and_then(|last| last.succ_opt()));
    let mut days: BTreeSet<Day> = begins.chain(ends).filter(|day| *day > from).collect();
    days.insert(from);
    let days: Vec<Day> = days.into_iter().collect();
    let last = |place: usize| days.get(place + 1).and_then(|next| next.pred_opt());
    days.iter()
        .enumerate()
        .map(|(place, day)| (*day, last(place)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn item(code: &str, field: &str) -> Item {
        serde_json::from_value(serde_json::json!({
            "code": code, "field": field, "serial": 1, "name": code, "statute": "甲条例", "statute_level": "行政法规",
            "penalty_article": "第一条", "penalty_kinds": ["warning"], "party": "both",
            "fine": {"kind": "unnamed"}, "precondition": "none"
        }))
        .unwrap()
    }

    fn rule(id: &str, brigade: &str, field: &str, rank: u32) -> BoundaryRule {
        BoundaryRule {
            id: id.to_owned(),
            role: BoundaryRole::Lead,
            body: Body::Brigade(BrigadeCode::try_new(brigade).unwrap()),
            fields: [FieldNo::try_new(field).unwrap()].into(),
            items: BTreeSet::new(),
            stations: BTreeSet::new(),
            parties: BTreeSet::new(),
            effective_from: None,
            effective_to: None,
            rank,
            duty: "办理".to_owned(),
            article: String::new(),
        }
    }

    fn catalogue() -> Catalogue {
        Catalogue::new(
            Vec::new(),
            vec![item("A", "20"), item("B", "31"), item("C", "99")],
        )
    }

    fn stations() -> Vec<StationCode> {
        ["S1", "S2"]
            .map(|code| StationCode::try_new(code).unwrap())
            .into()
    }

    fn found(rules: Vec<BoundaryRule>) -> Vec<(FindingKind, Vec<String>, usize, usize)> {
        let list = BoundaryList { rules };
        let findings = list.findings(&catalogue(), &stations(), day("2026-07-20"));
        findings
            .into_iter()
            .map(|finding| {
                (
                    finding.kind,
                    finding.rules,
                    finding.items.len(),
                    finding.stations.len(),
                )
            })
            .collect()
    }

    #[test]
    fn a_field_nobody_leads_is_a_gap() {
        let gaps = found(vec![rule("1", "B1", "20", 10), rule("2", "B4", "31", 10)]);
        assert_eq!(gaps, [(FindingKind::Gap, Vec::new(), 1, 2)]);
    }

    #[test]
    fn an_overlap_has_a_rank_or_is_open() {
        let mut fumes = rule("3", "B1", "31", 20);
        let fields = [
            rule("0", "B9", "99", 10),
            rule("1", "B1", "20", 10),
            rule("2", "B4", "31", 10),
        ];
        let with = |line: &BoundaryRule| found(fields.iter().cloned().chain([line.clone()]).collect());
        assert_eq!(
            with(&fumes),
            [(FindingKind::Ranked, vec!["3".into(), "2".into()], 1, 2)]
        );
        fumes.rank = 10;
        assert_eq!(
            with(&fumes),
            [(FindingKind::Open, vec!["2".into(), "3".into()], 1, 2)]
        );
        fumes.stations = [StationCode::try_new("S2").unwrap()].into();
        assert_eq!(
            with(&fumes),
            [(FindingKind::Open, vec!["2".into(), "3".into()], 1, 1)]
        );
        fumes.body = fields[2].body.clone();
        assert_eq!(with(&fumes), [], "the same body twice is no overlap");
    }

    #[test]
    fn a_line_that_ends_leaves_a_gap_from_the_next_day() {
        let mut ends = rule("1", "B1", "20", 10);
        ends.effective_to = Some(day("2026-12-31"));
        let list = BoundaryList {
            rules: vec![ends, rule("2", "B4", "31", 10), rule("0", "B9", "99", 10)],
        };
        let findings = list.findings(&catalogue(), &stations(), day("2026-07-20"));
        assert_eq!(findings.len(), 1);
        assert_eq!(
            (findings[0].kind, findings[0].from, findings[0].to),
            (FindingKind::Gap, day("2027-01-01"), None)
        );
        let a = item("A", "20");
        let ask = |on: &str| {
            list.answer(Question {
                item: &a,
                station: None,
                on: day(on),
                party: None,
            })
            .lead
            .is_some()
        };
        assert!(ask("2026-12-31") && !ask("2027-01-01"));
    }

    /// What the finder says of whole groups is what the single question says of each item, place, party and day.
    #[test]
    fn the_finder_agrees_with_every_single_question() {
        let mut later = rule("4", "B2", "20", 10);
        later.effective_from = Some(day("2026-09-01"));
        later.parties = [PartyKind::Organisation].into();
        let list = BoundaryList {
            rules: vec![
                rule("1", "B1", "20", 10),
                rule("2", "B4", "31", 10),
                rule("3", "B1", "31", 20),
                later,
            ],
        };
        let catalogue = catalogue();
        let findings = list.findings(&catalogue, &stations(), day("2026-07-20"));
        for item in catalogue.every_version() {
            for station in &stations() {
                for party in PARTIES {
                    for on in ["2026-07-20", "2026-08-31", "2026-09-01", "2027-01-01"].map(day) {
                        let question = Question {
                            item,
                            station: Some(station),
                            on,
                            party: Some(party),
                        };
                        let single = list.answer(question).finding();
                        let whole = findings.iter().find(|finding| {
                            finding.items.contains(&item.code)
                                && finding.stations.contains(station)
                                && finding.parties.contains(&party)
                                && finding.from <= on
                                && finding.to.is_none_or(|last| on <= last)
                        });
                        assert_eq!(single, whole.map(|finding| (finding.kind, finding.rules.clone())));
                    }
                }
            }
        }
    }
}
