//! Stored files.

use crate::{
    error::{Answer, ApiError, remember},
    guard::SignedIn,
    parts::Parts,
    usecases::store_file::{FILE_LIMIT, store_file},
};
use rocket::{
    Data, Request, Response, Route, State,
    data::{FromData, Outcome, ToByteUnit},
    get,
    http::{ContentType, Header, Status},
    put,
    response::{self, Responder, status::Created},
    routes,
    serde::json::Json,
};
use serde::Serialize;
use std::io::Cursor;
use utoipa::ToSchema;
use uuid::Uuid;
use yizhi_casework::case::Case;
use yizhi_domain::{
    id::FileId,
    permit::{Act, permit, permit_some},
};
use yizhi_persistence::FileRow;

pub(super) fn routes() -> Vec<Route> {
    routes![store, fetch]
}

/// Bytes up to the limit.
pub struct Upload(Vec<u8>);

#[rocket::async_trait]
impl<'r> FromData<'r> for Upload {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        let error = match data.open(FILE_LIMIT.bytes()).into_bytes().await {
            Ok(bytes) if bytes.is_complete() && bytes.is_empty() => {
                ApiError::bad(Status::UnprocessableEntity, "file.empty", "The file is empty.")
            }
            Ok(bytes) if bytes.is_complete() => return Outcome::Success(Self(bytes.into_inner())),
            Ok(_) => ApiError::bad(
                Status::PayloadTooLarge,
                "file.too_large",
                "A file holds at most 20 MiB.",
            ),
            Err(error) => ApiError::bad(Status::BadRequest, "request.broken", error),
        };
        Outcome::Error((remember(request, &error), ()))
    }
}

/// A file as it was stored.
#[derive(Debug, Serialize, ToSchema)]
pub struct StoredFile {
    /// Id.
    pub id: Uuid,
    /// Name as given.
    pub name: String,
    /// Media type, from the bytes.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    /// SM3, hex.
    pub sm3: String,
}

fn view(file: FileRow) -> StoredFile {
    StoredFile {
        id: file.id.0,
        name: file.name,
        media_type: file.media_type,
        size: file.size,
        sm3: file.sm3,
    }
}

/// Stores a file under an id made by the client; the same bytes again are the same file.
#[utoipa::path(tag = "files", request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = StoredFile)))]
#[put("/files/<id>?<name>", data = "<upload>")]
pub async fn store(
    who: SignedIn,
    parts: &State<Parts>,
    id: Uuid,
    name: &str,
    upload: Upload,
) -> Answer<Created<Json<StoredFile>>> {
    permit_some(&who.actor, Act::StoreFile)?;
    let file = store_file(parts, &who.actor, FileId(id), name, upload.0).await?;
    Ok(Created::new(format!("/api/files/{id}")).body(Json(view(file))))
}

/// The bytes with their kind; never run, never sniffed.
pub struct Bytes {
    bytes: Vec<u8>,
    media_type: String,
}

impl<'r> Responder<'r, 'static> for Bytes {
    fn respond_to(self, _request: &'r Request<'_>) -> response::Result<'static> {
        let kind = ContentType::parse_flexible(&self.media_type).unwrap_or(ContentType::Binary);
        Response::build()
            .header(kind)
            .header(Header::new("Content-Disposition", "inline"))
            .header(Header::new(
                "Content-Security-Policy",
                "default-src 'none'; sandbox",
            ))
            .header(Header::new("Cache-Control", "private, max-age=3600"))
            .sized_body(self.bytes.len(), Cursor::new(self.bytes))
            .ok()
    }
}

/// The bytes of a file that a case holds as evidence or as a waiver, for who may read the case.
#[utoipa::path(tag = "files", responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
#[get("/cases/<id>/files/<file>")]
pub async fn fetch(who: SignedIn, parts: &State<Parts>, id: Uuid, file: Uuid) -> Answer<Bytes> {
    permit_some(&who.actor, Act::ReadCase)?;
    let (case, _) = parts.store.load::<Case>(id).await?.ok_or(ApiError::NotFound)?;
    permit(&who.actor, Act::ReadCase, &case.subject())?;
    let file = FileId(file);
    let evidence = case
        .evidence
        .iter()
        .any(|piece| piece.file.as_ref().is_some_and(|held| held.id == file));
    let waiver = case.waiver.as_ref().is_some_and(|(_, held)| *held == file);
    if !evidence && !waiver {
        return Err(ApiError::NotFound);
    }
    let known = parts.store.file(file).await?.ok_or(ApiError::NotFound)?;
    let bytes =
        parts.files.get(file, &known.sm3).await?.ok_or_else(|| {
            ApiError::Fault(format!("the bytes of file {file} are not where they were stored"))
        })?;
    Ok(Bytes {
        bytes,
        media_type: known.media_type,
    })
}
