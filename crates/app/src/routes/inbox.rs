//! Reminders for a person.

use crate::{error::Answer, guard::SignedIn, parts::Parts, views::ListOf};
use chrono::{DateTime, FixedOffset, NaiveDate};
use rocket::{Route, State, get, http::Status, post, routes, serde::json::Json};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

pub(super) fn routes() -> Vec<Route> {
    routes![inbox, read]
}

/// What a message is about.
#[derive(Serialize, ToSchema)]
pub struct InboxSubject {
    /// `case`, `lead` or `link`.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
}

/// A message.
#[derive(Serialize, ToSchema)]
pub struct InboxMessage {
    /// Id.
    pub id: Uuid,
    /// Kind of message.
    pub kind: String,
    /// What it is about.
    pub subject: InboxSubject,
    /// The day it is about.
    pub due_on: Option<NaiveDate>,
    /// Which sentence.
    pub text_code: String,
    /// Values.
    pub params: BTreeMap<String, String>,
    /// When it came.
    pub created_at: DateTime<FixedOffset>,
    /// When it was read.
    pub read_at: Option<DateTime<FixedOffset>>,
}

/// My messages, newest first.
#[utoipa::path(tag = "inbox", responses((status = 200, body = ListOf<InboxMessage>)))]
#[get("/inbox")]
pub async fn inbox(who: SignedIn, parts: &State<Parts>) -> Answer<Json<ListOf<InboxMessage>>> {
    let messages = parts.store.inbox(&who.actor.person, false, None, 100).await?;
    let items = messages.into_iter().map(|message| InboxMessage {
        id: message.id,
        kind: message.kind,
        subject: InboxSubject {
            kind: message.subject_kind,
            id: message.subject_id,
        },
        due_on: message.due_on,
        text_code: message.text_code,
        params: words(&message.params),
        created_at: message.created_at,
        read_at: message.read_at,
    });
    Ok(Json(ListOf {
        items: items.collect(),
    }))
}

/// Marks one of my messages as read.
#[utoipa::path(tag = "inbox", responses((status = 204)))]
#[post("/inbox/<id>/read")]
pub async fn read(who: SignedIn, parts: &State<Parts>, id: Uuid) -> Answer<Status> {
    parts
        .store
        .mark_read(&who.actor.person, Some(&[id]), parts.now())
        .await?;
    Ok(Status::NoContent)
}

fn words(params: &serde_json::Value) -> BTreeMap<String, String> {
    let fields = params.as_object().into_iter().flatten();
    fields
        .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
        .collect()
}
