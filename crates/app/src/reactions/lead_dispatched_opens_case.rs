//! A dispatched lead opens a case in the officers' hands, and the lead remembers it.

use super::{command_id, gone, system};
use crate::{
    error::Answer,
    parts::{Parts, derived},
    usecases::{act_on_lead, open_case::open_case},
};
use yizhi_casework::case::{OpenCase, Origin};
use yizhi_dispatch::lead::{Lead, LeadCommand};
use yizhi_domain::id::{CaseId, LeadId};
use yizhi_persistence::StoredEvent;

pub(super) async fn react(parts: &Parts, event: &StoredEvent) -> Answer<()> {
    let lead_id = event.stream_id;
    let (lead, _) = parts
        .store
        .load::<Lead>(lead_id)
        .await?
        .ok_or_else(|| gone("lead"))?;
    let (Some(intake), Some(brigade)) = (lead.intake, lead.brigade) else {
        return Err(gone("lead"));
    };
    let case_id = derived(lead_id, "case");
    let open = OpenCase {
        origin: Origin::Lead {
            lead: LeadId(lead_id),
            link: intake.link,
        },
        source: intake.source.key().to_owned(),
        summary: intake.text,
        address: intake.address,
        point: intake.point,
        happened_on: intake.happened_on,
        brigade,
        station: intake.station,
        handlers: lead.officers,
    };
    open_case(parts, &system(), case_id, command_id(event, "open_case"), open).await?;
    let note = LeadCommand::NoteCase(CaseId(case_id));
    let id = command_id(event, "note_case");
    act_on_lead::submit(
        parts,
        &system(),
        lead_id,
        id,
        None,
        case_id.to_string(),
        note,
        Vec::new(),
    )
    .await?;
    Ok(())
}
