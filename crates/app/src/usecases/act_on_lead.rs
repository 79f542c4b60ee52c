//! Dispatch a lead, or set it aside.

use super::{Sent, fingerprint};
use crate::{
    error::{Answer, ApiError},
    parts::Parts,
    views::Accepted,
};
use std::sync::Arc;
use uuid::Uuid;
use yizhi_dispatch::lead::{Lead, LeadAct, LeadCommand};
use yizhi_domain::{
    journal::Aggregate,
    permit::{Act, Actor, permit},
};
use yizhi_persistence::{SideRow, Submission};

/// Permits, decides, keeps.
pub async fn act_on_lead(parts: &Parts, actor: &Actor, id: Uuid, sent: Sent<LeadAct>) -> Answer<Accepted> {
    let (lead, _) = parts.store.load::<Lead>(id).await?.ok_or(ApiError::NotFound)?;
    permit(actor, Act::DispatchLead, &lead.subject())?;
    let digest = fingerprint(&(id, &sent.act))?;
    let expected = Some(sent.expected_version);
    submit(
        parts,
        actor,
        id,
        sent.command_id,
        expected,
        digest,
        LeadCommand::Act(sent.act),
        Vec::new(),
    )
    .await
}

/// Decides and keeps any command to a lead.
#[expect(
    clippy::too_many_arguments,
    reason = "one place where a lead's submission is put together"
)]
pub async fn submit(
    parts: &Parts,
    actor: &Actor,
    id: Uuid,
    command_id: Uuid,
    expected: Option<u64>,
    digest: String,
    command: LeadCommand,
    rows: Vec<SideRow>,
) -> Answer<Accepted> {
    let now = parts.now();
    let desk_parts = (parts.clone(), parts.shown(), actor.clone());
    let decide = move |lead: &Lead, _: Option<u32>| {
        let (parts, shown, actor) = &desk_parts;
        lead.decide(&command, &parts.lead_desk(&shown.catalogue, now, actor))
    };
    let done = parts
        .store
        .execute::<Lead>(Submission {
            stream: id,
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
        id,
        version: done.version,
    })
}
