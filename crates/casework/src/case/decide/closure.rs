//! Closing (结案) and archiving (归档).

use super::{Decided, ground};
use crate::case::{
    command::{ApproveClosure, ClosureGround, ProposeClosure},
    desk::CaseDesk,
    event::CaseEvent,
    state::{Case, IndexEntry, Outcome},
};

/// Proposes to close on a ground that fits the decision.
pub(super) fn propose(case: &Case, proposal: &ProposeClosure) -> Decided {
    let spared = matches!(
        case.decision.as_ref().map(|d| &d.outcome),
        Some(Outcome::NoPenalty(_))
    );
    let fits = match proposal.ground {
        ClosureGround::Fulfilled => !spared,
        ClosureGround::NoPenalty => spared,
        ClosureGround::Other => true,
    };
    ground::CLOSURE_GROUND.unless(fits)?;
    Ok(vec![CaseEvent::ClosureProposed {
        ground: proposal.ground,
        note: proposal.note.clone(),
    }])
}

/// The head closes it.
pub(super) fn approve(approval: &ApproveClosure, desk: &CaseDesk<'_>) -> Vec<CaseEvent> {
    vec![CaseEvent::CaseClosed {
        opinion: approval.opinion.clone(),
        closed_on: desk.today(),
    }]
}

/// One case, one file: the index of what is in it, with the hashes.
pub(super) fn archive(case: &Case, desk: &CaseDesk<'_>) -> Vec<CaseEvent> {
    vec![CaseEvent::CaseArchived {
        archived_on: desk.today(),
        index: index(case),
    }]
}

fn index(case: &Case) -> Vec<IndexEntry> {
    let mut entries = Vec::new();
    let mut enter = |kind: &str, title: &str, on, sm3: Option<&String>| {
        entries.push(IndexEntry {
            kind: kind.to_owned(),
            title: title.to_owned(),
            on,
            sm3: sm3.cloned(),
        });
    };
    if let Some(filing) = &case.filing {
        enter("filing", &filing.number, filing.filed_on, None);
    }
    if let Some(decision) = &case.decision {
        enter("decision", &decision.number, decision.decided_on, None);
        if let Some(service) = &decision.service {
            enter(
                "proof_of_service",
                service.receiver.as_str(),
                service.served_on,
                None,
            );
        }
    }
    if let Some(notice) = &case.notice {
        enter("prior_notice", &notice.number, notice.issued_on, None);
        if let Some(service) = &notice.service {
            enter(
                "proof_of_service",
                service.receiver.as_str(),
                service.served_on,
                None,
            );
        }
    }
    if let Some(order) = &case.correction {
        enter("correction", &order.number, order.ordered_on, None);
    }
    for visit in &case.visits {
        enter(
            "visit",
            visit.address.as_str(),
            visit.started_at.date_naive(),
            None,
        );
    }
    for piece in &case.evidence {
        enter(
            "evidence",
            piece.title.as_str(),
            piece.taken_on,
            piece.file.as_ref().map(|file| &file.sm3),
        );
    }
    for statement in &case.statements {
        enter("statement", "", statement.made_on, None);
    }
    if let Some((signed_on, _)) = &case.waiver {
        enter("waiver", "", *signed_on, None);
    }
    if let Some(report) = &case.report {
        enter("report", "", report.reported_on, None);
    }
    if let Some(review) = &case.review {
        enter("review", "", review.on, None);
    }
    if let Some(discussion) = &case.discussion {
        enter("discussion", "", discussion.held_on, None);
    }
    for payment in &case.payments {
        enter("payment", payment.receipt_no.as_str(), payment.paid_on, None);
    }
    entries
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, evidence, payment};
    use serde_json::json;

    #[test]
    fn closed_archived_and_then_still() {
        let scene = Scene::served(5_000_000)
            .act("FINANCE", payment(5_000_000, "A1"))
            .accepted();
        let propose =
            |ground: &str| json!({"type": "propose_closure", "ground": ground, "note": "罚款已缴清"});
        let scene = scene.act("P1", propose("no_penalty")).refused("closure.ground");
        let scene = scene
            .act("P1", propose("fulfilled"))
            .accepted()
            .stage("closure_proposed");
        let scene = scene
            .act("HEAD", json!({"type": "approve_closure", "opinion": "同意结案"}))
            .accepted();
        let scene = scene
            .act("P1", json!({"type": "archive"}))
            .accepted()
            .stage("archived");
        let hashed: Vec<_> = scene
            .case
            .index
            .iter()
            .filter(|entry| entry.sm3.is_some())
            .collect();
        assert_eq!(hashed.len(), 1, "the photo's hash stands in the index");
        scene.act("P1", evidence(9)).refused("case.file_closed");
    }

    #[test]
    fn the_signed_waiver_stands_in_the_index() {
        let waiver =
            json!({"type": "record_waiver", "signed_on": "2026-07-20", "file": crate::testkit::FILE});
        let scene = Scene::notified_item("SMALL", 100_000)
            .act("P1", waiver)
            .accepted();
        assert!(
            super::index(&scene.case)
                .iter()
                .any(|entry| entry.kind == "waiver")
        );
    }
}
