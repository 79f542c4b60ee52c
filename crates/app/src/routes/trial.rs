//! What exists in a trial only: accounts on show and a clock that can be moved on.

use crate::{
    body::Body,
    error::{Answer, ApiError},
    guard::SignedIn,
    jobs,
    parts::Parts,
    trial,
};
use chrono::{DateTime, FixedOffset};
use rocket::{Route, State, get, http::Status, post, routes, serde::json::Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::organisation::Role;

pub(super) fn routes() -> Vec<Route> {
    routes![accounts, move_clock]
}

/// An account on show.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct TrialAccount {
    /// Login.
    pub login: String,
    /// Invented name.
    pub name: String,
    /// First role.
    pub role: Option<Role>,
    /// What it is for.
    pub label: String,
}

/// The accounts and their one password.
#[derive(Serialize, ToSchema)]
pub struct TrialAccounts {
    /// Accounts.
    pub items: Vec<TrialAccount>,
    /// Password of all of them.
    pub password: String,
}

/// The trial accounts; there are none outside a trial.
#[utoipa::path(tag = "trial", responses((status = 200, body = TrialAccounts)))]
#[get("/trial/accounts")]
pub async fn accounts(parts: &State<Parts>) -> Answer<Json<TrialAccounts>> {
    if !parts.trial {
        return Err(ApiError::NotFound);
    }
    let listed = trial::accounts(parts).await?;
    let items = listed.into_iter().map(|account| {
        let person = parts.county.roster.person(&account.person);
        TrialAccount {
            name: parts.name(&account.person),
            role: person.and_then(|person| person.roles.first().copied()),
            login: account.login,
            label: account.label,
        }
    });
    Ok(Json(TrialAccounts {
        items: items.collect(),
        password: trial::PASSWORD.to_owned(),
    }))
}

/// How far to move the clock.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveClock {
    /// Days, 1 to 400.
    pub days: u16,
}

/// The clock.
#[derive(Serialize, ToSchema)]
pub struct ClockView {
    /// Now.
    pub now: DateTime<FixedOffset>,
}

/// Moves the clock on and lets the morning's jobs run, as if the days had passed.
#[utoipa::path(tag = "trial", request_body = MoveClock, responses((status = 200, body = ClockView)))]
#[post("/trial/clock", data = "<body>")]
pub async fn move_clock(
    _who: SignedIn,
    parts: &State<Parts>,
    body: Body<MoveClock>,
) -> Answer<Json<ClockView>> {
    if !parts.trial {
        return Err(ApiError::NotFound);
    }
    if !(1..=400).contains(&body.0.days) {
        return Err(ApiError::bad(
            Status::UnprocessableEntity,
            "trial.clock",
            "The clock moves on by 1 to 400 days.",
        ));
    }
    trial::move_clock(parts, body.0.days).await?;
    jobs::deadline_watch::run(parts).await?;
    Ok(Json(ClockView { now: parts.now() }))
}
