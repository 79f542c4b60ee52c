//! Document numbers (文号): one series for each word and year, no gaps, never reused (D-01…D-05).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The word (文种) of a numbered document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NumberWord {
    /// 立: the case itself, from its filing.
    Filing,
    /// 罚告: prior notice of a penalty.
    PriorNotice,
    /// 罚决: penalty decision.
    Penalty,
    /// 不罚决: decision not to penalise.
    NoPenalty,
    /// 责改: order to correct.
    Correction,
}

impl NumberWord {
    /// As stored in the series table.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Filing => "filing",
            Self::PriorNotice => "prior_notice",
            Self::Penalty => "penalty",
            Self::NoPenalty => "no_penalty",
            Self::Correction => "correction",
        }
    }
    /// As printed.
    fn word(self) -> &'static str {
        match self {
            Self::Filing => "立",
            Self::PriorNotice => "罚告",
            Self::Penalty => "罚决",
            Self::NoPenalty => "不罚决",
            Self::Correction => "责改",
        }
    }
}

/// The printed number, such as 龙综执罚决字〔2026〕第000001号 (D-01, D-02).
#[must_use]
pub fn print(prefix: &str, word: NumberWord, year: i32, serial: u32) -> String {
    format!("{prefix}执{}字〔{year}〕第{serial:06}号", word.word())
}
