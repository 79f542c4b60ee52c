//! The one application: routes, sign-in, scheduler, pages.
//!
//! Invariant: it knows no SQL and no statutory number of days. A request is permitted, decided by a pure
//! crate, and kept by `persistence`; `reactions` is where casework, dispatch and linkage meet.

pub mod access;
pub mod body;
pub mod catalogue;
pub mod clock;
pub mod error;
pub mod guard;
pub mod headers;
pub mod jobs;
pub mod openapi;
pub mod parts;
pub mod reactions;
pub mod routes;
pub mod start;
pub mod trial;
pub mod usecases;
pub mod views;
pub mod web;

use parts::Parts;
use rocket::{Build, Rocket, catchers};

/// Puts the application together.
#[must_use]
pub fn build(config: &rocket::Config, parts: Parts) -> Rocket<Build> {
    rocket::custom(config)
        .manage(parts)
        .manage(web::Served)
        .attach(headers::SafeHeaders)
        .attach(jobs::Schedule::default())
        .mount("/api", routes::api())
        .mount("/", web::routes())
        .register("/", catchers![error::uncaught])
}
