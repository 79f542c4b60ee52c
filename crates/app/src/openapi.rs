//! The description of the API, made from the handlers (OpenAPI 3.1).

use crate::routes::{
    boundary, cases, catalogue, county, documents, events, files, health, inbox, items, leads, links, people,
    session, statutes, trial, work,
};
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    info(title = "Yizhi 一执", description = "Case management of a unified enforcement force. Errors are problem+json (RFC 9457) with `code`, `article` and `remedy`; every changing request carries the header `X-Yizhi-Client`."),
    servers((url = "/api")),
    components(schemas(crate::error::Problem)),
    paths(
        session::sign_in, session::me, session::sign_out,
        county::county, county::areas,
        items::items, items::counts, items::suggest, items::choose, items::choices, items::reset_choices,
        items::item, items::range, items::cases,
        catalogue::bundle, catalogue::delta, catalogue::template, catalogue::export,
        catalogue::editions, catalogue::prepare, catalogue::one, catalogue::changes, catalogue::touched, catalogue::act,
        statutes::statutes, statutes::one,
        boundary::answer, boundary::rules, boundary::findings,
        people::people,
        leads::register, leads::leads, leads::one, leads::reporter, leads::act,
        cases::open, cases::cases, cases::one, cases::act,
        documents::document,
        files::store, files::fetch,
        links::refer, links::links, links::one, links::act,
        work::work, work::overview,
        inbox::inbox, inbox::read,
        events::events,
        trial::accounts, trial::move_clock,
        health::health,
    )
)]
struct Api;

/// The description as JSON, the same bytes each time.
#[must_use]
pub fn document() -> String {
    Api::openapi().to_pretty_json().unwrap_or_default()
}
