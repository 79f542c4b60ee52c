//! Service (送达): by which way, effective when, and the periods it starts.

use super::{Decided, ground, not_before, not_in_future};
use crate::case::{
    command::{Serve, ServedDocument, ServiceMethod},
    desk::CaseDesk,
    event::CaseEvent,
    state::{Case, Stage},
};
use yizhi_domain::{Day, deadline::Deadline, refusal::Refusal};

/// Records the proof of service (R-2.50… ).
pub(super) fn serve(case: &Case, proof: &Serve, desk: &CaseDesk<'_>) -> Decided {
    let issued_on = waiting(case, proof.document)?;
    not_in_future(proof.served_on, desk)?;
    not_before(proof.served_on, issued_on)?;
    let has_remark = proof.remark.is_some();
    match proof.method {
        ServiceMethod::Left => ground::SERVICE_LEFT_UNWITNESSED.unless(has_remark)?,
        ServiceMethod::Electronic => ground::SERVICE_ELECTRONIC_UNCONFIRMED.unless(has_remark)?,
        ServiceMethod::PublicNotice => ground::SERVICE_PUBLIC_UNFOUNDED.unless(has_remark)?,
        ServiceMethod::OnTheSpot | ServiceMethod::Direct | ServiceMethod::Post => {}
    }
    let effective_on = match proof.method {
        ServiceMethod::PublicNotice => {
            desk.deadline("public_notice", case.profile(), proof.served_on)?
                .due_on
        }
        _ => proof.served_on,
    };
    Ok(vec![CaseEvent::DocumentServed {
        document: proof.document,
        method: proof.method,
        receiver: proof.receiver.clone(),
        capacity: proof.capacity,
        served_on: proof.served_on,
        effective_on,
        remark: proof.remark.clone(),
        periods: periods(case, proof.document, effective_on, desk)?,
    }])
}

/// The day the document was issued, when it is this document that waits.
fn waiting(case: &Case, document: ServedDocument) -> Result<Day, Refusal> {
    let issued_on = match (document, case.stage) {
        (ServedDocument::Notice, Stage::NoticeIssued) => case.notice.as_ref().map(|notice| notice.issued_on),
        (ServedDocument::Decision, Stage::Decided) => {
            case.decision.as_ref().map(|decision| decision.decided_on)
        }
        _ => None,
    };
    issued_on.ok_or_else(|| ground::SERVICE_WRONG_STAGE.refuse())
}

/// The notice starts the time for statement and hearing, the decision the time to pay.
fn periods(
    case: &Case,
    document: ServedDocument,
    from: Day,
    desk: &CaseDesk<'_>,
) -> Result<Vec<Deadline>, Refusal> {
    let profile = case.profile();
    match document {
        ServedDocument::Notice => {
            let mut periods = vec![desk.deadline("statement", profile, from)?];
            if case.notice.as_ref().is_some_and(|notice| notice.hearing_right) {
                periods.push(desk.deadline("hearing_request", profile, from)?);
            }
            Ok(periods)
        }
        ServedDocument::Decision if case.payable() > yizhi_domain::money::Fen::ZERO => {
            Ok(vec![desk.deadline("payment", profile, from)?])
        }
        ServedDocument::Decision => Ok(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, serve};

    #[test]
    fn the_notice_starts_five_working_days() {
        Scene::notified(5_000_000)
            .due("statement", "2026-07-27")
            .due("hearing_request", "2026-07-27");
        Scene::notified_item("SMALL", 100_000).due("statement", "2026-07-27");
    }

    #[test]
    fn ways_that_need_proof() {
        let scene = || Scene::noticed("GAS", 5_000_000);
        scene()
            .act("P1", serve("notice", "left", "2026-07-20"))
            .refused("service.left_unwitnessed");
        scene()
            .act("P1", serve("notice", "electronic", "2026-07-20"))
            .refused("service.electronic_unconfirmed");
        scene()
            .act("P1", serve("notice", "public_notice", "2026-07-20"))
            .refused("service.public_unfounded");
        scene()
            .act("P1", serve("notice", "direct", "2026-07-19"))
            .refused("day.before");
        scene()
            .act("P1", serve("notice", "direct", "2026-07-21"))
            .refused("day.in_future");
        scene()
            .act("P1", serve("decision", "direct", "2026-07-20"))
            .refused("service.wrong_stage");
    }

    #[test]
    fn public_notice_takes_effect_after_thirty_days() {
        let mut proof = serve("notice", "public_notice", "2026-07-20");
        proof["remark"] = "直接、留置、邮寄均未成功，公告见本局网站".into();
        let scene = Scene::noticed("GAS", 5_000_000).act("P1", proof).accepted();
        let service = scene.case.notice.as_ref().unwrap().service.as_ref().unwrap();
        assert_eq!(service.effective_on.to_string(), "2026-08-19");
        scene.due("statement", "2026-08-26");
    }

    #[test]
    fn the_decision_starts_fifteen_calendar_days_to_pay() {
        let scene = Scene::decided(5_000_000)
            .act("P1", serve("decision", "direct", "2026-07-28"))
            .accepted();
        scene.stage("served").due("payment", "2026-08-12");
    }
}
