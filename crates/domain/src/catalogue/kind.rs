//! The closed lists of an item: kinds of penalty, preconditions, whom a clause names.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Kinds of penalty, the closed list of 处罚法 Art. 9. An order to correct is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PenaltyKind {
    /// 警告
    Warning,
    /// 通报批评
    Criticism,
    /// 罚款
    Fine,
    /// 没收违法所得
    ConfiscateGains,
    /// 没收非法财物
    ConfiscateGoods,
    /// 暂扣许可证件
    SuspendLicence,
    /// 降低资质等级
    LowerQualification,
    /// 吊销许可证件
    RevokeLicence,
    /// 限制开展生产经营活动
    RestrictOperation,
    /// 责令停产停业
    StopBusiness,
    /// 责令关闭
    Close,
    /// 限制从业
    Ban,
    /// 行政拘留 (only the police may)
    Detention,
    /// 法律、行政法规规定的其他行政处罚
    Other,
}

impl PenaltyKind {
    /// As written in a document.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Warning => "警告",
            Self::Criticism => "通报批评",
            Self::Fine => "罚款",
            Self::ConfiscateGains => "没收违法所得",
            Self::ConfiscateGoods => "没收非法财物",
            Self::SuspendLicence => "暂扣许可证件",
            Self::LowerQualification => "降低资质等级",
            Self::RevokeLicence => "吊销许可证件",
            Self::RestrictOperation => "限制开展生产经营活动",
            Self::StopBusiness => "责令停产停业",
            Self::Close => "责令关闭",
            Self::Ban => "限制从业",
            Self::Detention => "行政拘留",
            Self::Other => "其他行政处罚",
        }
    }
    /// Kinds that are in the scope of a hearing by themselves (处罚法 Art. 63, R-2.36).
    #[must_use]
    pub fn is_heavy(self) -> bool {
        matches!(
            self,
            Self::LowerQualification
                | Self::RevokeLicence
                | Self::RestrictOperation
                | Self::StopBusiness
                | Self::Close
                | Self::Ban
        )
    }
}

/// What must come before a fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Precondition {
    /// Nothing.
    None,
    /// No penalty before an order to correct has lapsed.
    OrderFirst,
    /// A warning at once, the fine only after the order lapsed.
    FineAfterOrder,
    /// Punished at once, heavier when not corrected.
    OrderThenHeavier,
}

/// Whom the clause names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartyScope {
    /// Citizens only.
    Person,
    /// Legal persons and other organisations only.
    Organisation,
    /// Both, by name.
    Both,
    /// The clause does not say.
    Unspecified,
}

impl PenaltyKind {
    /// Every kind, from light to heavy as the statistics count them (S-02); detention last.
    pub const ALL: [Self; 14] = [
        Self::Warning,
        Self::Criticism,
        Self::Fine,
        Self::ConfiscateGains,
        Self::ConfiscateGoods,
        Self::SuspendLicence,
        Self::LowerQualification,
        Self::RestrictOperation,
        Self::StopBusiness,
        Self::Close,
        Self::Ban,
        Self::RevokeLicence,
        Self::Other,
        Self::Detention,
    ];
    /// Place from light to heavy (S-02).
    #[must_use]
    pub fn weight(self) -> usize {
        Self::ALL.iter().position(|kind| *kind == self).unwrap_or(0)
    }
}

impl Precondition {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::None,
        Self::OrderFirst,
        Self::FineAfterOrder,
        Self::OrderThenHeavier,
    ];
    /// As written in a list.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::None => "无",
            Self::OrderFirst => "先责令改正",
            Self::FineAfterOrder => "逾期不改正方可罚款",
            Self::OrderThenHeavier => "逾期不改正从重",
        }
    }
}

impl PartyScope {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Both, Self::Unspecified];
    /// As written in a list.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Person => "个人",
            Self::Organisation => "单位",
            Self::Both => "单位和个人",
            Self::Unspecified => "未限定",
        }
    }
}
