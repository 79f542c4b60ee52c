//! Whether it is up, and what it offers.

use crate::{error::Answer, openapi, parts::Parts};
use rocket::{Route, State, get, http::ContentType, routes, serde::json::Json};
use serde::Serialize;
use utoipa::ToSchema;

pub(super) fn routes() -> Vec<Route> {
    routes![health, spec]
}

/// Whether it is up.
#[derive(Serialize, ToSchema)]
pub struct Health {
    /// Version of the program.
    pub version: &'static str,
    /// Reactions that still wait.
    pub waiting: u64,
}

/// Answers when the database answers.
#[utoipa::path(tag = "health", responses((status = 200, body = Health)))]
#[get("/health")]
pub async fn health(parts: &State<Parts>) -> Answer<Json<Health>> {
    Ok(Json(Health {
        version: env!("CARGO_PKG_VERSION"),
        waiting: parts.store.outbox_depth().await?,
    }))
}

/// The description of the API.
#[get("/openapi.json")]
fn spec() -> (ContentType, String) {
    (ContentType::JSON, openapi::document())
}
