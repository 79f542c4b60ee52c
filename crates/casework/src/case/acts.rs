//! Which acts a case offers now, and for the others the reason why not. The browser holds no rule.

use super::{
    command::{CaseAct, Decide},
    decide::{decision, early},
    desk::CaseDesk,
    state::{Case, Stage},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{
    number::NumberWord,
    permit::{Act, OUT_OF_REACH, Subject, WRONG_ROLE, permit},
    refusal::Refusal,
};

/// The acts by name, in the order of the procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is named after its command")]
pub enum ActKind {
    RecordVisit,
    AddEvidence,
    ProposeFiling,
    ApproveFiling,
    ReturnFiling,
    DeclineFiling,
    ReportInvestigation,
    OrderCorrection,
    RecordReinspection,
    Review,
    IssueNotice,
    Serve,
    RecordStatement,
    RecordWaiver,
    RecordDiscussion,
    Decide,
    RecordPayment,
    ProposeClosure,
    ApproveClosure,
    Archive,
}

impl ActKind {
    /// All of them, in order.
    pub const ALL: [Self; 20] = [
        Self::RecordVisit,
        Self::AddEvidence,
        Self::ProposeFiling,
        Self::ApproveFiling,
        Self::ReturnFiling,
        Self::DeclineFiling,
        Self::ReportInvestigation,
        Self::OrderCorrection,
        Self::RecordReinspection,
        Self::Review,
        Self::IssueNotice,
        Self::Serve,
        Self::RecordStatement,
        Self::RecordWaiver,
        Self::RecordDiscussion,
        Self::Decide,
        Self::RecordPayment,
        Self::ProposeClosure,
        Self::ApproveClosure,
        Self::Archive,
    ];

    /// The right it needs (rule book section 7).
    #[must_use]
    pub fn right(self) -> Act {
        match self {
            Self::ApproveFiling
            | Self::ReturnFiling
            | Self::DeclineFiling
            | Self::RecordDiscussion
            | Self::Decide
            | Self::ApproveClosure => Act::ApproveCase,
            Self::Review => Act::ReviewCase,
            Self::RecordPayment => Act::RecordPayment,
            Self::RecordVisit
            | Self::AddEvidence
            | Self::ProposeFiling
            | Self::ReportInvestigation
            | Self::OrderCorrection
            | Self::RecordReinspection
            | Self::IssueNotice
            | Self::Serve
            | Self::RecordStatement
            | Self::RecordWaiver
            | Self::ProposeClosure
            | Self::Archive => Act::HandleCase,
        }
    }

    /// Whether it belongs to a stage.
    #[must_use]
    pub fn belongs_to(self, stage: Stage) -> bool {
        use Stage as S;
        match self {
            Self::RecordVisit => matches!(stage, S::Verification | S::FilingProposed | S::Investigation),
            Self::AddEvidence => !matches!(stage, S::Closed | S::Archived | S::NotFiled),
            Self::ProposeFiling => stage == S::Verification,
            Self::ApproveFiling | Self::ReturnFiling => stage == S::FilingProposed,
            Self::DeclineFiling => matches!(stage, S::Verification | S::FilingProposed),
            Self::ReportInvestigation => stage == S::Investigation,
            Self::OrderCorrection | Self::RecordReinspection => matches!(
                stage,
                S::Investigation | S::UnderReview | S::Reviewed | S::NoticeIssued | S::NoticeServed
            ),
            Self::Review => stage == S::UnderReview,
            Self::IssueNotice => stage == S::Reviewed,
            Self::Serve => matches!(stage, S::NoticeIssued | S::Decided),
            Self::RecordStatement | Self::RecordWaiver | Self::RecordDiscussion => stage == S::NoticeServed,
            Self::Decide => matches!(stage, S::Reviewed | S::NoticeIssued | S::NoticeServed),
            Self::RecordPayment => stage == S::Served,
            Self::ProposeClosure => stage == S::Fulfilled,
            Self::ApproveClosure => stage == S::ClosureProposed,
            Self::Archive => stage == S::Closed,
        }
    }

    /// The act that carries the case on from a stage; it is shown first.
    #[must_use]
    pub fn leads_on_from(self, stage: Stage) -> bool {
        match self {
            Self::ProposeFiling
            | Self::ApproveFiling
            | Self::ReportInvestigation
            | Self::Review
            | Self::IssueNotice
            | Self::Serve
            | Self::RecordPayment
            | Self::ProposeClosure
            | Self::ApproveClosure
            | Self::Archive => self.belongs_to(stage),
            Self::Decide => stage == Stage::NoticeServed,
            _ => false,
        }
    }
}

impl ActKind {
    /// Acts that are open for a long stretch of the procedure stand behind those of the moment.
    fn is_open_in_many_stages(self) -> bool {
        matches!(
            self,
            Self::AddEvidence | Self::OrderCorrection | Self::RecordReinspection
        )
    }
}

impl CaseAct {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> ActKind {
        match self {
            Self::RecordVisit(_) => ActKind::RecordVisit,
            Self::AddEvidence(_) => ActKind::AddEvidence,
            Self::ProposeFiling(_) => ActKind::ProposeFiling,
            Self::ApproveFiling(_) => ActKind::ApproveFiling,
            Self::ReturnFiling(_) => ActKind::ReturnFiling,
            Self::DeclineFiling(_) => ActKind::DeclineFiling,
            Self::OrderCorrection(_) => ActKind::OrderCorrection,
            Self::RecordReinspection(_) => ActKind::RecordReinspection,
            Self::ReportInvestigation(_) => ActKind::ReportInvestigation,
            Self::Review(_) => ActKind::Review,
            Self::IssueNotice(_) => ActKind::IssueNotice,
            Self::Serve(_) => ActKind::Serve,
            Self::RecordStatement(_) => ActKind::RecordStatement,
            Self::RecordWaiver(_) => ActKind::RecordWaiver,
            Self::RecordDiscussion(_) => ActKind::RecordDiscussion,
            Self::Decide(_) => ActKind::Decide,
            Self::RecordPayment(_) => ActKind::RecordPayment,
            Self::ProposeClosure(_) => ActKind::ProposeClosure,
            Self::ApproveClosure(_) => ActKind::ApproveClosure,
            Self::Archive(_) => ActKind::Archive,
        }
    }
    /// The series its document's number is taken from, when it issues a numbered document.
    #[must_use]
    pub fn numbered(&self) -> Option<NumberWord> {
        match self {
            Self::ApproveFiling(_) => Some(NumberWord::Filing),
            Self::OrderCorrection(_) => Some(NumberWord::Correction),
            Self::IssueNotice(_) => Some(NumberWord::PriorNotice),
            Self::Decide(Decide::Penalty(_)) => Some(NumberWord::Penalty),
            Self::Decide(Decide::NoPenalty(_)) => Some(NumberWord::NoPenalty),
            _ => None,
        }
    }
}

/// An act as a case page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AvailableAct {
    /// Which.
    pub kind: ActKind,
    /// Whether it is the one to do next.
    pub primary: bool,
    /// Why it is not available to this person now; `None` when it is.
    pub reason: Option<Refusal>,
}

