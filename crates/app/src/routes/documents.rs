//! Documents of a case as printable pages.

use crate::{
    error::{Answer, ApiError},
    guard::SignedIn,
    parts::Parts,
};
use rocket::{Route, State, get, http::Status, response::content::RawHtml, routes};
use uuid::Uuid;
use yizhi_casework::case::Case;
use yizhi_documents::{InstrumentKind, PrintedParty, RenderError, Sheet, Terms};
use yizhi_domain::permit::{Act, permit, permit_some};

pub(super) fn routes() -> Vec<Route> {
    routes![document]
}

/// One document as an A4 page.
#[utoipa::path(tag = "documents", responses((status = 200, body = String, content_type = "text/html")))]
#[get("/cases/<id>/documents/<kind>")]
pub async fn document(who: SignedIn, parts: &State<Parts>, id: Uuid, kind: &str) -> Answer<RawHtml<String>> {
    permit_some(&who.actor, Act::ReadCase)?;
    let kind: InstrumentKind = serde_json::from_value(kind.into()).map_err(|_unknown| ApiError::NotFound)?;
    let (case, _) = parts.store.load::<Case>(id).await?.ok_or(ApiError::NotFound)?;
    permit(&who.actor, Act::ReadCase, &case.subject())?;
    let row = match &case.proposal {
        Some(proposal) => parts.store.party(proposal.party.id).await?,
        None => None,
    };
    let party = row.map(|row| PrintedParty {
        kind: row.kind,
        name: row.name,
        code: row.code,
        representative: row.representative,
        address: row.address,
    });
    if party.is_some() {
        crate::access::record(
            parts,
            &who.actor,
            "read_document",
            &format!("case/{id}/{}", kind.key()),
            "allowed",
        )
        .await?;
    }
    let sheet = Sheet {
        county: &parts.county.profile,
        case: &case,
        party: party.as_ref(),
        names: &|person| parts.name(person),
        trial: parts.trial,
    };
    let terms = Terms::from_rules(&parts.county.rules, case.profile(), parts.today())?;
    match yizhi_documents::render(kind, &sheet, &terms) {
        Ok(page) => Ok(RawHtml(page)),
        Err(RenderError::NotIssued(_)) => Err(ApiError::NotFound),
        Err(error) => Err(ApiError::bad(
            Status::UnprocessableEntity,
            "document.incomplete",
            error,
        )),
    }
}
