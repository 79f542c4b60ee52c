//! Enforcement items: the list, one item on a day, its range, and the right one from plain words.

use super::{page_size, query};
use crate::{
    body::Body,
    error::{Answer, ApiError},
    guard::SignedIn,
    parts::Parts,
    views::{
        ListOf, PageOf, case,
        catalogue::{self, ComputedRange, ItemSummary, ItemView, Suggestion},
    },
};
use rocket::{Route, State, delete, get, http::Status, post, routes, serde::json::Json};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use yizhi_domain::{
    Day,
    catalogue::{FineFacts, Item, PenaltyKind, Quantity},
    id::{DepartmentCode, FieldNo, ItemCode},
    money::Fen,
    party::PartyKind,
    permit::{Act, permit_some, reach},
};
use yizhi_persistence::{CaseFilter, CaseSort};
use yizhi_search::Query;

pub(super) fn routes() -> Vec<Route> {
    routes![
        items,
        counts,
        suggest,
        choose,
        choices,
        reset_choices,
        item,
        range,
        cases
    ]
}

/// The longest text that is searched for, in characters; a lead may be longer, its beginning tells.
const LONGEST: usize = 400;

fn day_of(parts: &Parts, on: Option<&str>) -> Answer<Day> {
    Ok(query(on, "on", |text| text.parse::<Day>().ok())?.unwrap_or_else(|| parts.today()))
}

/// Items, in order of code; every word of `q` must stand in name, statute, article or code.
#[expect(clippy::too_many_arguments, reason = "each is a filter of the list")]
#[utoipa::path(tag = "items", responses((status = 200, body = PageOf<ItemSummary>)))]
#[get("/items?<q>&<field>&<department>&<kind>&<state>&<on>&<after>&<limit>")]
pub async fn items(
    who: SignedIn,
    parts: &State<Parts>,
    q: Option<&str>,
    field: Option<&str>,
    department: Option<&str>,
    kind: Option<&str>,
    state: Option<&str>,
    on: Option<&str>,
    after: Option<&str>,
    limit: Option<u64>,
) -> Answer<Json<PageOf<ItemSummary>>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = day_of(parts, on)?;
    let filter = Filter::read(q, field, department, kind, state)?;
    let after = query(after, "after", |text| ItemCode::try_new(text).ok())?;
    let limit = usize::try_from(page_size(limit)).unwrap_or(50);
    let shown = parts.shown();
    let mut found = shown
        .catalogue
        .items_on(on)
        .filter(|item| after.as_ref().is_none_or(|after| item.code > *after))
        .filter(|item| filter.takes(&shown, item, on));
    let rows: Vec<ItemSummary> = found
        .by_ref()
        .take(limit)
        .map(|item| catalogue::summary(parts, &shown, item, on))
        .collect();
    let more = found.next().is_some();
    let next = rows.last().filter(|_| more).map(|row| row.code.to_string());
    Ok(Json(PageOf { items: rows, next }))
}

/// Which items.
struct Filter<'a> {
    words: Vec<&'a str>,
    field: Option<FieldNo>,
    department: Option<DepartmentCode>,
    kind: Option<PenaltyKind>,
    state: Option<&'a str>,
}

impl<'a> Filter<'a> {
    fn read(
        q: Option<&'a str>,
        field: Option<&str>,
        department: Option<&str>,
        kind: Option<&str>,
        state: Option<&'a str>,
    ) -> Answer<Self> {
        Ok(Self {
            words: q.unwrap_or("").split_whitespace().collect(),
            field: query(field, "field", |text| FieldNo::try_new(text).ok())?,
            department: query(department, "department", |text| {
                DepartmentCode::try_new(text).ok()
            })?,
            kind: query(kind, "kind", |text| {
                serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
            })?,
            state: query(state, "state", |text| {
                ["in_force", "ended", "needs_successor"]
                    .contains(&text)
                    .then_some(())
            })?
            .and(state),
        })
    }

