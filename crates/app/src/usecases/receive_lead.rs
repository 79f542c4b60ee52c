//! A lead comes in.

use super::act_on_lead::submit;
use crate::{error::Answer, parts::Parts, views::Accepted};
use uuid::Uuid;
use yizhi_dispatch::lead::{LeadCommand, ReceiveLead};
use yizhi_domain::{id::LeadId, permit::Actor};
use yizhi_persistence::{Reporter, SideRow};

/// Who reported, kept apart from the lead: a leaked informant gets hurt.
#[derive(Debug, Clone, Default)]
pub struct ReporterInput {
    /// Name.
    pub name: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

/// Decides and keeps; the right was tested where the wish came from.
pub async fn receive_lead(
    parts: &Parts,
    actor: &Actor,
    id: Uuid,
    command_id: Uuid,
    lead: ReceiveLead,
    reporter: ReporterInput,
) -> Answer<Accepted> {
    let row = lead.reporter_known.then_some(SideRow::Reporter(Reporter {
        lead_id: LeadId(id),
        name: reporter.name,
        phone: reporter.phone,
    }));
    // All that was sent, except who reported: a number could be guessed from a digest that anybody can recompute.
    let digest = super::fingerprint(&(
        id,
        lead.source,
        &lead.text,
        &lead.address,
        lead.point,
        lead.happened_on,
        &lead.field,
        lead.link,
        lead.reporter_known,
    ))?;
    let rows = row.into_iter().collect();
    submit(
        parts,
        actor,
        id,
        command_id,
        None,
        digest,
        LeadCommand::Receive(Box::new(lead)),
        rows,
    )
    .await
}
