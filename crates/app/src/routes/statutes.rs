//! Statutes.

use super::query;
use crate::{
    error::{Answer, ApiError},
    guard::SignedIn,
    parts::Parts,
    views::{
        ListOf, catalogue,
        statute::{self, Citation, StatuteRow, StatuteView},
    },
};
use rocket::{Route, State, get, routes, serde::json::Json};
use std::collections::BTreeMap;
use yizhi_domain::{
    Day,
    catalogue::{Item, article_of},
    permit::{Act, permit_some},
};

pub(super) fn routes() -> Vec<Route> {
    routes![statutes, one]
}

/// All statutes; every word of `q` must stand in the name; `state`: `replaced` by the day asked for.
#[utoipa::path(tag = "statutes", responses((status = 200, body = ListOf<StatuteRow>)))]
#[get("/statutes?<q>&<state>&<on>")]
pub async fn statutes(
    who: SignedIn,
    parts: &State<Parts>,
    q: Option<&str>,
    state: Option<&str>,
    on: Option<&str>,
) -> Answer<Json<ListOf<StatuteRow>>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = query(on, "on", |text| text.parse::<Day>().ok())?.unwrap_or_else(|| parts.today());
    let replaced = query(state, "state", |text| (text == "replaced").then_some(()))?.is_some();
    let words: Vec<&str> = q.unwrap_or("").split_whitespace().collect();
    let shown = parts.shown();
    let mut many: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
    for item in shown.catalogue.items_on(on) {
        *many.entry((item.statute(), item.statute_version())).or_default() += 1;
    }
    let rows = shown
        .catalogue
        .statutes
        .iter()
        .filter(|statute| words.iter().all(|word| statute.name.contains(word)))
        .filter(|statute| !replaced || statute.in_force_to.is_some_and(|last| last < on))
        .map(|statute| {
            let items = many
                .get(&(statute.name.as_str(), statute.version.as_deref()))
                .copied();
            statute::row(statute, items.unwrap_or(0))
        });
    Ok(Json(ListOf {
        items: rows.collect(),
    }))
}

/// One statute with the items that rest on it, article by article.
#[utoipa::path(tag = "statutes", operation_id = "read_statute", responses((status = 200, body = StatuteView)))]
#[get("/statutes/<name>?<version>&<on>")]
pub async fn one(
    who: SignedIn,
    parts: &State<Parts>,
    name: &str,
    version: Option<&str>,
    on: Option<&str>,
) -> Answer<Json<StatuteView>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = query(on, "on", |text| text.parse::<Day>().ok())?.unwrap_or_else(|| parts.today());
    let shown = parts.shown();
    let table = &shown.catalogue.statutes;
    let version = version.filter(|text| !text.is_empty());
    let found = table.cited(name, version).ok_or(ApiError::NotFound)?;
    let needs_successor = table.successor_on(found, on).is_some();
    let mut by_article: BTreeMap<String, Vec<&Item>> = BTreeMap::new();
    for item in shown.catalogue.items_on(on) {
        for basis in item.basis.iter().filter(|basis| basis.statute == name) {
            let same = version.is_none() || basis.version.as_deref() == version;
            let items = by_article
                .entry(article_of(&basis.article).into_owned())
                .or_default();
            if same && !items.iter().any(|other| other.code == item.code) {
                items.push(item);
            }
        }
    }
    let items = shown
        .catalogue
        .items_on(on)
        .filter(|item| item.statute() == name)
        .count();
    let mut citations: Vec<Citation> = by_article
        .into_iter()
        .map(|(article, items)| Citation {
            article,
            needs_successor,
            items: items
                .into_iter()
                .map(|item| catalogue::summary(parts, &shown, item, on))
                .collect(),
        })
        .collect();
    citations.sort_by_key(|citation| crate::catalogue::shelf::number_of(&citation.article));
    Ok(Json(StatuteView {
        row: statute::row(found, items),
        citations,
    }))
}
