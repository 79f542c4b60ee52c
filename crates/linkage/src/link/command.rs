//! What a link may be asked to do.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{
    id::{CaseId, ItemCode, LeadId},
    text::{Line, Prose},
};

/// A command to a link.
#[derive(Debug, Clone, PartialEq)]
pub enum LinkCommand {
    /// A department refers a suspected violation.
    Refer(Box<Refer>),
    /// The bureau answers.
    Act(LinkAct),
    /// The lead of an accepted referral came in; sent by the system.
    NoteLead(LeadId),
    /// Something became of it; sent by the system.
    FeedBack(FeedBack),
}

/// The approval that supervision rests on (行政许可).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Number of the permit.
    #[schema(value_type = String)]
    pub permit_no: Line,
    /// Name of the approval item.
    #[schema(value_type = String)]
    pub approval_item: Line,
    /// Who holds it.
    #[schema(value_type = String)]
    pub holder: Line,
    /// The day it was granted.
    pub granted_on: NaiveDate,
}

/// What supervision found (监管发现).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The day.
    pub found_on: NaiveDate,
    /// What was found.
    #[schema(value_type = String)]
    pub text: Prose,
}

/// A referral (移送) of a suspected violation (L-06).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Refer {
    /// The approval, when there is one.
    #[serde(default)]
    pub approval: Option<Approval>,
    /// The finding.
    pub finding: Finding,
    /// The item the department thinks of.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub item: Option<ItemCode>,
    /// The party.
    #[schema(value_type = String)]
    pub party_name: Line,
    /// Where.
    #[schema(value_type = String)]
    pub place: Line,
    /// Whether people or goods are in danger.
    pub urgent: bool,
}

/// How the bureau answers a referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LinkAct {
    /// Accept it; a lead comes in by itself.
    Accept(Accept),
    /// Return it on a listed ground.
    ReturnReferral(ReturnReferral),
}

/// Acceptance (L-08).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// A word to the department.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub note: Option<Prose>,
}

/// Listed grounds of a return (L-08).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReturnGround {
    /// Not in the catalogue.
    NotInCatalogue,
    /// Not our jurisdiction.
    NoJurisdiction,
    /// Not enough, and not to be repaired.
    Insufficient,
    /// Beyond the limitation.
    OutOfTime,
}

/// Return of a referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnReferral {
    /// Ground.
    pub ground: ReturnGround,
    /// Why.
    #[schema(value_type = String)]
    pub reason: Prose,
}

/// What became of a referral (L-09, L-11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResultKind {
    /// The lead was set aside.
    LeadDismissed,
    /// A case was filed.
    Filed,
    /// It was decided not to file.
    NotFiled,
    /// A penalty was decided.
    Decided,
    /// It was decided not to penalise.
    DecidedNoPenalty,
    /// The case was closed.
    Closed,
}

/// Feedback (反馈) to the department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedBack {
    /// What became of it.
    pub result: ResultKind,
    /// The case, when there is one.
    pub case: Option<CaseId>,
    /// Number of the document it rests on.
    pub number: Option<String>,
    /// The day.
    pub on: NaiveDate,
}

/// The acts by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkActKind {
    /// Accept.
    Accept,
    /// Return.
    ReturnReferral,
}