    fn takes(&self, shown: &crate::catalogue::Shown, item: &Item, on: Day) -> bool {
        let of_department = |code: &DepartmentCode| {
            shown
                .catalogue
                .field(&item.field)
                .is_some_and(|field| field.department == *code)
        };
        self.field.as_ref().is_none_or(|field| item.field == *field)
            && self.department.as_ref().is_none_or(of_department)
            && self.kind.is_none_or(|kind| item.penalty_kinds.contains(&kind))
            && self.state.is_none_or(|state| match state {
                "in_force" => item.in_force_on(on),
                "ended" => !item.in_force_on(on),
                _ => shown.catalogue.successor_statute(item, on).is_some(),
            })
            && self.words.iter().all(|word| has(item, word))
    }
}

fn has(item: &Item, word: &str) -> bool {
    item.name.contains(word)
        || item.statute().contains(word)
        || item.penalty_article().contains(word)
        || item.code.as_str().eq_ignore_ascii_case(word)
}

/// How many items, by field and by state, on a day.
#[derive(Serialize, ToSchema)]
pub struct ItemCounts {
    /// The day.
    pub on: chrono::NaiveDate,
    /// All.
    pub items: usize,
    /// In force.
    pub in_force: usize,
    /// No longer or not yet.
    pub ended: usize,
    /// Of those, resting on a statute whose successor is known but whose articles are not in the catalogue.
    pub needs_successor: usize,
    /// By field.
    pub fields: Vec<FieldCount>,
}

/// A field with its items.
#[derive(Serialize, ToSchema)]
pub struct FieldCount {
    /// Number.
    #[schema(value_type = String)]
    pub no: FieldNo,
    /// Name.
    pub name: String,
    /// Department that handed it over.
    pub department: String,
    /// Brigade that handles it.
    pub brigade: String,
    /// All.
    pub items: usize,
    /// In force.
    pub in_force: usize,
}

/// How many items, by field and by state, on a day.
#[utoipa::path(tag = "items", operation_id = "count_items", responses((status = 200, body = ItemCounts)))]
#[get("/items/counts?<on>")]
pub async fn counts(who: SignedIn, parts: &State<Parts>, on: Option<&str>) -> Answer<Json<ItemCounts>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = day_of(parts, on)?;
    let shown = parts.shown();
    let mut by_field: BTreeMap<&FieldNo, (usize, usize)> = BTreeMap::new();
    let mut needs_successor = 0;
    for item in shown.catalogue.items_on(on) {
        let (all, live) = by_field.entry(&item.field).or_default();
        *all += 1;
        *live += usize::from(item.in_force_on(on));
        needs_successor += usize::from(shown.catalogue.successor_statute(item, on).is_some());
    }
    let items = by_field.values().map(|(all, _)| all).sum();
    let in_force = by_field.values().map(|(_, live)| live).sum();
    let field = |field: &yizhi_domain::catalogue::Field| {
        let (items, in_force) = by_field.get(&field.no).copied().unwrap_or_default();
        FieldCount {
            no: field.no.clone(),
            name: field.name.clone(),
            department: parts.county.department_name(&field.department).to_owned(),
            brigade: parts.county.brigade_name(&field.brigade).to_owned(),
            items,
            in_force,
        }
    };
    Ok(Json(ItemCounts {
        on,
        items,
        in_force,
        ended: items - in_force,
        needs_successor,
        fields: shown.catalogue.fields().map(field).collect(),
    }))
}

