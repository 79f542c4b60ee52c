//! What must not be missing before a paper that goes outside is printed (rule book 3.3).

use crate::{Defect, InstrumentKind, RenderError, Sheet, instrument::Instrument};
use yizhi_casework::case::{Case, Decision, Filing, Notice, Opening, Outcome, Penalty, Proposal, Report};
use yizhi_domain::{catalogue::PenaltyKind, money::Fen};

/// The parts of a case that every outgoing paper rests on.
#[derive(Clone, Copy)]
pub(crate) struct Core<'a> {
    pub(crate) opening: &'a Opening,
    pub(crate) filing: &'a Filing,
    pub(crate) proposal: &'a Proposal,
    pub(crate) report: &'a Report,
}

impl<'a> Core<'a> {
    /// All of them, or a refusal of the paper.
    pub(crate) fn of(case: &'a Case, kind: InstrumentKind) -> Result<Self, RenderError> {
        Self::find(case).ok_or_else(|| RenderError::Void {
            kind,
            defects: vec![Defect::FileIncomplete],
        })
    }
    fn find(case: &'a Case) -> Option<Self> {
        Some(Self {
            opening: case.opening.as_ref()?,
            filing: case.filing.as_ref()?,
            proposal: case.proposal.as_ref()?,
            report: case.report.as_ref()?,
        })
    }
}

/// Checks the notice (处罚法 Art. 44).
pub(crate) fn notice(sheet: &Sheet<'_>, paper: &Instrument, notice: &Notice) -> Result<(), RenderError> {
    let mut found = Findings::of_paper(sheet, paper);
    found.basis(sheet.case);
    found.unless(amounts_agree(&notice.penalty), Defect::AmountsDisagree);
    found.answer(paper.kind)
}

/// Checks the decision (处罚法 Art. 59).
pub(crate) fn decision(
    sheet: &Sheet<'_>,
    paper: &Instrument,
    decision: &Decision,
) -> Result<(), RenderError> {
    let case = sheet.case;
    let mut found = Findings::of_paper(sheet, paper);
    found.basis(case);
    let proven = !(case.visits.is_empty() && case.evidence.is_empty());
    found.unless(proven, Defect::EvidenceMissing);
    if let Outcome::Penalty(penalty) = &decision.outcome {
        found.penalty(case, decision, penalty);
        let county = sheet.county;
        let must_pay = penalty.payable() > Fen::ZERO;
        let payee = said(&county.payee.bank) && said(&county.payee.account);
        found.unless(!must_pay || payee, Defect::PayeeMissing);
    }
    found.unless(!decided_by_handler(case, decision), Defect::HandlerDecides);
    let remedy = said(&sheet.county.review_organ) && said(&sheet.county.court);
    found.unless(remedy, Defect::RemedyMissing);
    found.answer(paper.kind)
}

/// Checks a proof of service: it must say whom and what.
pub(crate) fn proof(sheet: &Sheet<'_>, paper: &Instrument) -> Result<(), RenderError> {
    Findings::of_paper(sheet, paper).answer(paper.kind)
}

#[derive(Default)]
struct Findings(Vec<Defect>);

impl Findings {
    /// What every outgoing paper needs: organ, number, and the party.
    fn of_paper(sheet: &Sheet<'_>, paper: &Instrument) -> Self {
        let mut found = Self::default();
        found.unless(said(&sheet.county.bureau), Defect::OrganMissing);
        found.unless(said(&paper.number), Defect::NumberMissing);
        match sheet.party {
            None => found.0.push(Defect::PartyMissing),
            Some(party) => {
                found.unless(said(&party.name), Defect::PartyNameMissing);
                found.unless(said(&party.address), Defect::PartyAddressMissing);
                found.unless(said(&party.code), Defect::PartyCodeMissing);
                let proposal = sheet.case.proposal.as_ref();
                let same = proposal.is_none_or(|proposal| proposal.party.kind == party.kind);
                found.unless(same, Defect::PartyDiffers);
            }
        }
        found
    }
    fn basis(&mut self, case: &Case) {
        let cited = case
            .proposal
            .as_ref()
            .is_some_and(|p| said(&p.item.statute) && said(&p.item.penalty_article));
        self.unless(cited, Defect::BasisMissing);
    }
    fn penalty(&mut self, case: &Case, decision: &Decision, penalty: &Penalty) {
        self.unless(amounts_agree(penalty), Defect::AmountsDisagree);
        let Some((notice, _)) = case.notice.as_ref().and_then(|n| Some((n, n.service.as_ref()?))) else {
            return self.0.push(Defect::NoticeNotServed);
        };
        let over = notice
            .periods
            .iter()
            .all(|period| period.is_over(decision.decided_on));
        self.unless(over || case.waiver.is_some(), Defect::DecidedTooEarly);
        self.unless(within(penalty, &notice.penalty), Defect::BeyondNotice);
        let discussed = !notice.hearing_right || case.discussion.is_some();
        self.unless(discussed, Defect::DiscussionMissing);
    }
    fn unless(&mut self, holds: bool, defect: Defect) {
        if !holds {
            self.0.push(defect);
        }
    }
    fn answer(self, kind: InstrumentKind) -> Result<(), RenderError> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(RenderError::Void {
                kind,
                defects: self.0,
            })
        }
    }
}

fn said(text: &str) -> bool {
    !text.trim().is_empty()
}

/// A fine has an amount and an amount has its kind; the sum is the sum.
fn amounts_agree(penalty: &Penalty) -> bool {
    let fine = penalty.fine_fen.unwrap_or(Fen::ZERO);
    let gains = penalty.gains_fen.unwrap_or(Fen::ZERO);
    let has = |kind| penalty.kinds.contains(&kind);
    !penalty.kinds.is_empty()
        && has(PenaltyKind::Fine) == (fine > Fen::ZERO)
        && has(PenaltyKind::ConfiscateGains) == penalty.gains_fen.is_some()
        && fine.checked_add(gains) == Ok(penalty.payable())
}

/// What is decided was notified, kind by kind and amount by amount.
fn within(decided: &Penalty, notified: &Penalty) -> bool {
    let kinds = decided.kinds.iter().all(|kind| notified.kinds.contains(kind));
    kinds && decided.fine_fen <= notified.fine_fen && decided.gains_fen <= notified.gains_fen
}

fn decided_by_handler(case: &Case, decision: &Decision) -> bool {
    let reviewed = case
        .review
        .as_ref()
        .is_some_and(|review| case.is_handler(&review.reviewer));
    reviewed || case.is_handler(&decision.decided_by)
}
