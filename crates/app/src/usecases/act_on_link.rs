//! Accept a referral, or return it.

use super::{Sent, fingerprint};
use crate::{
    error::{Answer, ApiError},
    parts::Parts,
    views::Accepted,
};
use std::sync::Arc;
use uuid::Uuid;
use yizhi_domain::{
    journal::Aggregate,
    permit::{Act, Actor, permit},
};
use yizhi_linkage::link::{Link, LinkAct, LinkCommand};
use yizhi_persistence::Submission;

/// Permits, decides, keeps.
pub async fn act_on_link(parts: &Parts, actor: &Actor, id: Uuid, sent: Sent<LinkAct>) -> Answer<Accepted> {
    let (link, _) = parts.store.load::<Link>(id).await?.ok_or(ApiError::NotFound)?;
    permit(actor, Act::AnswerReferral, &link.subject())?;
    let digest = fingerprint(&(id, &sent.act))?;
    submit(
        parts,
        actor,
        id,
        sent.command_id,
        Some(sent.expected_version),
        digest,
        LinkCommand::Act(sent.act),
    )
    .await
}

/// Decides and keeps any command to a link.
pub async fn submit(
    parts: &Parts,
    actor: &Actor,
    id: Uuid,
    command_id: Uuid,
    expected: Option<u64>,
    digest: String,
    command: LinkCommand,
) -> Answer<Accepted> {
    let now = parts.now();
    let desk_parts = (parts.clone(), parts.shown(), actor.clone());
    let decide = move |link: &Link, _: Option<u32>| {
        let (parts, shown, actor) = &desk_parts;
        link.decide(&command, &parts.link_desk(&shown.catalogue, now, actor))
    };
    let done = parts
        .store
        .execute::<Link>(Submission {
            stream: id,
            command_id,
            digest,
            expected,
            actor: actor.person.clone(),
            at: now,
            series: None,
            rows: Vec::new(),
            decide: Arc::new(decide),
        })
        .await?;
    Ok(Accepted {
        id,
        version: done.version,
    })
}
