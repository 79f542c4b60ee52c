//! The catalogue as a whole: its files, its copy for the pocket, its editions.

use super::{page_size, query};
use crate::{
    body::Body,
    catalogue::{bundle::Has, table::LIST_LIMIT, workbook},
    error::{Answer, ApiError, remember},
    guard::SignedIn,
    parts::Parts,
    usecases::{
        Sent,
        act_on_editions::act_on_editions,
        prepare_edition::{SentList, editions as all_editions, prepare_edition},
    },
    views::{
        Accepted, ListOf, PageOf, case,
        edition::{self, ChangeView, EditionView},
    },
};
use rocket::{
    Data, Request, Response, Route, State,
    data::{FromData, Outcome, ToByteUnit},
    get,
    http::{ContentType, Header, Status},
    post,
    response::{self, Responder, status::Created},
    routes,
    serde::json::Json,
    tokio::task::spawn_blocking,
};
use std::io::Cursor;
use uuid::Uuid;
use yizhi_domain::{
    Day,
    catalogue::edition::EditionAct,
    id::EditionId,
    permit::{Act, permit_some, reach},
};
use yizhi_persistence::{CaseFilter, CaseSort};

pub(super) fn routes() -> Vec<Route> {
    routes![
        bundle, delta, template, export, editions, prepare, one, changes, touched, act
    ]
}

/// A list up to the limit.
pub struct ListUpload(Vec<u8>);

#[rocket::async_trait]
impl<'r> FromData<'r> for ListUpload {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        let error = match data.open(LIST_LIMIT.bytes()).into_bytes().await {
            Ok(bytes) if bytes.is_complete() => return Outcome::Success(Self(bytes.into_inner())),
            Ok(_) => ApiError::bad(
                Status::PayloadTooLarge,
                "request.too_large",
                "A list has at most 10 MiB.",
            ),
            Err(error) => ApiError::bad(Status::BadRequest, "request.broken", error),
        };
        Outcome::Error((remember(request, &error), ()))
    }
}

/// A file for the browser to keep, or JSON that is compressed already.
pub struct Download {
    bytes: Vec<u8>,
    kind: ContentType,
    headers: Vec<Header<'static>>,
}

impl<'r> Responder<'r, 'static> for Download {
    fn respond_to(self, _request: &'r Request<'_>) -> response::Result<'static> {
        let mut response = Response::build();
        response.header(self.kind);
        for header in self.headers {
            response.header(header);
        }
        response
            .sized_body(self.bytes.len(), Cursor::new(self.bytes))
            .ok()
    }
}

fn packed(bytes: Vec<u8>, version: &str) -> Download {
    Download {
        bytes,
        kind: ContentType::JSON,
        headers: vec![
            Header::new("Content-Encoding", "gzip"),
            Header::new("ETag", format!("\"{version}\"")),
            Header::new("Cache-Control", "private, no-cache"),
        ],
    }
}

/// The whole catalogue for the pocket: items, lexicon, and what the search needs; gzip.
#[utoipa::path(tag = "catalogue", operation_id = "read_bundle", responses((status = 200, body = Vec<u8>, content_type = "application/json")))]
#[get("/catalogue/bundle")]
pub async fn bundle(who: SignedIn, parts: &State<Parts>) -> Answer<Download> {
    permit_some(&who.actor, Act::ReadReference)?;
    let shown = parts.shown();
    let bundle = spawn_blocking(move || shown.bundle())
        .await
        .map_err(|error| ApiError::Fault(error.to_string()))?;
    Ok(packed(bundle.whole.clone(), &bundle.version))
}

/// What a browser lacks that has these items; gzip. Changes nothing.
#[utoipa::path(tag = "catalogue", operation_id = "read_bundle_delta", request_body = Has, responses((status = 200, body = Vec<u8>, content_type = "application/json")))]
#[post("/catalogue/bundle/delta", data = "<body>")]
pub async fn delta(who: SignedIn, parts: &State<Parts>, body: Body<Has>) -> Answer<Download> {
    permit_some(&who.actor, Act::ReadReference)?;
    let shown = parts.shown();
    let made = spawn_blocking(move || {
        let bundle = shown.bundle();
        (bundle.delta(&body.0), bundle.version.clone())
    });
    let (bytes, version) = made.await.map_err(|error| ApiError::Fault(error.to_string()))?;
    Ok(packed(bytes, &version))
}

