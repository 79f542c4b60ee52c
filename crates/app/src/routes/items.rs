//! Enforcement items.

use super::{page_size, query};
use crate::{
    error::{Answer, ApiError},
    guard::SignedIn,
    parts::Parts,
    views::{
        PageOf,
        catalogue::{self, ItemSummary, ItemView},
    },
};
use rocket::{Route, State, get, routes, serde::json::Json};
use yizhi_domain::{
    Day,
    id::{FieldNo, ItemCode},
    permit::{Act, permit_some},
};

pub(super) fn routes() -> Vec<Route> {
    routes![items, item]
}

/// Items, in order of code; every word of `q` must stand in name, statute, article or code.
#[utoipa::path(tag = "items", responses((status = 200, body = PageOf<ItemSummary>)))]
#[get("/items?<q>&<field>&<on>&<after>&<limit>")]
pub async fn items(
    who: SignedIn,
    parts: &State<Parts>,
    q: Option<&str>,
    field: Option<&str>,
    on: Option<&str>,
    after: Option<&str>,
    limit: Option<u64>,
) -> Answer<Json<PageOf<ItemSummary>>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = query(on, "on", |text| text.parse::<Day>().ok())?.unwrap_or_else(|| parts.today());
    let field = query(field, "field", |text| FieldNo::try_new(text).ok())?;
    let after = query(after, "after", |text| ItemCode::try_new(text).ok())?;
    let words: Vec<&str> = q.unwrap_or("").split_whitespace().collect();
    let limit = usize::try_from(page_size(limit)).unwrap_or(50);
    let has = |item: &yizhi_domain::catalogue::Item, word: &str| {
        item.name.contains(word)
            || item.statute.contains(word)
            || item.penalty_article.contains(word)
            || item.code.as_str().eq_ignore_ascii_case(word)
    };
    let mut found = parts
        .county
        .catalogue
        .items()
        .filter(|item| after.as_ref().is_none_or(|after| item.code > *after))
        .filter(|item| field.as_ref().is_none_or(|field| item.field == *field))
        .filter(|item| words.iter().all(|word| has(item, word)));
    let rows: Vec<ItemSummary> = found
        .by_ref()
        .take(limit)
        .map(|item| catalogue::summary(parts, item, on))
        .collect();
    let more = found.next().is_some();
    let next = rows.last().filter(|_| more).map(|row| row.code.to_string());
    Ok(Json(PageOf { items: rows, next }))
}

/// One item.
#[utoipa::path(tag = "items", responses((status = 200, body = ItemView)))]
#[get("/items/<code>?<on>")]
pub async fn item(
    who: SignedIn,
    parts: &State<Parts>,
    code: &str,
    on: Option<&str>,
) -> Answer<Json<ItemView>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = query(on, "on", |text| text.parse::<Day>().ok())?.unwrap_or_else(|| parts.today());
    let code = ItemCode::try_new(code).map_err(|_bad| ApiError::NotFound)?;
    let found = parts.county.catalogue.item(&code).ok_or(ApiError::NotFound)?;
    Ok(Json(catalogue::item(parts, found, on)))
}
