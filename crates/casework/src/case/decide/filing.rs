//! Filing (立案): conditions, approval, declining.

use super::{Decided, ground, not_in_future, number};
use crate::case::{
    command::{ApproveFiling, DeclineFiling, ProposeFiling, ReturnFiling},
    desk::CaseDesk,
    event::CaseEvent,
    state::{Case, FiledItem},
};
use yizhi_domain::{
    Day,
    catalogue::{Item, PartyScope},
    id::ItemCode,
    party::PartyKind,
    refusal::Refusal,
};

/// All of: first evidence, an item in force on the day of the act, a party it names, within limitation
///
pub(super) fn propose(case: &Case, proposal: &ProposeFiling, desk: &CaseDesk<'_>) -> Decided {
    not_in_future(proposal.acted_on, desk)?;
    let item = in_force(&proposal.item, proposal.acted_on, desk)?;
    names_party(item, proposal.party.kind)?;
    ground::PARTY_CODE_KIND.unless(proposal.party.code_fits_kind())?;
    within_limitation(case, item, proposal.acted_on, desk)?;
    let party = desk
        .party
        .cloned()
        .ok_or_else(|| ground::PARTY_MISSING.refuse())?;
    Ok(vec![CaseEvent::FilingProposed {
        item: FiledItem::of(item, desk.catalogue.profile(item)),
        party,
        acted_on: proposal.acted_on,
        facts: proposal.facts.clone(),
    }])
}

/// The version of the item on the day of the act.
fn in_force<'a>(code: &ItemCode, acted_on: Day, desk: &CaseDesk<'a>) -> Result<&'a Item, Refusal> {
    if let Some(item) = desk.catalogue.item_on(code, acted_on) {
        return Ok(item);
    }
    let shown = desk.catalogue.shown_on(code, acted_on);
    let item = shown.ok_or_else(|| ground::ITEM_UNKNOWN.refuse().with("item", code))?;
    let last = item.effective_to.map_or_else(String::new, |day| day.to_string());
    let refusal = ground::ITEM_NOT_IN_FORCE
        .refuse()
        .with("statute", item.statute())
        .with("in_force_to", last)
        .with("acted_on", acted_on);
    Err(match desk.catalogue.successor_statute(item, acted_on) {
        Some(successor) => refusal.with("successor", successor),
        None => refusal,
    })
}

fn names_party(item: &Item, kind: PartyKind) -> Result<(), Refusal> {
    let fits = match (item.party, kind) {
        (PartyScope::Person, PartyKind::Organisation) | (PartyScope::Organisation, PartyKind::Person) => {
            false
        }
        (PartyScope::Person, PartyKind::Person | PartyKind::SoleTrader)
        | (PartyScope::Organisation, PartyKind::SoleTrader | PartyKind::Organisation)
        | (PartyScope::Both | PartyScope::Unspecified, _) => true,
    };
    ground::PARTY_SCOPE.unless(fits)
}

/// Discovered when the case was opened; two years unless a law says otherwise.
fn within_limitation(case: &Case, item: &Item, acted_on: Day, desk: &CaseDesk<'_>) -> Result<(), Refusal> {
    let discovered_on = case
        .opening
        .as_ref()
        .map_or(desk.today(), |opening| opening.opened_on);
    let profile = desk.catalogue.profile(item);
    let limit = desk.deadline_of("limitation", profile, acted_on, item.limitation_years)?;
    if limit.is_over(discovered_on) {
        return Err(ground::OUT_OF_TIME
            .refuse()
            .with("acted_on", acted_on)
            .with("last_day", limit.due_on));
    }
    Ok(())
}

/// The head files it; the limit for deciding runs from that day (处罚法 Art. 60).
pub(super) fn approve(case: &Case, approval: &ApproveFiling, desk: &CaseDesk<'_>) -> Decided {
    Ok(vec![CaseEvent::FilingApproved {
        opinion: approval.opinion.clone(),
        number: number(desk)?,
        filed_on: desk.today(),
        decide_by: desk.deadline("case_limit", case.profile(), desk.today())?,
    }])
}

/// The head sends the proposal back.
pub(super) fn send_back(back: &ReturnFiling) -> Vec<CaseEvent> {
    vec![CaseEvent::FilingReturned {
        reason: back.reason.clone(),
    }]
}

/// The head declines on a listed ground.
pub(super) fn decline(decline: &DeclineFiling) -> Vec<CaseEvent> {
    vec![CaseEvent::FilingDeclined {
        ground: decline.ground,
        reason: decline.reason.clone(),
    }]
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, evidence, proposal};
    use serde_json::json;

    #[test]
    fn proposed_and_approved() {
        let scene = Scene::opened().act("P1", evidence(1)).accepted();
        let scene = scene
            .act("P1", proposal("GAS", "2026-07-10"))
            .accepted()
            .stage("filing_proposed");
        let scene = scene
            .act("HEAD", json!({"type": "approve_filing", "opinion": "同意立案"}))
            .accepted();
        scene.stage("investigation").due("case_limit", "2026-10-18");
    }

    #[test]
    fn nothing_is_filed_without_evidence() {
        Scene::opened()
            .act("P1", proposal("GAS", "2026-07-10"))
            .refused("filing.no_evidence");
    }

    #[test]
    fn an_item_that_ended_serves_older_acts_only() {
        let scene = || Scene::opened_on("2026-08-20").act("P1", evidence(1)).accepted();
        scene().act("P1", proposal("ENDED", "2026-08-14")).accepted();
        scene()
            .act("P1", proposal("ENDED", "2026-08-15"))
            .refused("item.not_in_force");
        scene()
            .act("P1", proposal("NOSUCH", "2026-08-10"))
            .refused("item.unknown");
    }

    #[test]
    fn limitation_is_two_years() {
        let scene = || Scene::opened().act("P1", evidence(1)).accepted();
        scene().act("P1", proposal("GAS", "2024-07-20")).accepted();
        scene()
            .act("P1", proposal("GAS", "2024-07-19"))
            .refused("case.out_of_time");
        scene()
            .act("P1", proposal("GAS", "2026-07-21"))
            .refused("day.in_future");
    }

    #[test]
    fn the_party_must_fit() {
        let scene = || Scene::opened().act("P1", evidence(1)).accepted();
        let mut citizen = proposal("ORG", "2026-07-10");
        citizen["party"]["kind"] = "person".into();
        scene().act("P1", citizen).refused("party.scope");
        let mut wrong_code = proposal("GAS", "2026-07-10");
        wrong_code["party"]["kind"] = "person".into();
        scene().act("P1", wrong_code).refused("party.code_kind");
    }

    #[test]
    fn only_a_head_who_does_not_handle_approves() {
        let scene = Scene::opened().act("P1", evidence(1)).accepted();
        let scene = scene.act("P1", proposal("GAS", "2026-07-10")).accepted();
        scene
            .act("P1", json!({"type": "approve_filing", "opinion": "同意"}))
            .refused("approval.by_handler");
    }

    #[test]
    fn returned_and_declined() {
        let scene = Scene::opened().act("P1", evidence(1)).accepted();
        let scene = scene.act("P1", proposal("GAS", "2026-07-10")).accepted();
        let scene = scene
            .act("HEAD", json!({"type": "return_filing", "reason": "补充现场照片"}))
            .accepted();
        let scene = scene.stage("verification");
        let decline = json!({"type": "decline_filing", "ground": "no_facts", "reason": "未发现违法事实"});
        let scene = scene.act("HEAD", decline).accepted().stage("not_filed");
        scene.act("P1", evidence(2)).refused("case.file_closed");
    }
}
