//! What a lead may be asked to do.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{
    id::{BrigadeCode, CaseId, FieldNo, LinkId, PersonId},
    place::Wgs84,
    text::{Line, Prose},
};

/// A command to a lead.
#[derive(Debug, Clone, PartialEq)]
pub enum LeadCommand {
    /// It came in.
    Receive(Box<ReceiveLead>),
    /// Somebody acts on it.
    Act(LeadAct),
    /// The case of the dispatched lead was opened; sent by the system.
    NoteCase(CaseId),
}

/// How a lead became known (线索来源, rule book 1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeadSource {
    /// 投诉
    Complaint,
    /// 举报
    Report,
    /// 监督检查发现
    Inspection,
    /// 其他机关移送
    Referral,
    /// 上级交办
    Assigned,
    /// 12345
    Hotline,
    /// 基层治理平台网格上报
    Grid,
    /// 非现场监测
    Monitoring,
    /// 媒体
    Media,
    /// 其他
    Other,
}

impl LeadSource {
    /// As stored and sent.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::Report => "report",
            Self::Inspection => "inspection",
            Self::Referral => "referral",
            Self::Assigned => "assigned",
            Self::Hotline => "hotline",
            Self::Grid => "grid",
            Self::Monitoring => "monitoring",
            Self::Media => "media",
            Self::Other => "other",
        }
    }
}

/// A lead as it came in. Who reported it stands apart, in its own row.
#[derive(Debug, Clone, PartialEq)]
pub struct ReceiveLead {
    /// How it became known.
    pub source: LeadSource,
    /// What is said.
    pub text: Prose,
    /// Where.
    pub address: Line,
    /// Where on the map.
    pub point: Option<Wgs84>,
    /// When, as far as known.
    pub happened_on: Option<NaiveDate>,
    /// The field, when known; it proposes the brigade.
    pub field: Option<FieldNo>,
    /// The link, when a department referred it.
    pub link: Option<LinkId>,
    /// Whether somebody gave a name or number.
    pub reporter_known: bool,
}

/// What a person may do with a lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LeadAct {
    /// 派单
    Dispatch(Dispatch),
    /// Set aside without a case.
    Dismiss(Dismiss),
}

/// Send two certified officers (派单).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dispatch {
    /// The brigade that will own the case.
    #[schema(value_type = String)]
    pub brigade: BrigadeCode,
    /// The officers, the lead handler first.
    #[schema(value_type = Vec<String>)]
    pub officers: Vec<PersonId>,
    /// What they should know.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub note: Option<Prose>,
}

/// Why a lead is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DismissGround {
    /// What is said is no breach.
    NoBreach,
    /// It is known already.
    Duplicate,
    /// Another organ is competent.
    NotCompetent,
    /// It is plainly unfounded.
    Unfounded,
}

/// Set a lead aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dismiss {
    /// Ground.
    pub ground: DismissGround,
    /// Why.
    #[schema(value_type = String)]
    pub reason: Prose,
}

/// The acts by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeadActKind {
    /// 派单
    Dispatch,
    /// Set aside.
    Dismiss,
}
