//! The routes, one resource a file.

pub mod boundary;
pub mod cases;
pub mod catalogue;
pub mod county;
pub mod documents;
pub mod events;
pub mod files;
pub mod health;
pub mod inbox;
pub mod items;
pub mod leads;
pub mod links;
pub mod people;
pub mod session;
pub mod statutes;
pub mod trial;
pub mod work;

use crate::error::{Answer, ApiError};
use rocket::{Route, http::Status};

/// Every route under `/api`.
#[must_use]
pub fn api() -> Vec<Route> {
    let mut all = session::routes();
    all.extend(county::routes());
    all.extend(items::routes());
    all.extend(catalogue::routes());
    all.extend(statutes::routes());
    all.extend(boundary::routes());
    all.extend(people::routes());
    all.extend(leads::routes());
    all.extend(cases::routes());
    all.extend(documents::routes());
    all.extend(files::routes());
    all.extend(links::routes());
    all.extend(work::routes());
    all.extend(inbox::routes());
    all.extend(events::routes());
    all.extend(trial::routes());
    all.extend(health::routes());
    all
}

/// Rows on one page: what was asked for, between 1 and 100.
fn page_size(asked: Option<u64>) -> u64 {
    asked.unwrap_or(50).clamp(1, 100)
}

/// A query value of a type that checks itself.
fn query<T>(text: Option<&str>, name: &str, read: impl Fn(&str) -> Option<T>) -> Answer<Option<T>> {
    match text.filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => read(text).map(Some).ok_or_else(|| {
            ApiError::bad(
                Status::BadRequest,
                "request.bad_query",
                format!("'{name}' is not as it should be."),
            )
        }),
    }
}
