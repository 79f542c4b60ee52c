//! Evidence (证据): one of eight kinds, never changed, hash kept.

use super::{Decided, ground, not_in_future};
use crate::case::{command::AddEvidence, desk::CaseDesk, event::CaseEvent, state::Case};

/// Adds a piece; a file must be stored already, so that its hash is known.
pub(super) fn add(case: &Case, piece: &AddEvidence, desk: &CaseDesk<'_>) -> Decided {
    ground::EVIDENCE_EXISTS.unless(case.evidence.iter().all(|known| known.id != piece.evidence_id))?;
    not_in_future(piece.taken_on, desk)?;
    let file = match piece.file {
        None => None,
        Some(id) => Some(
            desk.file(id)
                .cloned()
                .ok_or_else(|| ground::FILE_UNKNOWN.refuse())?,
        ),
    };
    Ok(vec![CaseEvent::EvidenceAdded {
        evidence: piece.evidence_id,
        kind: piece.kind,
        title: piece.title.clone(),
        source: piece.source.clone(),
        taken_on: piece.taken_on,
        file,
    }])
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, evidence};

    #[test]
    fn added_once() {
        let scene = Scene::opened().act("P1", evidence(1)).accepted();
        scene.act("P1", evidence(1)).refused("evidence.exists");
    }

    #[test]
    fn an_unknown_file_is_refused() {
        let mut piece = evidence(1);
        piece["file"] = "0190a000-0000-7000-8000-0000000000ff".into();
        Scene::opened().act("P1", piece).refused("file.unknown");
        let mut early = evidence(1);
        early["taken_on"] = "2030-01-01".into();
        Scene::opened().act("P1", early).refused("day.in_future");
    }
}
