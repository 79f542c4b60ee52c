//! Publish an edition, or take it back.

use super::{Sent, fingerprint};
use crate::{catalogue::shelf::STREAM, error::Answer, parts::Parts, views::Accepted};
use std::sync::Arc;
use uuid::Uuid;
use yizhi_domain::{
    catalogue::edition::{EditionAct, EditionCommand, EditionDesk, Editions},
    id::EditionId,
    journal::Aggregate,
    permit::{Act, Actor, permit_some},
};
use yizhi_persistence::{SideRow, Submission};

/// Permits, decides, keeps, and shows the new catalogue at once.
pub async fn act_on_editions(
    parts: &Parts,
    actor: &Actor,
    edition: EditionId,
    sent: Sent<EditionAct>,
) -> Answer<Accepted> {
    permit_some(actor, Act::ManageCatalogue)?;
    let digest = fingerprint(&(edition, &sent.act))?;
    let command = EditionCommand::Act(edition, sent.act);
    let done = submit(
        parts,
        actor,
        sent.command_id,
        Some(sent.expected_version),
        digest,
        command,
        Vec::new(),
    )
    .await?;
    parts.shelf.refresh(&parts.store, parts.today()).await?;
    Ok(Accepted {
        id: edition.0,
        version: done.version,
    })
}

/// Decides and keeps any command to the editions.
pub async fn submit(
    parts: &Parts,
    actor: &Actor,
    command_id: Uuid,
    expected: Option<u64>,
    digest: String,
    command: EditionCommand,
    rows: Vec<SideRow>,
) -> Answer<Accepted> {
    let now = parts.now();
    let decide = move |editions: &Editions, _: Option<u32>| editions.decide(&command, &EditionDesk { now });
    let done = parts
        .store
        .execute::<Editions>(Submission {
            stream: STREAM,
            command_id,
            digest,
            expected,
            actor: actor.person.clone(),
            at: now,
            series: None,
            rows,
            decide: Arc::new(decide),
        })
        .await?;
    Ok(Accepted {
        id: STREAM,
        version: done.version,
    })
}
