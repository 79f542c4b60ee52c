//! Money in whole fen (分). There is no float anywhere.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An amount in fen, never negative. 1 yuan (元) is 100 fen.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, ToSchema,
)]
#[serde(try_from = "i64", into = "i64")]
#[schema(value_type = i64, minimum = 0)]
pub struct Fen(i64);

/// An amount that is negative or beyond what a bureau ever decides (10^15 fen).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("money.out_of_range: an amount is 0 to 10^15 fen")]
pub struct BadAmount;

const MOST: i64 = 1_000_000_000_000_000;

impl Fen {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// Takes 0 to 10^15 fen.
    pub fn try_new(fen: i64) -> Result<Self, BadAmount> {
        if (0..=MOST).contains(&fen) {
            Ok(Self(fen))
        } else {
            Err(BadAmount)
        }
    }
    /// Whole yuan to fen.
    pub fn try_from_yuan(yuan: i64) -> Result<Self, BadAmount> {
        yuan.checked_mul(100).ok_or(BadAmount).and_then(Self::try_new)
    }
    /// The amount in fen.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
    /// The sum, unless it is out of range.
    pub fn checked_add(self, other: Self) -> Result<Self, BadAmount> {
        self.0
            .checked_add(other.0)
            .ok_or(BadAmount)
            .and_then(Self::try_new)
    }
    /// What is left after `other`, at least nothing.
    #[must_use]
    pub fn saturating_sub(self, other: Self) -> Self {
        Self((self.0 - other.0).max(0))
    }
    /// `self × numerator / denominator`, rounded down to the fen, computed without overflow.
    pub fn checked_ratio(self, numerator: u64, denominator: u64) -> Result<Self, BadAmount> {
        let product = i128::from(self.0) * i128::from(numerator);
        let share = product.checked_div(i128::from(denominator)).ok_or(BadAmount)?;
        i64::try_from(share)
            .map_err(|_ignored| BadAmount)
            .and_then(Self::try_new)
    }
    /// Yuan with thousands separators, fen only where there are any: `50,000` or `12.50`.
    #[must_use]
    pub fn in_yuan(self) -> String {
        let yuan = (self.0 / 100).to_string();
        let mut grouped = String::new();
        for (place, digit) in yuan.chars().enumerate() {
            if place > 0 && (yuan.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        match self.0 % 100 {
            0 => grouped,
            fen => format!("{grouped}.{fen:02}"),
        }
    }
}

impl TryFrom<i64> for Fen {
    type Error = BadAmount;
    fn try_from(fen: i64) -> Result<Self, BadAmount> {
        Self::try_new(fen)
    }
}

impl From<Fen> for i64 {
    fn from(amount: Fen) -> i64 {
        amount.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_bounds() {
        assert_eq!(Fen::try_from_yuan(50_000).unwrap().in_yuan(), "50,000");
        assert_eq!(Fen::try_new(1_250).unwrap().in_yuan(), "12.50");
        assert_eq!(Fen::try_new(99).unwrap().in_yuan(), "0.99");
        assert_eq!(Fen::try_new(-1), Err(BadAmount));
        assert_eq!(Fen::try_from_yuan(i64::MAX), Err(BadAmount));
        assert_eq!(
            Fen::try_new(1001).unwrap().checked_ratio(3, 2).unwrap().get(),
            1501
        );
        assert_eq!(Fen::try_new(1).unwrap().checked_ratio(1, 0), Err(BadAmount));
    }
}
