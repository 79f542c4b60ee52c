//! One range of a fine as a statute writes it, and its bounds for what was found.

use super::fine::FineFacts;
use crate::{
    money::{BadAmount, Fen},
    refusal::{Ground, Refusal},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A range of a fine, as the statute writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FineRange {
    /// The clause names no amount, or refers elsewhere.
    #[default]
    Unnamed,
    /// From `min` to `max` yuan in fen; for each unit when `per` is given (m2, tonne, tree …).
    Amount {
        /// Least, in fen; absent when the clause names only an upper limit.
        min: Option<Fen>,
        /// Most, in fen; absent when the clause names only a lower limit.
        max: Option<Fen>,
        /// The unit counted.
        per: Option<String>,
    },
    /// Times the base, such as gains or the value of goods; in thousandths.
    Multiple {
        /// Least, in thousandths.
        min: Option<u32>,
        /// Most, in thousandths.
        max: Option<u32>,
    },
    /// Percent of the base, such as a cost or value; in thousandths of a percent.
    Percent {
        /// Least, in thousandths of a percent.
        min: Option<u32>,
        /// Most, in thousandths of a percent.
        max: Option<u32>,
    },
    /// The original fine again for each day (按日连续处罚, R-2.91).
    Daily,
}

/// Least and most fen that are lawful for a case, as far as the clause can be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FineBounds {
    /// Least.
    pub min: Fen,
    /// Most; `None` when the clause sets no upper limit that we know.
    pub max: Option<Fen>,
}

/// A number of units in thousandths: 36.5 m² is 36 500.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Quantity(u64);

impl Quantity {
    /// Takes thousandths.
    #[must_use]
    pub fn of_thousandths(thousandths: u64) -> Self {
        Self(thousandths)
    }
    /// As written, without needless zeros.
    #[must_use]
    pub fn in_words(self) -> String {
        thousandths_in_words(self.0)
    }
}

impl From<u32> for Quantity {
    fn from(whole: u32) -> Self {
        Self(u64::from(whole) * 1_000)
    }
}

/// The fine depends on an amount (gains, cost, value) that was not given.
pub const BASE_MISSING: Ground = Ground {
    code: "fine.base_missing",
    article: "行政处罚法第五条",
    says: "The clause sets the fine as a multiple or a share; the amount it is computed from is missing.",
    remedy: "Give the gains, cost or value that was found, with evidence.",
};
/// The fine depends on a quantity that was not given.
pub const QUANTITY_MISSING: Ground = Ground {
    code: "fine.quantity_missing",
    article: "行政处罚法第五条",
    says: "The clause sets the fine for each unit; the number of units is missing.",
    remedy: "Give the area, weight or number that was found, with evidence.",
};
/// A daily fine needs its days and the fine that is repeated.
pub const DAYS_MISSING: Ground = Ground {
    code: "fine.days_missing",
    article: "行政处罚法第五条",
    says: "The clause repeats the original fine for each day; the days or the original fine are missing.",
    remedy: "Give the number of days and the original fine.",
};
/// An amount beyond what can be computed.
pub const FINE_OUT_OF_RANGE: Ground = Ground {
    code: "fine.not_computable",
    article: "",
    says: "The computed fine is beyond the amounts the system holds.",
    remedy: "Check the amount or quantity that was given.",
};

type Bounds = (Option<Fen>, Option<Fen>);

impl FineRange {
    /// The lawful bounds for what was found, and how they were computed.
    pub(super) fn compute(
        &self,
        base_word: &str,
        facts: &FineFacts,
    ) -> Result<(FineBounds, String), Refusal> {
        let base = || {
            let missing = || BASE_MISSING.refuse().with("base", base_word);
            facts.base.ok_or_else(missing)
        };
        let (bounds, working) = match self {
            Self::Unnamed => ((None, None), None),
            Self::Amount { min, max, per: None } => ((*min, *max), None),
            Self::Amount {
                min,
                max,
                per: Some(unit),
            } => {
                let missing = || QUANTITY_MISSING.refuse().with("unit", unit_word(unit));
                let count = facts.quantity.ok_or_else(missing)?;
                let times = |value: Fen| value.checked_ratio(count.0, 1_000);
                let bounds = both(min.as_ref(), max.as_ref(), |value| times(*value))?;
                let working = format!("{}{} × {}", count.in_words(), unit_word(unit), self.words());
                (bounds, Some(working))
            }
            Self::Multiple { min, max } => self.share((*min, *max), base()?, 1_000, base_word)?,
            Self::Percent { min, max } => self.share((*min, *max), base()?, 100_000, base_word)?,
            Self::Daily => {
                let (Some(days), Some(original)) = (facts.days, facts.original) else {
                    return Err(DAYS_MISSING.refuse());
                };
                let sum = original.checked_ratio(u64::from(days), 1).map_err(too_much)?;
                let working = format!("原罚款数额 {}元 × {days}日", original.in_yuan());
                ((Some(sum), Some(sum)), Some(working))
            }
        };
        let result = amount_words(bounds, "元");
        let bounds = FineBounds {
            min: bounds.0.unwrap_or(Fen::ZERO),
            max: bounds.1,
        };
        Ok((
            bounds,
            working.map_or_else(|| self.words(), |working| format!("{working} = {result}")),
        ))
    }