impl Case {
    /// What the case is to the permit: its brigade and the hands it is in.
    #[must_use]
    pub fn subject(&self) -> Subject {
        Subject {
            brigade: self.opening.as_ref().map(|opening| opening.brigade.clone()),
            hands: self.handlers.clone(),
            department: None,
        }
    }

    /// The acts of the stage for the person at the desk, available ones first.
    #[must_use]
    pub fn available_acts(&self, desk: &CaseDesk<'_>) -> Vec<AvailableAct> {
        let of_stage = ActKind::ALL
            .into_iter()
            .filter(|kind| kind.belongs_to(self.stage));
        let mut acts: Vec<AvailableAct> = of_stage
            .filter(|kind| *kind != ActKind::RecordReinspection || self.correction.is_some())
            .map(|kind| AvailableAct {
                kind,
                primary: kind.leads_on_from(self.stage),
                reason: self.why_not(kind, desk).err(),
            })
            .collect();
        acts.sort_by_key(|act| {
            (
                act.reason.is_some(),
                !act.primary,
                act.kind.is_open_in_many_stages(),
                act.kind,
            )
        });
        // While the act that carries the case on has to wait, the next best thing to do comes first.
        if let Some(first) = acts.first_mut().filter(|act| act.reason.is_none()) {
            first.primary = true;
        }
        acts
    }

