//! Do something in a case.

use super::{Sent, fingerprint};
use crate::{
    error::{Answer, ApiError},
    parts::{Parts, derived, sm3_hex},
    views::Accepted,
};
use std::sync::Arc;
use uuid::Uuid;
use yizhi_casework::case::{Case, CaseAct, CaseCommand, CaseDesk, FileFacts, PartyRef};
use yizhi_domain::{
    Moment,
    catalogue::Catalogue,
    id::{FileId, PartyId},
    journal::Aggregate,
    party::PartyInput,
    permit::{Actor, permit},
};
use yizhi_persistence::{PartyRow, Series, SideRow, Submission};

/// Permits, decides, keeps.
pub async fn act_on_case(parts: &Parts, actor: &Actor, id: Uuid, sent: Sent<CaseAct>) -> Answer<Accepted> {
    let (case, _) = parts.store.load::<Case>(id).await?.ok_or(ApiError::NotFound)?;
    permit(actor, sent.act.kind().right(), &case.subject())?;
    let now = parts.now();
    let digest = fingerprint(&(id, &sent.act))?;
    let files = files(parts, &case, &sent.act).await?;
    let brought = match &sent.act {
        CaseAct::ProposeFiling(proposal) => Some(party(&proposal.party, sent.command_id)?),
        _ => None,
    };
    let word = sent.act.numbered();
    let series = word.map(|word| Series {
        word,
        year: chrono::Datelike::year(&now.date_naive()),
    });
    let command = CaseCommand::Act(Box::new(sent.act));
    let (reference, row) = brought.unzip();
    let desk_parts = (parts.clone(), parts.shown(), actor.clone());
    let decide = move |case: &Case, serial: Option<u32>| {
        let (parts, shown, actor) = &desk_parts;
        let number = word
            .zip(serial)
            .map(|(word, serial)| parts.print_number(word, now, serial));
        let at = Place {
            parts,
            catalogue: &shown.catalogue,
            actor,
            now,
        };
        case.decide(&command, &desk(at, &files, reference.as_ref(), number.as_deref()))
    };
    let done = parts
        .store
        .execute::<Case>(Submission {
            stream: id,
            command_id: sent.command_id,
            digest,
            expected: Some(sent.expected_version),
            actor: actor.person.clone(),
            at: now,
            series,
            rows: row.into_iter().map(SideRow::Party).collect(),
            decide: Arc::new(decide),
        })
        .await?;
    Ok(Accepted {
        id,
        version: done.version,
    })
}

/// Where and when a command is decided, and by whom.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) parts: &'a Parts,
    pub(super) catalogue: &'a Catalogue,
    pub(super) actor: &'a Actor,
    pub(super) now: Moment,
}

/// The desk for a case.
pub(super) fn desk<'a>(
    at: Place<'a>,
    files: &'a [FileFacts],
    party: Option<&'a PartyRef>,
    number: Option<&'a str>,
) -> CaseDesk<'a> {
    CaseDesk {
        now: at.now,
        files,
        party,
        number,
        ..crate::views::case::desk(at.parts, at.catalogue, at.actor)
    }
}

/// The stored files that an act names. Only what the handlers stored counts: else whoever knows the id of a file
/// could read it through a case of the own.
async fn files(parts: &Parts, case: &Case, act: &CaseAct) -> Answer<Vec<FileFacts>> {
    let named = match act {
        CaseAct::AddEvidence(piece) => piece.file,
        CaseAct::RecordWaiver(waiver) => Some(waiver.file),
        _ => None,
    };
    let Some(id) = named else { return Ok(Vec::new()) };
    let found = parts.store.file(id).await?;
    let found = found.filter(|file| case.is_handler(&file.stored_by));
    Ok(found
        .map(|file| FileFacts {
            id: FileId(file.id.0),
            name: file.name,
            media_type: file.media_type,
            size: file.size,
            sm3: file.sm3,
        })
        .into_iter()
        .collect())
}

/// The party's row with its personal data, and the reference that the event keeps.
fn party(input: &PartyInput, command_id: Uuid) -> Answer<(PartyRef, PartyRow)> {
    let id = PartyId(derived(command_id, "party"));
    let salt = Uuid::new_v4().simple().to_string();
    let written = serde_json::to_string(input).map_err(|error| ApiError::Fault(error.to_string()))?;
    let digest = sm3_hex(format!("{salt}{written}").as_bytes());
    let row = PartyRow {
        id,
        kind: input.kind,
        name: input.name.to_string(),
        code: input.code.clone().into(),
        representative: input.representative.as_ref().map(ToString::to_string),
        address: input.address.to_string(),
        phone: input.phone.as_ref().map(ToString::to_string),
        salt,
    };
    Ok((
        PartyRef {
            id,
            kind: input.kind,
            digest,
        },
        row,
    ))
}