    fn share(
        &self,
        (min, max): (Option<u32>, Option<u32>),
        base: Fen,
        denominator: u64,
        word: &str,
    ) -> Result<(Bounds, Option<String>), Refusal> {
        let scaled = |value: &u32| base.checked_ratio(u64::from(*value), denominator);
        let bounds = both(min.as_ref(), max.as_ref(), scaled)?;
        Ok((
            bounds,
            Some(format!("{word} {}元 × {}", base.in_yuan(), self.words())),
        ))
    }

    /// The range in Chinese words, for a page and a document.
    #[must_use]
    pub fn words(&self) -> String {
        let thousandths = |v: &Option<u32>| v.map(|v| thousandths_in_words(v.into()));
        match self {
            Self::Unnamed => "条款未定金额".to_owned(),
            Self::Amount { min, max, per } => {
                let unit = per
                    .as_ref()
                    .map_or_else(|| "元".to_owned(), |per| format!("元/{}", unit_word(per)));
                amount_words((*min, *max), &unit)
            }
            Self::Multiple { min, max } => range_words(thousandths(min), thousandths(max), "倍"),
            Self::Percent { min, max } => range_words(thousandths(min), thousandths(max), "%"),
            Self::Daily => "按原罚款数额按日连续处罚".to_owned(),
        }
    }
}

fn too_much(_: BadAmount) -> Refusal {
    FINE_OUT_OF_RANGE.refuse()
}

fn both<T>(
    min: Option<&T>,
    max: Option<&T>,
    scale: impl Fn(&T) -> Result<Fen, BadAmount>,
) -> Result<Bounds, Refusal> {
    Ok((
        min.map(&scale).transpose().map_err(too_much)?,
        max.map(&scale).transpose().map_err(too_much)?,
    ))
}

fn amount_words((min, max): Bounds, unit: &str) -> String {
    range_words(min.map(Fen::in_yuan), max.map(Fen::in_yuan), unit)
}

fn range_words(min: Option<String>, max: Option<String>, unit: &str) -> String {
    match (min, max) {
        (Some(a), Some(b)) if a == b => format!("{a}{unit}"),
        (Some(a), Some(b)) if a != "0" => format!("{a}—{b}{unit}"),
        (_, Some(b)) => format!("{b}{unit}以下"),
        (Some(a), None) => format!("{a}{unit}以上"),
        (None, None) => "未定金额".to_owned(),
    }
}

fn thousandths_in_words(value: u64) -> String {
    let text = format!("{}.{:03}", value / 1_000, value % 1_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The Chinese word of a unit.
#[must_use]
pub fn unit_word(unit: &str) -> &str {
    UNITS
        .iter()
        .find(|(code, _)| *code == unit)
        .map_or(unit, |(_, word)| word)
}

/// Units that a fine may be counted by: code and Chinese word.
pub(super) const UNITS: [(&str, &str); 8] = [
    ("m2", "平方米"),
    ("m3", "立方米"),
    ("tonne", "吨"),
    ("tree", "株"),
    ("dog", "只"),
    ("person", "人"),
    ("m2_day", "平方米·日"),
    ("hectare", "公顷"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(amount: i64) -> Option<Fen> {
        Some(Fen::try_from_yuan(amount).unwrap())
    }

    fn area() -> FineRange {
        FineRange::Amount {
            min: yuan(100),
            max: yuan(1_000),
            per: Some("m2".into()),
        }
    }

    /// 土地管理法实施条例 Art. 57: 100–1,000 yuan for each square metre.
    #[test]
    fn for_each_unit() {
        let with = |quantity| {
            let facts = FineFacts {
                quantity,
                ..FineFacts::default()
            };
            area().compute("", &facts)
        };
        assert_eq!(with(None).unwrap_err().code(), "fine.quantity_missing");
        let (bounds, words) = with(Some(Quantity::of_thousandths(36_500))).unwrap();
        assert_eq!((Some(bounds.min), bounds.max), (yuan(3_650), yuan(36_500)));
        assert_eq!(words, "36.5平方米 × 100—1,000元/平方米 = 3,650—36,500元");
        assert_eq!(with(Some(30.into())).unwrap().0.max, yuan(30_000));
        assert_eq!(
            with(Some(Quantity::of_thousandths(u64::MAX))).unwrap_err().code(),
            "fine.not_computable"
        );
    }

    #[test]
    fn words() {
        let of = |min, max| FineRange::Amount { min, max, per: None }.words();
        assert_eq!(of(yuan(50_000), yuan(500_000)), "50,000—500,000元");
        assert_eq!(of(None, yuan(1_000)), "1,000元以下");
        assert_eq!(of(yuan(0), yuan(1_000)), "1,000元以下");
        let times = FineRange::Multiple {
            min: Some(1_500),
            max: Some(10_000),
        };
        assert_eq!(times.words(), "1.5—10倍");
        assert_eq!(area().words(), "100—1,000元/平方米");
    }
}
