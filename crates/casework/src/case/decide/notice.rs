//! Prior notice (事先告知), statement and defence (陈述申辩), waiver.

use super::{Decided, ground, item, not_in_future, number};
use crate::case::{
    command::{RecordStatement, RecordWaiver, ServedDocument},
    desk::CaseDesk,
    event::CaseEvent,
    law, penalty,
    state::Case,
};
use yizhi_domain::{Day, refusal::Refusal};

/// Issues the notice of the reviewed proposal, with the right to a hearing where it is due.
pub(super) fn issue(case: &Case, desk: &CaseDesk<'_>) -> Decided {
    let (Some(report), Some(proposal)) = (&case.report, &case.proposal) else {
        return Err(ground::WRONG_STAGE.refuse());
    };
    let item = law::presumed(item(case)?, desk.catalogue, desk.today());
    penalty::check(case, &item, &report.proposal)?;
    let (hearing_right, threshold_confirmed) = penalty::hearing_right(
        &report.proposal,
        proposal.party.kind,
        &item,
        desk.rules,
        desk.today(),
    )?;
    Ok(vec![CaseEvent::NoticeIssued {
        number: number(desk)?,
        penalty: report.proposal.clone(),
        hearing_right,
        threshold_confirmed,
    }])
}

fn notice_effective_on(case: &Case) -> Result<Day, Refusal> {
    let service = case
        .service(ServedDocument::Notice)
        .ok_or_else(|| ground::WRONG_STAGE.refuse())?;
    Ok(service.served_on)
}

/// Hears the party; every statement is answered.
pub(super) fn record_statement(case: &Case, statement: &RecordStatement, desk: &CaseDesk<'_>) -> Decided {
    not_in_future(statement.made_on, desk)?;
    ground::STATEMENT_BEFORE_NOTICE.unless(statement.made_on >= notice_effective_on(case)?)?;
    Ok(vec![CaseEvent::StatementRecorded {
        made_on: statement.made_on,
        text: statement.text.clone(),
        requests_hearing: statement.requests_hearing,
        answer: statement.answer.clone(),
    }])
}

/// The party's express waiver (处罚法 Art. 62), with the signed paper.
pub(super) fn record_waiver(case: &Case, waiver: &RecordWaiver, desk: &CaseDesk<'_>) -> Decided {
    not_in_future(waiver.signed_on, desk)?;
    ground::WAIVER_BEFORE_NOTICE.unless(waiver.signed_on >= notice_effective_on(case)?)?;
    desk.file(waiver.file)
        .ok_or_else(|| ground::FILE_UNKNOWN.refuse())?;
    Ok(vec![CaseEvent::WaiverRecorded {
        signed_on: waiver.signed_on,
        file: waiver.file,
    }])
}

#[cfg(test)]
mod tests {
    use crate::testkit::{FILE, Scene, statement};
    use serde_json::json;

    #[test]
    fn a_large_fine_carries_the_right_to_a_hearing() {
        assert!(
            Scene::notified(5_000_000).case.notice.unwrap().hearing_right,
            "50 000 yuan, organisation"
        );
        assert!(
            !Scene::notified_item("SMALL", 100_000)
                .case
                .notice
                .unwrap()
                .hearing_right
        );
    }

    #[test]
    fn statements_and_waivers_come_after_service() {
        let scene = Scene::notified(5_000_000);
        let scene = scene
            .act("P1", statement("2026-07-19", false))
            .refused("statement.before_notice");
        let scene = scene.act("P1", statement("2026-07-20", false)).accepted();
        let waiver = |day: &str, file: &str| json!({"type": "record_waiver", "signed_on": day, "file": file});
        let scene = scene
            .act("P1", waiver("2026-07-19", FILE))
            .refused("waiver.before_notice");
        let unknown = "0190a000-0000-7000-8000-0000000000ff";
        let scene = scene
            .act("P1", waiver("2026-07-20", unknown))
            .refused("file.unknown");
        scene.act("P1", waiver("2026-07-20", FILE)).accepted();
    }
}
