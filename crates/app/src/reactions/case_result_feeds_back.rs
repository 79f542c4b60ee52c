//! What becomes of a case is told on the link it came from (L-09, L-11).

use super::{command_id, gone, system};
use crate::{error::Answer, parts::Parts, usecases::act_on_link};
use uuid::Uuid;
use yizhi_casework::case::{Case, Origin};
use yizhi_domain::id::{CaseId, LinkId};
use yizhi_linkage::link::{FeedBack, LinkCommand, ResultKind};
use yizhi_persistence::StoredEvent;

pub(super) async fn react(parts: &Parts, event: &StoredEvent) -> Answer<()> {
    let (case, _) = parts
        .store
        .load::<Case>(event.stream_id)
        .await?
        .ok_or_else(|| gone("case"))?;
    let opening = case.opening.as_ref().ok_or_else(|| gone("case"))?;
    let Origin::Lead { link: Some(link), .. } = opening.origin else {
        return Ok(());
    };
    let filing = case.filing.as_ref().map(|filing| filing.number.clone());
    let decision = case.decision.as_ref().map(|decision| decision.number.clone());
    let (result, number) = match event.event_type.as_str() {
        "filing_approved" => (ResultKind::Filed, filing),
        "filing_declined" => (ResultKind::NotFiled, None),
        "penalty_decided" => (ResultKind::Decided, decision),
        "no_penalty_decided" => (ResultKind::DecidedNoPenalty, decision),
        _ => (ResultKind::Closed, filing),
    };
    let told = FeedBack {
        result,
        case: Some(CaseId(event.stream_id)),
        number,
        on: event.at.date_naive(),
    };
    tell(parts, link, command_id(event, "feed_back"), told).await
}

/// Tells a link what became of it.
pub(super) async fn tell(parts: &Parts, link: LinkId, command_id: Uuid, told: FeedBack) -> Answer<()> {
    let digest = crate::usecases::fingerprint(&told)?;
    act_on_link::submit(
        parts,
        &system(),
        link.0,
        command_id,
        None,
        digest,
        LinkCommand::FeedBack(told),
    )
    .await?;
    Ok(())
}
