//! A department refers a suspected violation.

use super::{act_on_link::submit, fingerprint};
use crate::{error::Answer, parts::Parts, views::Accepted};
use uuid::Uuid;
use yizhi_domain::permit::{Act, Actor, permit_some};
use yizhi_linkage::link::{LinkCommand, Refer};

/// Permits, decides, keeps.
pub async fn refer(
    parts: &Parts,
    actor: &Actor,
    id: Uuid,
    command_id: Uuid,
    refer: Refer,
) -> Answer<Accepted> {
    permit_some(actor, Act::Refer)?;
    let digest = fingerprint(&(id, &refer))?;
    submit(
        parts,
        actor,
        id,
        command_id,
        None,
        digest,
        LinkCommand::Refer(Box::new(refer)),
    )
    .await
}