/// The items that fit a text best, each with why.
#[utoipa::path(tag = "items", operation_id = "suggest_items", responses((status = 200, body = ListOf<Suggestion>)))]
#[get("/items/suggest?<q>&<field>&<party>&<on>&<limit>")]
pub async fn suggest(
    who: SignedIn,
    parts: &State<Parts>,
    q: &str,
    field: Option<&str>,
    party: Option<&str>,
    on: Option<&str>,
    limit: Option<usize>,
) -> Answer<Json<ListOf<Suggestion>>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = day_of(parts, on)?;
    let field = query(field, "field", |text| FieldNo::try_new(text).ok())?;
    let party = query(party, "party", |text| {
        serde_json::from_value::<PartyKind>(serde_json::Value::String(text.to_owned())).ok()
    })?;
    let shown = parts.shown();
    let asked = Query {
        text: q.chars().take(LONGEST).collect(),
        field: field
            .and_then(|no| shown.catalogue.field(&no))
            .map(|field| field.name.clone()),
        party: party.map(|kind| match kind {
            PartyKind::Organisation => "organisation".to_owned(),
            PartyKind::Person | PartyKind::SoleTrader => "person".to_owned(),
        }),
        limit: limit.unwrap_or(10).clamp(1, 50),
    };
    let hits = shown.index.search(&asked, &shown.choices());
    let items = hits
        .iter()
        .filter_map(|hit| catalogue::suggestion(parts, &shown, hit, on))
        .collect();
    Ok(Json(ListOf { items }))
}

/// An item that was chosen after a text was searched for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The text.
    pub q: String,
    /// The item.
    #[schema(value_type = String)]
    pub code: ItemCode,
}

/// What was learned from a choice: the concepts it was counted for. The text itself is not kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct Learned {
    /// Names of concepts.
    pub concepts: Vec<String>,
}

/// Counts a choice for each concept of the lexicon that the text fires.
#[utoipa::path(tag = "items", operation_id = "choose_item", request_body = Choice, responses((status = 200, body = Learned)))]
#[post("/items/choices", data = "<body>")]
pub async fn choose(who: SignedIn, parts: &State<Parts>, body: Body<Choice>) -> Answer<Json<Learned>> {
    permit_some(&who.actor, Act::HandleCase).or_else(|_| permit_some(&who.actor, Act::AnswerReferral))?;
    let shown = parts.shown();
    if shown.catalogue.item(&body.0.code).is_none() {
        return Err(ApiError::NotFound);
    }
    let text: String = body.0.q.chars().take(LONGEST).collect();
    let concepts = shown.index.concepts_in(&text);
    parts
        .store
        .add_choice(concepts.clone(), body.0.code, parts.now())
        .await?;
    parts.shelf.refresh(&parts.store, parts.today()).await?;
    Ok(Json(Learned { concepts }))
}

/// What officers chose, as it weighs in the ranking.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChoiceView {
    /// Concept of the lexicon.
    pub concept: String,
    /// Item.
    #[schema(value_type = String)]
    pub code: ItemCode,
    /// Its name.
    pub name: String,
    /// How often.
    pub times: u64,
    /// What it adds to the score, in thousandths.
    pub weight: i64,
    /// When last.
    pub last_at: chrono::DateTime<chrono::FixedOffset>,
}

/// What officers chose, the most frequent first.
#[utoipa::path(tag = "items", operation_id = "read_choices", responses((status = 200, body = ListOf<ChoiceView>)))]
#[get("/items/choices")]
pub async fn choices(who: SignedIn, parts: &State<Parts>) -> Answer<Json<ListOf<ChoiceView>>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let shown = parts.shown();
    let rows = parts.store.choices().await?.into_iter().map(|row| ChoiceView {
        name: shown
            .catalogue
            .item(&row.code)
            .map_or_else(String::new, |item| item.name.clone()),
        weight: yizhi_search::choice_score(row.times),
        concept: row.word,
        code: row.code,
        times: row.times,
        last_at: row.last_at,
    });
    Ok(Json(ListOf {
        items: rows.collect(),
    }))
}

/// Forgets the choices of a concept, or all.
#[utoipa::path(tag = "items", operation_id = "reset_choices", responses((status = 204)))]
#[delete("/items/choices?<concept>")]
pub async fn reset_choices(who: SignedIn, parts: &State<Parts>, concept: Option<String>) -> Answer<Status> {
    permit_some(&who.actor, Act::ManageCatalogue)?;
    parts.store.reset_choices(concept).await?;
    parts.shelf.refresh(&parts.store, parts.today()).await?;
    Ok(Status::NoContent)
}

