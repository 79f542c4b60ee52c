//! Leads.

use super::{page_size, query};
use crate::{
    body::Body,
    error::{Answer, ApiError},
    guard::SignedIn,
    parts::Parts,
    usecases::{self, Sent, receive_lead::ReporterInput},
    views::{
        Accepted, PageOf,
        lead::{self, LeadRow, LeadView},
    },
};
use chrono::NaiveDate;
use rocket::{Route, State, get, http::Status, post, response::status::Created, routes, serde::json::Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use yizhi_dispatch::lead::{Lead, LeadAct, LeadSource, ReceiveLead};
use yizhi_domain::{
    id::{BrigadeCode, FieldNo, LeadId, StationCode},
    permit::{Act, permit, permit_some, reach},
    place::{PointInput, Wgs84},
    text::{Line, Prose},
};
use yizhi_persistence::{LeadFilter, LeadSort};

pub(super) fn routes() -> Vec<Route> {
    routes![register, leads, one, reporter, act]
}

/// A place as typed in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceInput {
    /// In words.
    #[schema(value_type = String)]
    pub address: Line,
    /// On a map, with its datum named.
    #[serde(default)]
    pub point: Option<PointInput>,
}

impl PlaceInput {
    /// The point in WGS-84.
    pub fn wgs84(&self) -> Answer<Option<Wgs84>> {
        let point = self.point.map(PointInput::to_wgs84).transpose();
        point.map_err(|error| ApiError::bad(Status::UnprocessableEntity, "place.bad_point", error))
    }
}

/// Who reported.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReporterRequest {
    /// Name.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Option<Line>,
    /// Telephone.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub phone: Option<Line>,
}

/// A lead as registered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterLead {
    /// Id of this sending.
    pub command_id: Uuid,
    /// Id of the lead, made by the client.
    pub lead_id: Uuid,
    /// How it became known.
    pub source: LeadSource,
    /// What is said.
    #[schema(value_type = String)]
    pub text: Prose,
    /// Where.
    pub place: PlaceInput,
    /// When.
    #[serde(default)]
    pub happened_on: Option<NaiveDate>,
    /// Field, when known.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub field: Option<FieldNo>,
    /// Who reported; kept apart.
    #[serde(default)]
    pub reporter: Option<ReporterRequest>,
}

/// Registers a lead.
#[utoipa::path(tag = "leads", request_body = RegisterLead, responses((status = 201, body = Accepted)))]
#[post("/leads", data = "<body>")]
pub async fn register(
    who: SignedIn,
    parts: &State<Parts>,
    body: Body<RegisterLead>,
) -> Answer<Created<Json<Accepted>>> {
    permit_some(&who.actor, Act::RegisterLead)?;
    let request = body.0;
    let point = request.place.wgs84()?;
    let reporter = request
        .reporter
        .filter(|reporter| reporter.name.is_some() || reporter.phone.is_some());
    let lead = ReceiveLead {
        source: request.source,
        text: request.text,
        address: request.place.address,
        point,
        happened_on: request.happened_on,
        field: request.field,
        link: None,
        reporter_known: reporter.is_some(),
    };
    let reporter = reporter.map_or_else(ReporterInput::default, |reporter| ReporterInput {
        name: reporter.name.map(Into::into),
        phone: reporter.phone.map(Into::into),
    });
    let (id, command) = (request.lead_id, request.command_id);
    let done = usecases::receive_lead::receive_lead(parts, &who.actor, id, command, lead, reporter).await?;
    Ok(Created::new(format!("/api/leads/{id}")).body(Json(done)))
}

/// Leads within reach, newest first.
#[utoipa::path(tag = "leads", responses((status = 200, body = PageOf<LeadRow>)))]
#[get("/leads?<state>&<brigade>&<station>&<q>&<after>&<limit>")]
#[expect(
    clippy::too_many_arguments,
    reason = "each filter of the list is a query value"
)]
pub async fn leads(
    who: SignedIn,
    parts: &State<Parts>,
    state: Option<&str>,
    brigade: Option<&str>,
    station: Option<&str>,
    q: Option<&str>,
    after: Option<&str>,
    limit: Option<u64>,
) -> Answer<Json<PageOf<LeadRow>>> {
    permit_some(&who.actor, Act::ReadLead)?;
    let filter = LeadFilter {
        state: state
            .filter(|text| !text.is_empty())
            .map(|text| text.split(',').map(ToOwned::to_owned).collect()),
        brigade: query(brigade, "brigade", |text| BrigadeCode::try_new(text).ok())?,
        station: query(station, "station", |text| StationCode::try_new(text).ok())?,
        q: q.map(ToOwned::to_owned),
        ..LeadFilter::default()
    };
    let reaches = reach(&who.actor, Act::ReadLead);
    let page = parts
        .store
        .leads(&reaches, &filter, LeadSort::Received, after, page_size(limit))
        .await?;
    let items = page
        .rows
        .into_iter()
        .filter_map(|row| lead::listed(parts, row))
        .collect();
    Ok(Json(PageOf {
        items,
        next: page.next,
    }))
}

/// One lead.
#[utoipa::path(tag = "leads", operation_id = "read_lead", responses((status = 200, body = LeadView)))]
#[get("/leads/<id>", rank = 2)]
pub async fn one(who: SignedIn, parts: &State<Parts>, id: Uuid) -> Answer<Json<LeadView>> {
    permit_some(&who.actor, Act::ReadLead)?;
    let (found, _) = parts.store.load::<Lead>(id).await?.ok_or(ApiError::NotFound)?;
    permit(&who.actor, Act::ReadLead, &found.subject())?;
    let events = parts.store.events("lead", id).await?;
    lead::view(parts, &who.actor, id, &found, &events)
        .map(Json)
        .ok_or(ApiError::NotFound)
}

/// Who reported a lead.
#[derive(Serialize, ToSchema)]
pub struct ReporterView {
    /// Name.
    pub name: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

/// Who reported it; each look and each attempt is recorded before it is answered.
#[utoipa::path(tag = "leads", responses((status = 200, body = ReporterView)))]
#[get("/leads/<id>/reporter")]
pub async fn reporter(who: SignedIn, parts: &State<Parts>, id: Uuid) -> Answer<Json<ReporterView>> {
    let verdict = match permit_some(&who.actor, Act::ReadReporter) {
        Ok(()) => {
            let (found, _) = parts.store.load::<Lead>(id).await?.ok_or(ApiError::NotFound)?;
            permit(&who.actor, Act::ReadReporter, &found.subject())
        }
        denied => denied,
    };
    let outcome = if verdict.is_ok() { "allowed" } else { "denied" };
    crate::access::record(parts, &who.actor, "read_reporter", &format!("lead/{id}"), outcome).await?;
    verdict?;
    let known = parts
        .store
        .reporter(LeadId(id))
        .await?
        .ok_or(ApiError::NotFound)?;
    Ok(Json(ReporterView {
        name: known.name,
        phone: known.phone,
    }))
}

/// Dispatches or dismisses a lead.
#[utoipa::path(tag = "leads", operation_id = "act_on_lead", request_body = Sent<LeadAct>, responses((status = 200, body = Accepted)))]
#[post("/leads/<id>/acts", data = "<body>")]
pub async fn act(
    who: SignedIn,
    parts: &State<Parts>,
    id: Uuid,
    body: Body<Sent<LeadAct>>,
) -> Answer<Json<Accepted>> {
    permit_some(&who.actor, Act::DispatchLead)?;
    Ok(Json(
        usecases::act_on_lead::act_on_lead(parts, &who.actor, id, body.0).await?,
    ))
}