#[derive(Clone, Copy)]
enum Format {
    Csv,
    Xlsx,
}

fn format_of(text: Option<&str>) -> Answer<Format> {
    let read = |text: &str| match text {
        "csv" => Some(Format::Csv),
        "xlsx" => Some(Format::Xlsx),
        _ => None,
    };
    Ok(query(text, "format", read)?.unwrap_or(Format::Xlsx))
}

async fn file(parts: &Parts, name: &str, format: Format, on: Option<Day>) -> Answer<Download> {
    let shown = parts.shown();
    let made = spawn_blocking(move || {
        let items = || {
            on.into_iter().flat_map(|day| {
                shown.catalogue.items_on(day).filter(move |item| {
                    item.in_force_on(day) || item.effective_to.is_some_and(|last| last < day)
                })
            })
        };
        let failed = |error: &dyn std::fmt::Display| ApiError::Fault(error.to_string());
        match format {
            Format::Csv => workbook::csv(items()).map_err(|error| failed(&error)),
            Format::Xlsx => workbook::xlsx(items()).map_err(|error| failed(&error)),
        }
    });
    let bytes = made.await.map_err(|error| ApiError::Fault(error.to_string()))??;
    let (kind, ending) = match format {
        Format::Csv => (
            ContentType::new("text", "csv").with_params(("charset", "utf-8")),
            "csv",
        ),
        Format::Xlsx => (
            ContentType::new(
                "application",
                "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            "xlsx",
        ),
    };
    Ok(Download {
        bytes,
        kind,
        headers: vec![Header::new(
            "Content-Disposition",
            format!("attachment; filename=\"{name}.{ending}\""),
        )],
    })
}

/// The template of a list: headings, and a sheet that explains them.
#[utoipa::path(tag = "catalogue", operation_id = "read_template", responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
#[get("/catalogue/template?<format>")]
pub async fn template(who: SignedIn, parts: &State<Parts>, format: Option<&str>) -> Answer<Download> {
    permit_some(&who.actor, Act::ReadReference)?;
    file(parts, "yizhi-template", format_of(format)?, None).await
}

/// The list as it stands on a day, in the form in which it can be sent back.
#[utoipa::path(tag = "catalogue", operation_id = "export_catalogue", responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
#[get("/catalogue/export?<format>&<on>")]
pub async fn export(
    who: SignedIn,
    parts: &State<Parts>,
    format: Option<&str>,
    on: Option<&str>,
) -> Answer<Download> {
    permit_some(&who.actor, Act::ReadReference)?;
    let on = query(on, "on", |text| text.parse::<Day>().ok())?.unwrap_or_else(|| parts.today());
    file(parts, &format!("yizhi-items-{on}"), format_of(format)?, Some(on)).await
}

/// All editions, the newest first.
#[utoipa::path(tag = "catalogue", operation_id = "read_editions", responses((status = 200, body = ListOf<EditionView>)))]
#[get("/catalogue/editions")]
pub async fn editions(who: SignedIn, parts: &State<Parts>) -> Answer<Json<ListOf<EditionView>>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let all = all_editions(parts).await?;
    let may_manage = permit_some(&who.actor, Act::ManageCatalogue).is_ok();
    let mut items: Vec<EditionView> = all
        .editions
        .values()
        .map(|one| edition::view(parts, &all, one, may_manage))
        .collect();
    items.sort_by_key(|edition| std::cmp::Reverse(edition.prepared_at));
    Ok(Json(ListOf { items }))
}

/// Sends a list: it is read, checked and compared, and waits as an edition. Nothing holds yet.
#[expect(
    clippy::too_many_arguments,
    reason = "each says something of the file that is sent"
)]
#[utoipa::path(tag = "catalogue", operation_id = "prepare_edition", request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = Accepted), (status = 422, body = crate::error::Problem)))]
#[post("/catalogue/editions?<id>&<command>&<name>&<from>&<whole>", data = "<upload>")]
pub async fn prepare(
    who: SignedIn,
    parts: &State<Parts>,
    id: Uuid,
    command: Uuid,
    name: &str,
    from: &str,
    whole: Option<bool>,
    upload: ListUpload,
) -> Answer<Created<Json<Accepted>>> {
    permit_some(&who.actor, Act::ManageCatalogue)?;
    let bad_day = || ApiError::bad(Status::BadRequest, "request.bad_query", "'from' is a day.");
    let list = SentList {
        edition: EditionId(id),
        name: name.to_owned(),
        bytes: upload.0,
        effective_from: from.parse().map_err(|_bad| bad_day())?,
        whole: whole.unwrap_or(true),
    };
    let done = prepare_edition(parts, &who.actor, command, list).await?;
    Ok(Created::new(format!("/api/catalogue/editions/{id}")).body(Json(done)))
}