    /// The rule comes before the role, so that everyone sees what the case waits for.
    fn why_not(&self, kind: ActKind, desk: &CaseDesk<'_>) -> Result<(), Refusal> {
        match kind {
            ActKind::Decide => {
                let penalty = decision::may_penalise(self, desk);
                // Without a notice only a decision not to penalise is open.
                if self.stage == Stage::NoticeServed {
                    penalty?
                }
            }
            _ => early(self, kind)?,
        }
        match permit(desk.actor, kind.right(), &self.subject()) {
            Err(refusal) if refusal.ground == &OUT_OF_REACH => Err(OUT_OF_REACH.refuse()),
            Err(_) => Err(WRONG_ROLE.refuse().with("right", right_word(kind))),
            Ok(()) => early_person(self, kind, desk),
        }
    }
}

/// Who must act, for the sentence beside the act.
fn right_word(kind: ActKind) -> &'static str {
    match kind.right() {
        Act::ApproveCase => "head",
        Act::ReviewCase => "reviewer",
        Act::RecordPayment => "finance",
        _ => "officer",
    }
}

fn early_person(case: &Case, kind: ActKind, desk: &CaseDesk<'_>) -> Result<(), Refusal> {
    super::decide::separate(case, kind, desk)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::Scene;

    fn seen(scene: &Scene, who: &str) -> (Vec<ActKind>, Vec<(ActKind, &'static str)>) {
        let acts = scene.acts_of(who);
        let open = acts.iter().filter(|act| act.reason.is_none());
        let closed = acts
            .iter()
            .filter_map(|act| Some((act.kind, act.reason.as_ref()?.code())));
        (open.map(|act| act.kind).collect(), closed.collect())
    }

    #[test]
    fn exactly_one_act_comes_first_for_who_can_act() {
        for (scene, who, first) in [
            (Scene::opened(), "P1", ActKind::RecordVisit),
            (Scene::filed("GAS"), "P1", ActKind::ReportInvestigation),
            (Scene::notified(5_000_000), "P1", ActKind::RecordStatement),
            (Scene::notified(5_000_000), "HEAD", ActKind::RecordDiscussion),
            (Scene::served(5_000_000), "FINANCE", ActKind::RecordPayment),
        ] {
            let acts = scene.acts_of(who);
            let open: Vec<_> = acts
                .iter()
                .filter(|act| act.reason.is_none() && act.primary)
                .collect();
            assert_eq!(
                open.iter().map(|act| act.kind).collect::<Vec<_>>(),
                [first],
                "{who}"
            );
            assert_eq!(acts.first().map(|act| act.kind), Some(first), "{who}");
        }
    }

    #[test]
    fn what_is_not_open_says_why() {
        let (_, closed) = seen(&Scene::notified(5_000_000), "HEAD");
        assert!(
            closed.contains(&(ActKind::Decide, "notice.period_running")),
            "{closed:?}"
        );
        let (open, closed) = seen(&Scene::reviewed("GAS", 5_000_000), "HEAD");
        assert_eq!(
            open,
            [ActKind::Decide],
            "a decision not to penalise needs no notice"
        );
        assert!(
            closed.contains(&(ActKind::IssueNotice, "permit.role")),
            "{closed:?}"
        );
        let (open, _) = seen(&Scene::notified(5_000_000), "P3");
        assert!(open.is_empty(), "a stranger's officer may do nothing: {open:?}");
    }
}
