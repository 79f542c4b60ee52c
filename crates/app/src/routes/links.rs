//! Links: referrals from departments and what became of them.

use super::{page_size, query};
use crate::{
    body::Body,
    error::{Answer, ApiError},
    guard::SignedIn,
    parts::Parts,
    usecases::{self, Sent},
    views::{
        Accepted, PageOf,
        link::{self, LinkRow, LinkView},
    },
};
use rocket::{Route, State, get, post, response::status::Created, routes, serde::json::Json};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use yizhi_domain::{
    id::DepartmentCode,
    permit::{Act, permit, permit_some, reach},
};
use yizhi_linkage::link::{Link, LinkAct, Refer};
use yizhi_persistence::{LinkFilter, LinkSort};

pub(super) fn routes() -> Vec<Route> {
    routes![refer, links, one, act]
}

/// A referral as sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferRequest {
    /// Id of this sending.
    pub command_id: Uuid,
    /// Id of the link, made by the client.
    pub link_id: Uuid,
    /// The referral.
    pub referral: Refer,
}

/// Refers a suspected violation.
#[utoipa::path(tag = "links", request_body = ReferRequest, responses((status = 201, body = Accepted)))]
#[post("/links", data = "<body>")]
pub async fn refer(
    who: SignedIn,
    parts: &State<Parts>,
    body: Body<ReferRequest>,
) -> Answer<Created<Json<Accepted>>> {
    let request = body.0;
    let (id, command) = (request.link_id, request.command_id);
    let done = usecases::refer::refer(parts, &who.actor, id, command, request.referral).await?;
    Ok(Created::new(format!("/api/links/{id}")).body(Json(done)))
}

/// Links within reach, newest first.
#[utoipa::path(tag = "links", responses((status = 200, body = PageOf<LinkRow>)))]
#[get("/links?<state>&<department>&<after>&<limit>")]
pub async fn links(
    who: SignedIn,
    parts: &State<Parts>,
    state: Option<&str>,
    department: Option<&str>,
    after: Option<&str>,
    limit: Option<u64>,
) -> Answer<Json<PageOf<LinkRow>>> {
    permit_some(&who.actor, Act::ReadLink)?;
    let filter = LinkFilter {
        state: state
            .filter(|text| !text.is_empty())
            .map(|text| text.split(',').map(ToOwned::to_owned).collect()),
        department: query(department, "department", |text| {
            DepartmentCode::try_new(text).ok()
        })?,
        ..LinkFilter::default()
    };
    let reaches = reach(&who.actor, Act::ReadLink);
    let page = parts
        .store
        .links(&reaches, &filter, LinkSort::Referred, after, page_size(limit))
        .await?;
    let items = page.rows.into_iter().filter_map(link::listed).collect();
    Ok(Json(PageOf {
        items,
        next: page.next,
    }))
}

/// One link with its chain.
#[utoipa::path(tag = "links", operation_id = "read_link", responses((status = 200, body = LinkView)))]
#[get("/links/<id>")]
pub async fn one(who: SignedIn, parts: &State<Parts>, id: Uuid) -> Answer<Json<LinkView>> {
    permit_some(&who.actor, Act::ReadLink)?;
    let (found, _) = parts.store.load::<Link>(id).await?.ok_or(ApiError::NotFound)?;
    permit(&who.actor, Act::ReadLink, &found.subject())?;
    let events = parts.store.events("link", id).await?;
    link::view(parts, &who.actor, id, &found, &events)
        .map(Json)
        .ok_or(ApiError::NotFound)
}

/// Accepts or returns a referral.
#[utoipa::path(tag = "links", operation_id = "act_on_link", request_body = Sent<LinkAct>, responses((status = 200, body = Accepted)))]
#[post("/links/<id>/acts", data = "<body>")]
pub async fn act(
    who: SignedIn,
    parts: &State<Parts>,
    id: Uuid,
    body: Body<Sent<LinkAct>>,
) -> Answer<Json<Accepted>> {
    permit_some(&who.actor, Act::AnswerReferral)?;
    Ok(Json(
        usecases::act_on_link::act_on_link(parts, &who.actor, id, body.0).await?,
    ))
}
