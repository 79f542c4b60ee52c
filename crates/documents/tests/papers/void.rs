//! A paper that would be void is refused, and the refusal names what is wrong.
use crate::stage::{Stage, party};
use yizhi_casework::{
    case::{Case, Outcome},
    testkit::Scene,
};
use yizhi_documents::{Defect, InstrumentKind as Kind, PrintedParty, RenderError};
use yizhi_domain::{county::Profile, id::PersonId, money::Fen, party::PartyKind};

fn defects(stage: &Stage, kind: Kind) -> Vec<Defect> {
    match stage.render(kind) {
        Err(RenderError::Void { kind: of, defects }) if of == kind => defects,
        other => panic!("expected a void {kind:?}, got {other:?}"),
    }
}

fn decision_of(change: impl FnOnce(&mut Case)) -> Vec<Defect> {
    let mut scene = Scene::decided(5_000_000);
    change(&mut scene.case);
    defects(&Stage::of(scene), Kind::Decision)
}

fn decision_to(change: impl FnOnce(&mut PrintedParty)) -> Vec<Defect> {
    let mut party = party();
    change(&mut party);
    defects(
        &Stage::of(Scene::decided(5_000_000)).party(Some(party)),
        Kind::Decision,
    )
}

fn decision_in(change: impl FnOnce(&mut Profile)) -> Vec<Defect> {
    defects(
        &Stage::of(Scene::decided(5_000_000)).county(change),
        Kind::Decision,
    )
}

#[test]
fn the_party_must_be_named() {
    for kind in [
        Kind::PriorNotice,
        Kind::ProofOfServiceNotice,
        Kind::Decision,
        Kind::ProofOfServiceDecision,
    ] {
        let stage = Stage::of(Scene::decided(5_000_000)).party(None);
        assert_eq!(defects(&stage, kind), [Defect::PartyMissing]);
    }
    assert_eq!(
        decision_to(|party| party.address = " ".into()),
        [Defect::PartyAddressMissing]
    );
    assert_eq!(
        decision_to(|party| party.name.clear()),
        [Defect::PartyNameMissing]
    );
    assert_eq!(
        decision_to(|party| party.code.clear()),
        [Defect::PartyCodeMissing]
    );
    assert_eq!(
        decision_to(|party| party.kind = PartyKind::Person),
        [Defect::PartyDiffers]
    );
}

#[test]
fn the_county_must_be_complete() {
    assert_eq!(
        decision_in(|county| county.bureau.clear()),
        [Defect::OrganMissing]
    );
    assert_eq!(
        decision_in(|county| county.court.clear()),
        [Defect::RemedyMissing]
    );
    assert_eq!(
        decision_in(|county| county.review_organ.clear()),
        [Defect::RemedyMissing]
    );
    assert_eq!(
        decision_in(|county| county.payee.account.clear()),
        [Defect::PayeeMissing]
    );
}

#[test]
fn the_case_must_carry_the_decision() {
    assert_eq!(
        decision_of(|case| case.decision.as_mut().unwrap().number.clear()),
        [Defect::NumberMissing]
    );
    assert_eq!(
        decision_of(|case| case.evidence.clear()),
        [Defect::EvidenceMissing]
    );
    assert_eq!(decision_of(|case| case.report = None), [Defect::FileIncomplete]);
    assert_eq!(
        decision_of(|case| case.discussion = None),
        [Defect::DiscussionMissing]
    );
    assert_eq!(
        decision_of(|case| case.notice.as_mut().unwrap().service = None),
        [Defect::NoticeNotServed]
    );
    let early = |case: &mut Case| case.decision.as_mut().unwrap().decided_on = "2026-07-27".parse().unwrap();
    assert_eq!(decision_of(early), [Defect::DecidedTooEarly]);
    let same_hands =
        |case: &mut Case| case.decision.as_mut().unwrap().decided_by = PersonId::try_new("P2").unwrap();
    assert_eq!(decision_of(same_hands), [Defect::HandlerDecides]);
    let no_article = |case: &mut Case| case.proposal.as_mut().unwrap().item.penalty_article.clear();
    assert_eq!(decision_of(no_article), [Defect::BasisMissing]);
}

#[test]
fn amounts_must_agree_and_stay_within_the_notice() {
    let fine = |fen: i64| {
        move |case: &mut Case| {
            if let Outcome::Penalty(penalty) = &mut case.decision.as_mut().unwrap().outcome {
                penalty.fine_fen = Fen::try_new(fen).ok();
            }
        }
    };
    assert_eq!(decision_of(fine(5_000_001)), [Defect::BeyondNotice]);
    assert_eq!(decision_of(fine(0)), [Defect::AmountsDisagree]);
    let gains = |case: &mut Case| {
        if let Outcome::Penalty(penalty) = &mut case.decision.as_mut().unwrap().outcome {
            penalty.gains_fen = Some(Fen::ZERO);
        }
    };
    assert_eq!(
        decision_of(gains),
        [Defect::AmountsDisagree, Defect::BeyondNotice]
    );
}

#[test]
fn everything_wrong_is_named_at_once() {
    let mut scene = Scene::decided(5_000_000);
    scene.case.discussion = None;
    let stage = Stage::of(scene).party(None).county(|county| county.court.clear());
    let found = [
        Defect::PartyMissing,
        Defect::DiscussionMissing,
        Defect::RemedyMissing,
    ];
    assert_eq!(defects(&stage, Kind::Decision), found);
}

#[test]
fn a_void_notice_is_not_sent() {
    let mut scene = Scene::noticed("GAS", 5_000_000);
    scene.case.notice.as_mut().unwrap().penalty.fine_fen = None;
    scene.case.proposal.as_mut().unwrap().item.statute.clear();
    let found = [Defect::BasisMissing, Defect::AmountsDisagree];
    assert_eq!(defects(&Stage::of(scene), Kind::PriorNotice), found);
}
