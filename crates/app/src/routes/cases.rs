//! Cases.

use super::{leads::PlaceInput, page_size, query};
use crate::{
    body::Body,
    error::{Answer, ApiError},
    guard::SignedIn,
    parts::Parts,
    usecases::{self, Sent},
    views::{
        Accepted, PageOf,
        case::{self, CaseRow, CaseView},
    },
};
use chrono::NaiveDate;
use rocket::{Route, State, get, post, response::status::Created, routes, serde::json::Json};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use yizhi_casework::case::{Case, CaseAct, OpenCase, Origin};
use yizhi_dispatch::lead::LeadSource;
use yizhi_domain::{
    id::{BrigadeCode, PersonId},
    permit::{Act, OUT_OF_REACH, permit, permit_some, reach},
    text::Prose,
};
use yizhi_persistence::{CaseFilter, CaseSort};

pub(super) fn routes() -> Vec<Route> {
    routes![open, cases, one, act]
}

/// A case that an officer found on the spot.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenCaseRequest {
    /// Id of this sending.
    pub command_id: Uuid,
    /// Id of the case, made by the client.
    pub case_id: Uuid,
    /// How it became known.
    pub source: LeadSource,
    /// What was seen.
    #[schema(value_type = String)]
    pub summary: Prose,
    /// Where.
    pub place: PlaceInput,
    /// When.
    #[serde(default)]
    pub happened_on: Option<NaiveDate>,
    /// The other handler.
    #[schema(value_type = String)]
    pub second_officer: PersonId,
}

/// Opens a case in the officer's own hands.
#[utoipa::path(tag = "cases", request_body = OpenCaseRequest, responses((status = 201, body = Accepted)))]
#[post("/cases", data = "<body>")]
pub async fn open(
    who: SignedIn,
    parts: &State<Parts>,
    body: Body<OpenCaseRequest>,
) -> Answer<Created<Json<Accepted>>> {
    permit_some(&who.actor, Act::OpenCase)?;
    let request = body.0;
    let point = request.place.wgs84()?;
    let station = point
        .and_then(|point| parts.coverage.locate(point))
        .map(|found| found.station);
    let open = OpenCase {
        origin: Origin::Officer,
        source: request.source.key().to_owned(),
        summary: request.summary,
        address: request.place.address,
        point,
        happened_on: request.happened_on,
        brigade: who.actor.brigade.clone().ok_or_else(|| OUT_OF_REACH.refuse())?,
        station,
        handlers: vec![who.actor.person.clone(), request.second_officer],
    };
    let (id, command) = (request.case_id, request.command_id);
    let done = usecases::open_case::open_case(parts, &who.actor, id, command, open).await?;
    Ok(Created::new(format!("/api/cases/{id}")).body(Json(done)))
}

/// Cases within reach. `stage` takes several, divided by commas; `sort` is due, updated or opened.
#[utoipa::path(tag = "cases", responses((status = 200, body = PageOf<CaseRow>)))]
#[get("/cases?<stage>&<brigade>&<q>&<sort>&<after>&<limit>")]
#[expect(
    clippy::too_many_arguments,
    reason = "each filter of the list is a query value"
)]
pub async fn cases(
    who: SignedIn,
    parts: &State<Parts>,
    stage: Option<&str>,
    brigade: Option<&str>,
    q: Option<&str>,
    sort: Option<&str>,
    after: Option<&str>,
    limit: Option<u64>,
) -> Answer<Json<PageOf<CaseRow>>> {
    permit_some(&who.actor, Act::ReadCase)?;
    let filter = CaseFilter {
        stage: stage
            .filter(|text| !text.is_empty())
            .map(|text| text.split(',').map(ToOwned::to_owned).collect()),
        brigade: query(brigade, "brigade", |text| BrigadeCode::try_new(text).ok())?,
        q: q.map(ToOwned::to_owned),
        ..CaseFilter::default()
    };
    let sort = query(sort, "sort", |text| match text {
        "due" => Some(CaseSort::Due),
        "updated" => Some(CaseSort::Updated),
        "opened" => Some(CaseSort::Opened),
        _ => None,
    })?;
    let reaches = reach(&who.actor, Act::ReadCase);
    let page = parts
        .store
        .cases(
            &reaches,
            &filter,
            sort.unwrap_or_default(),
            after,
            page_size(limit),
        )
        .await?;
    let items = page.rows.into_iter().map(|row| case::row(parts, row)).collect();
    Ok(Json(PageOf {
        items,
        next: page.next,
    }))
}

/// One case.
#[utoipa::path(tag = "cases", operation_id = "read_case", responses((status = 200, body = CaseView)))]
#[get("/cases/<id>")]
pub async fn one(who: SignedIn, parts: &State<Parts>, id: Uuid) -> Answer<Json<CaseView>> {
    permit_some(&who.actor, Act::ReadCase)?;
    let events = parts.store.events("case", id).await?;
    let (found, _) = parts.store.load::<Case>(id).await?.ok_or(ApiError::NotFound)?;
    permit(&who.actor, Act::ReadCase, &found.subject())?;
    let party = match &found.proposal {
        Some(proposal) => parts.store.party(proposal.party.id).await?,
        None => None,
    };
    case::view(parts, &who.actor, id, &found, &events, party.as_ref())
        .map(Json)
        .ok_or(ApiError::NotFound)
}

/// Does something in a case.
#[utoipa::path(tag = "cases", operation_id = "act_on_case", request_body = Sent<CaseAct>, responses((status = 200, body = Accepted)))]
#[post("/cases/<id>/acts", data = "<body>")]
pub async fn act(
    who: SignedIn,
    parts: &State<Parts>,
    id: Uuid,
    body: Body<Sent<CaseAct>>,
) -> Answer<Json<Accepted>> {
    permit_some(&who.actor, body.0.act.kind().right())?;
    Ok(Json(
        usecases::act_on_case::act_on_case(parts, &who.actor, id, body.0).await?,
    ))
}
