//! Parties (当事人): kinds, identity codes with their check digits, masking.

use crate::text::Line;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a party is; it decides limits and which code it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// Citizen (公民).
    Person,
    /// Sole trader (个体工商户); takes the citizen's limits.
    SoleTrader,
    /// Legal person or other organisation (法人或其他组织).
    Organisation,
}

/// A party as typed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PartyInput {
    /// What it is.
    pub kind: PartyKind,
    /// Name; of a sole trader, the shop sign or the trader.
    pub name: Line,
    /// Unified social credit code, or a citizen's identity number; check digits are checked.
    #[schema(value_type = String)]
    pub code: PartyCode,
    /// Legal representative or person in charge.
    #[serde(default)]
    pub representative: Option<Line>,
    /// Address for service.
    pub address: Line,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<Line>,
}

/// A code that passed its check digit: a unified social credit code (GB 32100) or a resident identity
/// number (GB 11643).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartyCode {
    /// Unified social credit code (统一社会信用代码).
    Credit(String),
    /// Resident identity number (居民身份证号).
    Resident(String),
}

/// A code that is neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "party.bad_code: neither a unified social credit code nor a resident identity number with a right check digit"
)]
pub struct BadPartyCode;

impl TryFrom<String> for PartyCode {
    type Error = BadPartyCode;
    fn try_from(text: String) -> Result<Self, BadPartyCode> {
        let code: String = text
            .trim()
            .chars()
            .map(half_width)
            .collect::<String>()
            .to_uppercase();
        if is_resident_number(&code) {
            Ok(Self::Resident(code))
        } else if is_credit_code(&code) {
            Ok(Self::Credit(code))
        } else {
            Err(BadPartyCode)
        }
    }
}

impl From<PartyCode> for String {
    fn from(code: PartyCode) -> String {
        match code {
            PartyCode::Credit(text) | PartyCode::Resident(text) => text,
        }
    }
}

impl PartyCode {
    /// For a page: a credit code is public, an identity number shows the region and the last character.
    #[must_use]
    pub fn masked(&self) -> String {
        match self {
            Self::Credit(code) => code.clone(),
            Self::Resident(number) => {
                let chars: Vec<char> = number.chars().collect();
                let head: String = chars.iter().take(6).collect();
                let tail: String = chars.iter().skip(chars.len().saturating_sub(1)).collect();
                format!("{head}***********{tail}")
            }
        }
    }
}

impl PartyInput {
    /// Whether the kind of code fits the kind of party: organisations and sole traders have a credit code
    /// (a sole trader may also be known by the trader's identity number), citizens an identity number.
    #[must_use]
    pub fn code_fits_kind(&self) -> bool {
        match (self.kind, &self.code) {
            (PartyKind::Person, PartyCode::Credit(_)) | (PartyKind::Organisation, PartyCode::Resident(_)) => {
                false
            }
            (PartyKind::Person | PartyKind::SoleTrader, PartyCode::Resident(_))
            | (PartyKind::SoleTrader | PartyKind::Organisation, PartyCode::Credit(_)) => true,
        }
    }
}

/// A telephone number for a page: first three and last two digits.
#[must_use]
pub fn mask_phone(phone: &str) -> String {
    let chars: Vec<char> = phone.chars().collect();
    if chars.len() < 7 {
        return "***".to_owned();
    }
    let head: String = chars.iter().take(3).collect();
    let tail: String = chars.iter().skip(chars.len() - 2).collect();
    format!("{head}******{tail}")
}

fn half_width(c: char) -> char {
    match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

const CREDIT_ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

fn is_credit_code(code: &str) -> bool {
    let values: Option<Vec<usize>> = code.chars().map(|c| CREDIT_ALPHABET.find(c)).collect();
    let Some(values) = values.filter(|v| v.len() == 18) else {
        return false;
    };
    let sum: usize = values
        .iter()
        .zip(CREDIT_WEIGHTS)
        .map(|(value, weight)| value * weight)
        .sum();
    values.last() == Some(&((31 - sum % 31) % 31))
}

const RESIDENT_WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

fn is_resident_number(code: &str) -> bool {
    if code.chars().count() != 18 {
        return false;
    }
    let digits: Option<Vec<u32>> = code.chars().take(17).map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits else { return false };
    let birth: String = code.chars().skip(6).take(8).collect();
    if chrono::NaiveDate::parse_from_str(&birth, "%Y%m%d").is_err() {
        return false;
    }
    let sum: u32 = digits
        .iter()
        .zip(RESIDENT_WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    let expected = usize::try_from(sum % 11)
        .ok()
        .and_then(|place| "10X98765432".chars().nth(place));
    code.chars().last() == expected
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Result<PartyCode, BadPartyCode> {
        PartyCode::try_from(text.to_owned())
    }

    #[test]
    fn check_digits() {
        assert!(matches!(code("91330383MA2AT9T61B"), Ok(PartyCode::Credit(_))));
        assert!(
            matches!(code("９１３３０３８３ma2at9t61b"), Ok(PartyCode::Credit(_))),
            "full width, lower case"
        );
        assert_eq!(code("91330383MA2AT9T61A"), Err(BadPartyCode));
        assert!(matches!(code("11010519491231002X"), Ok(PartyCode::Resident(_))));
        assert_eq!(code("110105194912310021"), Err(BadPartyCode));
        assert!(!is_resident_number("11010519491331002X"), "no 13th month");
        assert_eq!(code(""), Err(BadPartyCode));
    }

    #[test]
    fn identity_numbers_are_masked() {
        assert_eq!(code("11010519491231002X").unwrap().masked(), "110105***********X");
        assert_eq!(mask_phone("13800001234"), "138******34");
        assert_eq!(mask_phone("12"), "***");
    }
}
