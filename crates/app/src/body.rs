//! Request bodies: JSON that is read whole, bounded, and refused with a code when it is not as it should be.

use crate::error::{ApiError, remember};
use rocket::{
    Data, Request,
    data::{FromData, Outcome, ToByteUnit},
    http::Status,
};
use serde::de::DeserializeOwned;

/// The most a JSON body may hold; a page of text is a few kilobytes.
const JSON_LIMIT_KIB: u64 = 512;

/// A JSON body of a known shape.
pub struct Body<T>(pub T);

#[rocket::async_trait]
impl<'r, T: DeserializeOwned> FromData<'r> for Body<T> {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        match read(request, data).await {
            Ok(value) => Outcome::Success(Self(value)),
            Err(error) => Outcome::Error((remember(request, &error), ())),
        }
    }
}

async fn read<T: DeserializeOwned>(request: &Request<'_>, data: Data<'_>) -> Result<T, ApiError> {
    if !request.content_type().is_some_and(|kind| kind.is_json()) {
        let detail = "The body must be application/json.";
        return Err(ApiError::bad(
            Status::UnsupportedMediaType,
            "request.not_json",
            detail,
        ));
    }
    let bytes = data.open(JSON_LIMIT_KIB.kibibytes()).into_bytes().await;
    let bytes = bytes.map_err(|error| ApiError::bad(Status::BadRequest, "request.broken", error))?;
    if !bytes.is_complete() {
        let detail = format!("At most {JSON_LIMIT_KIB} KiB of JSON are taken.");
        return Err(ApiError::bad(
            Status::PayloadTooLarge,
            "request.too_large",
            detail,
        ));
    }
    serde_json::from_slice(&bytes).map_err(|error| of_json(&error))
}

/// Our own types say a code before a colon; what serde says is told by its kind.
fn of_json(error: &serde_json::Error) -> ApiError {
    const OURS: [&str; 7] = [
        "text.empty",
        "text.too_long",
        "text.control_character",
        "text.code",
        "money.out_of_range",
        "party.bad_code",
        "place.bad_point",
    ];
    let says = error.to_string();
    let status = Status::UnprocessableEntity;
    if let Some(code) = OURS
        .into_iter()
        .find(|code| says.starts_with(&format!("{code}:")))
    {
        return ApiError::bad(status, code, says);
    }
    if says.starts_with("unknown field") {
        return ApiError::bad(status, "request.unknown_field", says);
    }
    if error.is_data() {
        return ApiError::bad(status, "request.wrong_shape", says);
    }
    ApiError::bad(Status::BadRequest, "request.malformed", says)
}
