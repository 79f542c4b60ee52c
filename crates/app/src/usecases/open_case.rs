//! Open a case, by an officer on the spot or by the system for a dispatched lead.

use super::{
    act_on_case::{Place, desk},
    fingerprint,
};
use crate::{error::Answer, parts::Parts, views::Accepted};
use std::sync::Arc;
use uuid::Uuid;
use yizhi_casework::case::{Case, CaseCommand, OpenCase};
use yizhi_domain::{journal::Aggregate, permit::Actor};
use yizhi_persistence::Submission;

/// Decides and keeps; the right was tested where the wish came from.
pub async fn open_case(
    parts: &Parts,
    actor: &Actor,
    id: Uuid,
    command_id: Uuid,
    open: OpenCase,
) -> Answer<Accepted> {
    let now = parts.now();
    // All that was sent; brigade and station follow from it and from where the sender stands today.
    let digest = fingerprint(&(
        id,
        &open.origin,
        &open.source,
        &open.summary,
        &open.address,
        open.point,
        open.happened_on,
        &open.handlers,
    ))?;
    let command = CaseCommand::Open(Box::new(open));
    let desk_parts = (parts.clone(), parts.shown(), actor.clone());
    let decide = move |case: &Case, _: Option<u32>| {
        let (parts, shown, actor) = &desk_parts;
        let at = Place {
            parts,
            catalogue: &shown.catalogue,
            actor,
            now,
        };
        case.decide(&command, &desk(at, &[], None, None))
    };
    let done = parts
        .store
        .execute::<Case>(Submission {
            stream: id,
            command_id,
            digest,
            expected: None,
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
