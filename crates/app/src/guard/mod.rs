//! Who asks: the session cookie, and for changes the header that a foreign page cannot send.

use crate::{
    error::{ApiError, remember},
    parts::{Parts, sm3_hex},
};
use rocket::{
    Request,
    http::{Method, Status},
    request::{FromRequest, Outcome},
};
use yizhi_domain::{organisation::Person, permit::Actor};

/// Name of the session cookie.
pub const SESSION_COOKIE: &str = "yizhi_session";
/// Header that every changing request carries; a form of a foreign site cannot set it (CSRF).
pub const CLIENT_HEADER: &str = "X-Yizhi-Client";

/// The person who is signed in.
pub struct SignedIn {
    /// The person.
    pub person: Person,
    /// The same as the permit sees it.
    pub actor: Actor,
    /// Hash of the session's token.
    pub token_hash: String,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for SignedIn {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match sign_in(request).await {
            Ok(signed_in) => Outcome::Success(signed_in),
            Err(error) => Outcome::Error((remember(request, &error), ())),
        }
    }
}

async fn sign_in(request: &Request<'_>) -> Result<SignedIn, ApiError> {
    from_our_page(request)?;
    let parts: &Parts = request
        .rocket()
        .state()
        .ok_or_else(|| ApiError::Fault("no parts".to_owned()))?;
    let token = request
        .cookies()
        .get(SESSION_COOKIE)
        .map(|cookie| cookie.value().to_owned());
    let token_hash = sm3_hex(token.ok_or(ApiError::Unauthorised)?.as_bytes());
    let session = parts
        .store
        .session(&token_hash)
        .await?
        .ok_or(ApiError::Unauthorised)?;
    if session.expires_at <= parts.now() && !parts.trial {
        return Err(ApiError::Unauthorised);
    }
    let person = parts
        .county
        .roster
        .person(&session.person)
        .cloned()
        .ok_or(ApiError::Unauthorised)?;
    Ok(SignedIn {
        actor: Actor::of(&person),
        person,
        token_hash,
    })
}

fn from_our_page(request: &Request<'_>) -> Result<(), ApiError> {
    let reads = matches!(request.method(), Method::Get | Method::Head | Method::Options);
    if reads || request.headers().contains(CLIENT_HEADER) {
        return Ok(());
    }
    let detail = format!("A changing request carries the header {CLIENT_HEADER}.");
    Err(ApiError::bad(Status::Forbidden, "request.foreign", detail))
}

/// A changing request from our own page by somebody who is not signed in yet.
pub struct OurPage;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for OurPage {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match from_our_page(request) {
            Ok(()) => Outcome::Success(Self),
            Err(error) => Outcome::Error((remember(request, &error), ())),
        }
    }
}