/// One item, as it stood on a day.
#[utoipa::path(tag = "items", responses((status = 200, body = ItemView)))]
#[get("/items/<code>?<on>", rank = 2)]
pub async fn item(
    who: SignedIn,
    parts: &State<Parts>,
    code: &str,
    on: Option<&str>,
) -> Answer<Json<ItemView>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = day_of(parts, on)?;
    let shown = parts.shown();
    let found = find(&shown, code, on)?;
    Ok(Json(catalogue::item(parts, &shown, found, on)))
}

fn find<'a>(shown: &'a crate::catalogue::Shown, code: &str, on: Day) -> Answer<&'a Item> {
    let code = ItemCode::try_new(code).map_err(|_bad| ApiError::NotFound)?;
    shown.catalogue.shown_on(&code, on).ok_or(ApiError::NotFound)
}

/// What was found, for the calculator.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeFacts {
    /// The day of the act; today when absent.
    #[serde(default)]
    pub on: Option<chrono::NaiveDate>,
    /// Kind of party.
    #[serde(default)]
    pub party: Option<PartyKind>,
    /// Gains, value, cost …, in fen.
    #[serde(default)]
    pub base_fen: Option<Fen>,
    /// Number of units, in thousandths: 36.5 m² is 36500.
    #[serde(default)]
    pub quantity_thousandths: Option<u64>,
    /// Days a violation went on after the order.
    #[serde(default)]
    pub days: Option<u32>,
    /// The fine that is repeated each day, in fen.
    #[serde(default)]
    pub original_fen: Option<Fen>,
    /// Whether an order to correct has lapsed.
    #[serde(default)]
    pub uncorrected: bool,
    /// Whether it can still be put right.
    #[serde(default)]
    pub correctable: Option<bool>,
}

/// The lawful range for what was found.
#[derive(Debug, Serialize, ToSchema)]
pub struct RangeView {
    /// The clause in words.
    pub clause: String,
    /// Whether the clause names no amount.
    pub unstated: bool,
    /// The ranges, each with how it was computed.
    pub ranges: Vec<ComputedRange>,
}

/// Computes the lawful range of a fine.
#[utoipa::path(tag = "items", operation_id = "compute_range", request_body = RangeFacts, responses((status = 200, body = RangeView)))]
#[post("/items/<code>/range", data = "<body>")]
pub async fn range(
    who: SignedIn,
    parts: &State<Parts>,
    code: &str,
    body: Body<RangeFacts>,
) -> Answer<Json<RangeView>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let facts = body.0;
    let shown = parts.shown();
    let item = find(&shown, code, facts.on.unwrap_or_else(|| parts.today()))?;
    let computed = item.fine.compute(&FineFacts {
        party: facts.party,
        base: facts.base_fen,
        quantity: facts.quantity_thousandths.map(Quantity::of_thousandths),
        days: facts.days,
        original: facts.original_fen,
        uncorrected: facts.uncorrected,
        correctable: facts.correctable,
    })?;
    Ok(Json(RangeView {
        clause: item.fine.words(),
        unstated: item.fine.is_unnamed(),
        ranges: catalogue::ranges(computed),
    }))
}

/// The cases within reach that rest on an item, last changed first.
#[utoipa::path(tag = "items", operation_id = "cases_of_item", responses((status = 200, body = PageOf<case::CaseRow>)))]
#[get("/items/<code>/cases?<after>&<limit>")]
pub async fn cases(
    who: SignedIn,
    parts: &State<Parts>,
    code: &str,
    after: Option<&str>,
    limit: Option<u64>,
) -> Answer<Json<PageOf<case::CaseRow>>> {
    permit_some(&who.actor, Act::ReadCase)?;
    let shown = parts.shown();
    let filter = CaseFilter {
        item: Some(find(&shown, code, parts.today())?.code.clone()),
        ..CaseFilter::default()
    };
    let reaches = reach(&who.actor, Act::ReadCase);
    let page = parts
        .store
        .cases(&reaches, &filter, CaseSort::Updated, after, page_size(limit))
        .await?;
    let items = page.rows.into_iter().map(|row| case::row(parts, row)).collect();
    Ok(Json(PageOf {
        items,
        next: page.next,
    }))
}
