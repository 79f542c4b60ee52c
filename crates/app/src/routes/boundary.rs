//! The boundary list: who is competent, and where the list has gaps and overlaps.

use super::query;
use crate::{
    error::{Answer, ApiError},
    guard::SignedIn,
    parts::Parts,
    views::{
        ListOf,
        boundary::{self, BoundaryRow, CompetenceView, FindingView},
    },
};
use rocket::{Route, State, get, routes, serde::json::Json, tokio::task::spawn_blocking};
use yizhi_domain::{
    Day,
    catalogue::boundary::Question,
    id::{ItemCode, StationCode},
    party::PartyKind,
    permit::{Act, permit_some},
};

pub(super) fn routes() -> Vec<Route> {
    routes![answer, rules, findings]
}

/// Who leads, helps and supervises, for an item, a place, a day and a kind of party.
#[expect(clippy::too_many_arguments, reason = "each is a part of the question")]
#[utoipa::path(tag = "boundary", operation_id = "ask_boundary", responses((status = 200, body = CompetenceView)))]
#[get("/boundary?<item>&<station>&<lng>&<lat>&<on>&<party>")]
pub async fn answer(
    who: SignedIn,
    parts: &State<Parts>,
    item: &str,
    station: Option<&str>,
    lng: Option<f64>,
    lat: Option<f64>,
    on: Option<&str>,
    party: Option<&str>,
) -> Answer<Json<CompetenceView>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = query(on, "on", |text| text.parse::<Day>().ok())?.unwrap_or_else(|| parts.today());
    let party = query(party, "party", |text| {
        serde_json::from_value::<PartyKind>(serde_json::Value::String(text.to_owned())).ok()
    })?;
    let station = query(station, "station", |text| StationCode::try_new(text).ok())?;
    let station = match (station, lng, lat) {
        (None, Some(lng), Some(lat)) => boundary::station_at(parts, lng, lat)?,
        (station, _, _) => station,
    };
    let shown = parts.shown();
    let code = ItemCode::try_new(item).map_err(|_bad| ApiError::NotFound)?;
    let found = shown.catalogue.shown_on(&code, on).ok_or(ApiError::NotFound)?;
    let question = Question {
        item: found,
        station: station.as_ref(),
        on,
        party,
    };
    let competence = shown.catalogue.boundary.answer(question);
    Ok(Json(boundary::competence(
        parts,
        &competence,
        station.as_ref(),
        on,
    )))
}

/// The lines of the list.
#[utoipa::path(tag = "boundary", operation_id = "read_boundary", responses((status = 200, body = ListOf<BoundaryRow>)))]
#[get("/boundary/rules")]
pub async fn rules(who: SignedIn, parts: &State<Parts>) -> Answer<Json<ListOf<BoundaryRow>>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let shown = parts.shown();
    let items = shown
        .catalogue
        .boundary
        .rules
        .iter()
        .map(|rule| boundary::row(parts, &shown, rule))
        .collect();
    Ok(Json(ListOf { items }))
}

/// Every gap and overlap over all items, stations and kinds of party, from a day on.
#[utoipa::path(tag = "boundary", operation_id = "find_boundary", responses((status = 200, body = ListOf<FindingView>)))]
#[get("/boundary/findings?<on>")]
pub async fn findings(
    who: SignedIn,
    parts: &State<Parts>,
    on: Option<&str>,
) -> Answer<Json<ListOf<FindingView>>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = query(on, "on", |text| text.parse::<Day>().ok())?.unwrap_or_else(|| parts.today());
    let shown = parts.shown();
    let all = parts.inner().clone();
    let found = spawn_blocking(move || {
        let stations: Vec<StationCode> = all
            .county
            .stations
            .iter()
            .map(|station| station.code.clone())
            .collect();
        let findings = shown.catalogue.boundary.findings(&shown.catalogue, &stations, on);
        findings
            .iter()
            .map(|finding| boundary::finding(&all, &shown, finding))
            .collect()
    });
    let items = found.await.map_err(|error| ApiError::Fault(error.to_string()))?;
    Ok(Json(ListOf { items }))
}