/// One edition.
#[utoipa::path(tag = "catalogue", operation_id = "read_edition", responses((status = 200, body = EditionView)))]
#[get("/catalogue/editions/<id>")]
pub async fn one(who: SignedIn, parts: &State<Parts>, id: Uuid) -> Answer<Json<EditionView>> {
    permit_some(&who.actor, Act::ReadReference)?;
    let all = all_editions(parts).await?;
    let found = all.editions.get(&EditionId(id)).ok_or(ApiError::NotFound)?;
    let may_manage = permit_some(&who.actor, Act::ManageCatalogue).is_ok();
    Ok(Json(edition::view(parts, &all, found, may_manage)))
}

async fn known(parts: &Parts, id: Uuid) -> Answer<()> {
    let all = all_editions(parts).await?;
    all.editions
        .get(&EditionId(id))
        .map(|_| ())
        .ok_or(ApiError::NotFound)
}

/// What an edition changes, in order of code.
#[utoipa::path(tag = "catalogue", operation_id = "read_changes", responses((status = 200, body = PageOf<ChangeView>)))]
#[get("/catalogue/editions/<id>/changes?<kind>&<after>&<limit>")]
pub async fn changes(
    who: SignedIn,
    parts: &State<Parts>,
    id: Uuid,
    kind: Option<&str>,
    after: Option<i32>,
    limit: Option<u64>,
) -> Answer<Json<PageOf<ChangeView>>> {
    permit_some(&who.actor, Act::ReadReference)?;
    known(parts, id).await?;
    let kind = query(kind, "kind", |text| {
        ["added", "changed", "removed"].iter().find(|kind| **kind == text)
    })?;
    let limit = page_size(limit);
    let from = after.map_or(0, |last| last.saturating_add(1));
    let mut rows = parts
        .store
        .edition_changes(EditionId(id), kind.copied(), from, limit.saturating_add(1))
        .await?;
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > wanted;
    rows.truncate(wanted);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|(position, _)| position.to_string());
    let shown = parts.shown();
    let items = rows
        .into_iter()
        .map(|(_, change)| edition::change(&shown, &change))
        .collect();
    Ok(Json(PageOf { items, next }))
}

/// The open cases within reach that rest on an item which an edition changes or removes.
#[utoipa::path(tag = "catalogue", operation_id = "touched_cases", responses((status = 200, body = ListOf<case::CaseRow>)))]
#[get("/catalogue/editions/<id>/cases")]
pub async fn touched(who: SignedIn, parts: &State<Parts>, id: Uuid) -> Answer<Json<ListOf<case::CaseRow>>> {
    permit_some(&who.actor, Act::ReadCase)?;
    known(parts, id).await?;
    let codes = parts.store.touched_codes(EditionId(id)).await?;
    let reaches = reach(&who.actor, Act::ReadCase);
    let filter = CaseFilter {
        items: Some(codes),
        stage: Some(
            edition::OPEN_STAGES
                .iter()
                .map(|stage| stage.key().to_owned())
                .collect(),
        ),
        ..CaseFilter::default()
    };
    let page = parts
        .store
        .cases(&reaches, &filter, CaseSort::Due, None, 500)
        .await?;
    let items = page.rows.into_iter().map(|row| case::row(parts, row)).collect();
    Ok(Json(ListOf { items }))
}

/// Publishes an edition, or takes it back before its day.
#[utoipa::path(tag = "catalogue", operation_id = "act_on_edition", request_body = Sent<EditionAct>, responses((status = 200, body = Accepted)))]
#[post("/catalogue/editions/<id>/acts", data = "<body>")]
pub async fn act(
    who: SignedIn,
    parts: &State<Parts>,
    id: Uuid,
    body: Body<Sent<EditionAct>>,
) -> Answer<Json<Accepted>> {
    permit_some(&who.actor, Act::ManageCatalogue)?;
    known(parts, id).await?;
    Ok(Json(
        act_on_editions(parts, &who.actor, EditionId(id), body.0).await?,
    ))
}
