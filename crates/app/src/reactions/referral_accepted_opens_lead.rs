//! An accepted referral comes in as a lead, and the link remembers it.

use super::{command_id, gone, system};
use crate::{
    error::{Answer, ApiError},
    parts::{Parts, derived},
    usecases::{
        act_on_link,
        receive_lead::{ReporterInput, receive_lead},
    },
};
use yizhi_dispatch::lead::{LeadSource, ReceiveLead};
use yizhi_domain::{
    id::{LeadId, LinkId},
    text::Prose,
};
use yizhi_linkage::link::{Link, LinkCommand};
use yizhi_persistence::StoredEvent;

pub(super) async fn react(parts: &Parts, event: &StoredEvent) -> Answer<()> {
    let link_id = event.stream_id;
    let (link, _) = parts
        .store
        .load::<Link>(link_id)
        .await?
        .ok_or_else(|| gone("link"))?;
    let referral = link.referral.ok_or_else(|| gone("link"))?;
    let lead_id = derived(link_id, "lead");
    let shown = parts.shown();
    let item = referral.item.as_ref().and_then(|code| shown.catalogue.item(code));
    let text = format!("{}：{}", referral.party_name, referral.finding.text);
    let text: String = text.chars().take(8000).collect();
    let lead = ReceiveLead {
        source: LeadSource::Referral,
        text: Prose::try_new(&text).map_err(|error| ApiError::Fault(error.to_string()))?,
        address: referral.place,
        point: None,
        happened_on: Some(referral.finding.found_on),
        field: item.map(|item| item.field.clone()),
        link: Some(LinkId(link_id)),
        reporter_known: false,
    };
    let id = command_id(event, "receive_lead");
    receive_lead(parts, &system(), lead_id, id, lead, ReporterInput::default()).await?;
    let note = LinkCommand::NoteLead(LeadId(lead_id));
    act_on_link::submit(
        parts,
        &system(),
        link_id,
        command_id(event, "note_lead"),
        None,
        lead_id.to_string(),
        note,
    )
    .await?;
    Ok(())
}
