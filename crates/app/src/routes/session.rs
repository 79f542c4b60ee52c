//! Signing in and out.

use crate::{
    body::Body,
    error::Answer,
    guard::{OurPage, SESSION_COOKIE, SignedIn},
    parts::Parts,
    usecases,
};
use chrono::{DateTime, FixedOffset};
use rocket::{
    Route, State, delete, get,
    http::{Cookie, CookieJar, SameSite, Status},
    post, routes,
    serde::json::Json,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{
    id::{BrigadeCode, DepartmentCode, PersonId, StationCode},
    organisation::{Person, Role},
};

pub(super) fn routes() -> Vec<Route> {
    routes![sign_in, me, sign_out]
}

/// Login and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignInRequest {
    /// Login.
    pub login: String,
    /// Password.
    pub password: String,
}

/// A person as the pages know the one who is signed in.
#[derive(Serialize, ToSchema)]
pub struct MePerson {
    /// Id.
    #[schema(value_type = String)]
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Roles.
    pub roles: Vec<Role>,
    /// Brigade.
    #[schema(value_type = Option<String>)]
    pub brigade: Option<BrigadeCode>,
    /// Station.
    #[schema(value_type = Option<String>)]
    pub station: Option<StationCode>,
    /// Department.
    #[schema(value_type = Option<String>)]
    pub department: Option<DepartmentCode>,
}

/// Who is signed in, where and when.
#[derive(Serialize, ToSchema)]
pub struct Me {
    /// The person.
    pub person: MePerson,
    /// The bureau.
    pub bureau: String,
    /// The county.
    pub county: String,
    /// Whether this is a trial database.
    pub trial: bool,
    /// The bureau's clock.
    pub now: DateTime<FixedOffset>,
}

fn me_of(parts: &Parts, person: Person) -> Me {
    Me {
        person: MePerson {
            id: person.id,
            name: person.name,
            roles: person.roles,
            brigade: person.brigade,
            station: person.station,
            department: person.department,
        },
        bureau: parts.county.profile.bureau.clone(),
        county: parts.county.profile.name.clone(),
        trial: parts.trial,
        now: parts.now(),
    }
}

/// Signs in.
#[utoipa::path(tag = "session", request_body = SignInRequest, responses((status = 200, body = Me)))]
#[post("/session", data = "<body>")]
pub async fn sign_in(
    _page: OurPage,
    parts: &State<Parts>,
    jar: &CookieJar<'_>,
    body: Body<SignInRequest>,
) -> Answer<Json<Me>> {
    let (token, person) = usecases::sign_in::sign_in(parts, &body.0.login, body.0.password).await?;
    let cookie = Cookie::build((SESSION_COOKIE, token))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict);
    // On loopback there is no TLS; everywhere else the cookie never travels in the clear.
    jar.add(cookie.secure(!parts.trial));
    Ok(Json(me_of(parts, person)))
}

/// Who is signed in.
#[utoipa::path(tag = "session", responses((status = 200, body = Me)))]
#[get("/session")]
pub async fn me(who: SignedIn, parts: &State<Parts>) -> Json<Me> {
    Json(me_of(parts, who.person))
}

/// Signs out.
#[utoipa::path(tag = "session", responses((status = 204)))]
#[delete("/session")]
pub async fn sign_out(who: SignedIn, parts: &State<Parts>, jar: &CookieJar<'_>) -> Answer<Status> {
    parts.store.close_session(&who.token_hash).await?;
    jar.remove(Cookie::build(SESSION_COOKIE).path("/"));
    Ok(Status::NoContent)
}
