//! Collective discussion (集体讨论) and the decision (决定).

use super::{Decided, ground, item, not_in_future, number};
use crate::case::{
    command::{Decide, DecideNoPenalty, DecidePenalty, RecordDiscussion, ServedDocument},
    desk::CaseDesk,
    event::CaseEvent,
    law, penalty,
    state::{Case, Stage},
};
use yizhi_domain::{Day, refusal::Refusal, text::Prose};

/// Records the discussion with each opinion.
pub(super) fn discuss(case: &Case, discussion: &RecordDiscussion, desk: &CaseDesk<'_>) -> Decided {
    not_in_future(discussion.held_on, desk)?;
    let notified_on = case
        .service(ServedDocument::Notice)
        .map_or(desk.today(), |service| service.served_on);
    super::not_before(discussion.held_on, notified_on)?;
    let voices = &discussion.attendees;
    let twice = voices.iter().enumerate().any(|(place, voice)| {
        voices
            .iter()
            .skip(place + 1)
            .any(|other| other.person == voice.person)
    });
    ground::DISCUSSION_ALONE.unless(voices.len() >= 2 && !twice)?;
    if let Some(unknown) = voices
        .iter()
        .find(|voice| desk.roster.person(&voice.person).is_none())
    {
        return Err(ground::DISCUSSION_UNKNOWN_PERSON
            .refuse()
            .with("person", &unknown.person));
    }
    Ok(vec![CaseEvent::DiscussionRecorded {
        held_on: discussion.held_on,
        attendees: voices.clone(),
        conclusion: discussion.conclusion.clone(),
    }])
}

/// Decides.
pub(super) fn decide(case: &Case, decide: &Decide, desk: &CaseDesk<'_>) -> Decided {
    match decide {
        Decide::Penalty(decided) => penalise(case, decided, desk),
        Decide::NoPenalty(decided) => spare(case, decided, desk),
    }
}

/// What must hold before any penalty is decided: the notice was served, its time is over or waived
/// no hearing is open, and a heavy penalty was discussed.
pub(in crate::case) fn may_penalise(case: &Case, desk: &CaseDesk<'_>) -> Result<(), Refusal> {
    let until = case
        .party_has_until()
        .ok_or_else(|| ground::WRONG_STAGE.refuse().with("stage", case.stage.key()))?;
    if case.waiver.is_none() && !until.is_over(desk.today()) {
        return Err(ground::NOTICE_PERIOD_RUNNING
            .refuse()
            .with("last_day", until.due_on));
    }
    let asked_on = case
        .statements
        .iter()
        .filter(|s| s.requests_hearing)
        .map(|s| s.made_on)
        .max();
    let waived_on = case.waiver.as_ref().map(|(on, _)| *on);
    ground::HEARING_NOT_HELD
        .unless(asked_on.is_none_or(|asked| waived_on.is_some_and(|waived| waived >= asked)))?;
    let in_scope = case.notice.as_ref().is_some_and(|notice| notice.hearing_right);
    ground::DISCUSSION_MISSING.unless(!in_scope || case.discussion.is_some())
}

fn penalise(case: &Case, decided: &DecidePenalty, desk: &CaseDesk<'_>) -> Decided {
    if case.stage != Stage::NoticeServed {
        return Err(ground::WRONG_STAGE.refuse().with("stage", case.stage.key()));
    }
    may_penalise(case, desk)?;
    let (item, law) = law::decided(
        case,
        item(case)?,
        decided.law.as_ref(),
        desk.catalogue,
        desk.today(),
    )?;
    penalty::check(case, &item, &decided.penalty)?;
    let notice = case.notice.as_ref().ok_or_else(|| ground::WRONG_STAGE.refuse())?;
    penalty::check_not_heavier(&decided.penalty, &notice.penalty)?;
    ground::NO_CORRECTION_ORDER
        .unless(case.correction.is_some() || decided.no_correction_reason.is_some())?;
    in_time(case, decided.late_reason.as_ref(), desk)?;
    Ok(vec![CaseEvent::PenaltyDecided {
        number: number(desk)?,
        decided_on: desk.today(),
        penalty: decided.penalty.clone(),
        reasons: decided.reasons.clone(),
        no_correction_reason: decided.no_correction_reason.clone(),
        late_reason: decided.late_reason.clone(),
        serve_by: serve_by(case, desk, desk.today())?,
        law,
    }])
}

fn spare(case: &Case, decided: &DecideNoPenalty, desk: &CaseDesk<'_>) -> Decided {
    in_time(case, decided.late_reason.as_ref(), desk)?;
    Ok(vec![CaseEvent::NoPenaltyDecided {
        number: number(desk)?,
        decided_on: desk.today(),
        ground: decided.ground,
        reasons: decided.reasons.clone(),
        late_reason: decided.late_reason.clone(),
        serve_by: serve_by(case, desk, desk.today())?,
    }])
}

/// Ninety days from filing (处罚法 Art. 60). A late decision is a fault of the bureau, not a way for the
/// case to end never: it needs a reason, which stays in the record.
fn in_time(case: &Case, late_reason: Option<&Prose>, desk: &CaseDesk<'_>) -> Result<(), Refusal> {
    let filing = case.filing.as_ref().ok_or_else(|| ground::WRONG_STAGE.refuse())?;
    if filing.decide_by.is_over(desk.today()) && late_reason.is_none() {
        return Err(ground::LIMIT_PASSED
            .refuse()
            .with("last_day", filing.decide_by.due_on));
    }
    Ok(())
}

