//! The law, one stage a file: a command is answered with events or a refusal.

mod closure;
mod correction;
mod evidence;
mod filing;
mod fulfilment;
mod notice;
mod opening;
mod report;
mod review;
mod service;
mod visit;

pub(super) mod decision;

use super::{
    acts::ActKind,
    command::{CaseAct, CaseCommand},
    desk::CaseDesk,
    event::CaseEvent,
    refusal as ground,
    state::{Case, FiledItem},
};
use yizhi_domain::{Day, id::PersonId, refusal::Refusal};

type Decided = Result<Vec<CaseEvent>, Refusal>;

/// Answers a command.
pub(super) fn decide(case: &Case, command: &CaseCommand, desk: &CaseDesk<'_>) -> Decided {
    let act = match command {
        CaseCommand::Open(open) => return opening::open(case, open, desk),
        CaseCommand::Act(act) => act.as_ref(),
    };
    ground::CASE_MISSING.unless(case.exists())?;
    let kind = act.kind();
    in_stage(case, kind)?;
    separate(case, kind, desk)?;
    early(case, kind)?;
    match act {
        CaseAct::RecordVisit(visit) => visit::record(case, visit, desk),
        CaseAct::AddEvidence(piece) => evidence::add(case, piece, desk),
        CaseAct::ProposeFiling(proposal) => filing::propose(case, proposal, desk),
        CaseAct::ApproveFiling(approval) => filing::approve(case, approval, desk),
        CaseAct::ReturnFiling(back) => Ok(filing::send_back(back)),
        CaseAct::DeclineFiling(decline) => Ok(filing::decline(decline)),
        CaseAct::OrderCorrection(order) => correction::order(order, desk),
        CaseAct::RecordReinspection(seen) => correction::reinspect(case, seen, desk),
        CaseAct::ReportInvestigation(report) => report::report(case, report, desk),
        CaseAct::Review(result) => Ok(review::review(result)),
        CaseAct::IssueNotice(_) => notice::issue(case, desk),
        CaseAct::Serve(proof) => service::serve(case, proof, desk),
        CaseAct::RecordStatement(statement) => notice::record_statement(case, statement, desk),
        CaseAct::RecordWaiver(waiver) => notice::record_waiver(case, waiver, desk),
        CaseAct::RecordDiscussion(discussion) => decision::discuss(case, discussion, desk),
        CaseAct::Decide(decided) => decision::decide(case, decided, desk),
        CaseAct::RecordPayment(payment) => fulfilment::pay(case, payment, desk),
        CaseAct::ProposeClosure(proposal) => closure::propose(case, proposal),
        CaseAct::ApproveClosure(approval) => Ok(closure::approve(approval, desk)),
        CaseAct::Archive(_) => Ok(closure::archive(case, desk)),
    }
}

fn in_stage(case: &Case, kind: ActKind) -> Result<(), Refusal> {
    use super::state::Stage;
    if kind.belongs_to(case.stage) {
        return Ok(());
    }
    // A closed file is never changed; that is a stronger reason than the stage.
    let closed = matches!(case.stage, Stage::Closed | Stage::Archived | Stage::NotFiled);
    let refusal = if closed {
        ground::CASE_FILE_CLOSED.refuse()
    } else {
        ground::WRONG_STAGE.refuse()
    };
    Err(refusal.with("stage", case.stage.key()))
}

/// Separation of duties: who handles does not review, approve or collect, and nobody else handles.
pub(super) fn separate(case: &Case, kind: ActKind, desk: &CaseDesk<'_>) -> Result<(), Refusal> {
    use yizhi_domain::permit::Act;
    let handles = case.is_handler(&desk.actor.person);
    match kind.right() {
        Act::ReviewCase => ground::REVIEW_BY_HANDLER.unless(!handles),
        Act::ApproveCase => ground::APPROVAL_BY_HANDLER.unless(!handles),
        Act::RecordPayment => ground::PAYMENT_BY_HANDLER.unless(!handles),
        _ => ground::NOT_HANDLER.unless(handles),
    }
}

/// What can be said against an act before its content is known; the case page shows it as the reason.
pub(super) fn early(case: &Case, kind: ActKind) -> Result<(), Refusal> {
    match kind {
        ActKind::ProposeFiling => {
            ground::FILING_NO_EVIDENCE.unless(!(case.visits.is_empty() && case.evidence.is_empty()))
        }
        ActKind::ReportInvestigation => ground::REPORT_NO_EVIDENCE.unless(!case.evidence.is_empty()),
        ActKind::OrderCorrection => {
            let open = case
                .correction
                .as_ref()
                .is_some_and(|order| order.corrected.is_none());
            ground::CORRECTION_EXISTS.unless(!open)
        }
        ActKind::RecordReinspection => ground::CORRECTION_MISSING.unless(case.correction.is_some()),
        _ => Ok(()),
    }
}

/// At least two different officers, each certified on the day.
fn two_certified<'a>(officers: &'a [PersonId], on: Day, desk: &CaseDesk<'a>) -> Result<(), Refusal> {
    let first = officers.first();
    ground::ONE_HANDLER.unless(officers.iter().any(|other| Some(other) != first))?;
    for id in officers {
        let refuse = |ground: &'static yizhi_domain::refusal::Ground| {
            ground
                .refuse()
                .with("officer", desk.roster.name(id))
                .with("on", on)
        };
        let person = desk
            .roster
            .person(id)
            .ok_or_else(|| refuse(&ground::NOT_AN_OFFICER))?;
        if !person.is(yizhi_domain::organisation::Role::Officer) {
            return Err(refuse(&ground::NOT_AN_OFFICER));
        }
        if !person.certified_on(on) {
            return Err(refuse(&ground::UNCERTIFIED));
        }
    }
    Ok(())
}

fn not_in_future(day: Day, desk: &CaseDesk<'_>) -> Result<(), Refusal> {
    if day > desk.today() {
        return Err(ground::DAY_IN_FUTURE
            .refuse()
            .with("day", day)
            .with("today", desk.today()));
    }
    Ok(())
}

fn not_before(day: Day, earliest: Day) -> Result<(), Refusal> {
    if day < earliest {
        return Err(ground::DAY_BEFORE
            .refuse()
            .with("day", day)
            .with("earliest", earliest));
    }
    Ok(())
}

fn number(desk: &CaseDesk<'_>) -> Result<String, Refusal> {
    desk.number
        .map(ToOwned::to_owned)
        .ok_or_else(|| ground::NUMBER_MISSING.refuse())
}

fn item(case: &Case) -> Result<&FiledItem, Refusal> {
    let proposal = case
        .proposal
        .as_ref()
        .ok_or_else(|| ground::WRONG_STAGE.refuse())?;
    Ok(&proposal.item)
}