fn serve_by(case: &Case, desk: &CaseDesk<'_>, on: Day) -> Result<yizhi_domain::deadline::Deadline, Refusal> {
    desk.deadline("decision_service", case.profile(), on)
}

#[cfg(test)]
mod tests {
    use crate::testkit::{FILE, Scene, decide, discussion, statement};
    use serde_json::json;

    #[test]
    fn not_before_the_period_is_over() {
        let scene = Scene::notified(5_000_000).act("HEAD", discussion()).accepted();
        let scene = scene
            .on("2026-07-27")
            .act("HEAD", decide(5_000_000))
            .refused("notice.period_running");
        let scene = scene.on("2026-07-28").act("HEAD", decide(5_000_000)).accepted();
        scene.stage("decided").due("decision_service", "2026-08-06");
    }

    #[test]
    fn a_written_waiver_ends_the_period() {
        let scene = Scene::notified(5_000_000).act("HEAD", discussion()).accepted();
        let waiver = json!({"type": "record_waiver", "signed_on": "2026-07-20", "file": FILE});
        scene
            .act("P1", waiver)
            .accepted()
            .act("HEAD", decide(5_000_000))
            .accepted();
    }

    #[test]
    fn never_heavier_than_notified() {
        let scene = || {
            Scene::notified(5_000_000)
                .act("HEAD", discussion())
                .accepted()
                .on("2026-07-28")
        };
        scene()
            .act("HEAD", decide(5_000_001))
            .refused("penalty.heavier_than_notified");
        let mut gains = decide(5_000_000);
        gains["penalty"] =
            json!({"kinds": ["fine", "confiscate_gains"], "fine_fen": 5_000_000, "gains_fen": 1});
        scene().act("HEAD", gains).refused("penalty.kind_not_notified");
        scene()
            .act("HEAD", decide(4_999_999))
            .refused("penalty.below_minimum");
    }

    #[test]
    fn an_open_hearing_and_a_missing_discussion_stop_it() {
        let scene = Scene::notified(5_000_000)
            .on("2026-07-28")
            .act("HEAD", decide(5_000_000));
        let scene = scene.refused("decision.discussion_missing");
        let scene = scene
            .on("2026-07-22")
            .act("P1", statement("2026-07-22", true))
            .accepted();
        let scene = scene.act("HEAD", discussion()).accepted().on("2026-07-28");
        let scene = scene.act("HEAD", decide(5_000_000)).refused("hearing.not_held");
        let waiver = json!({"type": "record_waiver", "signed_on": "2026-07-28", "file": FILE});
        scene
            .act("P1", waiver)
            .accepted()
            .act("HEAD", decide(5_000_000))
            .accepted();
    }

    #[test]
    fn without_an_order_to_correct_it_needs_the_reason() {
        let scene = Scene::notified(5_000_000)
            .act("HEAD", discussion())
            .accepted()
            .on("2026-07-28");
        let mut bare = decide(5_000_000);
        bare["no_correction_reason"] = serde_json::Value::Null;
        scene.act("HEAD", bare).refused("decision.no_correction_order");
    }

    #[test]
    fn after_ninety_days_it_needs_a_reason() {
        let scene = Scene::notified(5_000_000).act("HEAD", discussion()).accepted();
        let scene = scene.on("2026-10-18").act("HEAD", decide(5_000_000)).accepted();
        drop(scene);
        let scene = Scene::notified(5_000_000)
            .act("HEAD", discussion())
            .accepted()
            .on("2026-10-19");
        let scene = scene
            .act("HEAD", decide(5_000_000))
            .refused("decision.limit_passed");
        let mut late = decide(5_000_000);
        late["late_reason"] = "因台风停工".into();
        scene.act("HEAD", late).accepted();
    }

    #[test]
    fn handlers_do_not_decide() {
        let scene = Scene::notified(5_000_000).on("2026-07-28");
        scene.act("P1", decide(5_000_000)).refused("approval.by_handler");
    }

    #[test]
    fn a_discussion_needs_two_voices() {
        let voice = |who: &str| json!({"person": who, "opinion": "同意"});
        let held = |voices: serde_json::Value| json!({"type": "record_discussion", "held_on": "2026-07-20", "attendees": voices, "conclusion": "同意"});
        let scene = || Scene::notified(5_000_000);
        scene()
            .act("HEAD", held(json!([voice("HEAD")])))
            .refused("discussion.alone");
        scene()
            .act("HEAD", held(json!([voice("HEAD"), voice("HEAD")])))
            .refused("discussion.alone");
        scene()
            .act("HEAD", held(json!([voice("HEAD"), voice("NOBODY")])))
            .refused("discussion.unknown_person");
    }

    #[test]
    fn no_penalty_needs_no_notice() {
        let spare = json!({"type": "decide", "outcome": "no_penalty", "ground": "minor_corrected", "reasons": "轻微并已改正"});
        let scene = Scene::reviewed("GAS", 5_000_000)
            .act("HEAD", spare)
            .accepted()
            .stage("decided");
        let penalty = Scene::reviewed("GAS", 5_000_000).act("HEAD", decide(5_000_000));
        penalty.refused("case.wrong_stage");
        scene
            .act("P1", crate::testkit::serve("decision", "direct", "2026-07-20"))
            .accepted()
            .stage("fulfilled");
    }
}
