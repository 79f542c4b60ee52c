//! Bounded text: what a person types is trimmed, never empty, never endless, never carries NUL.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};

/// Text of 1 to `MAX` characters (Unicode scalar values), trimmed, without control characters other than
/// line feed and tab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(String);

/// One line: a name, a title, an address.
pub type Line = Text<200>;
/// A paragraph or a page: facts, findings, reasons.
pub type Prose = Text<8000>;

/// Why a text was not taken; the code before the colon is stable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    /// Nothing but white space.
    #[error("text.empty: the text is empty")]
    Empty,
    /// More characters than the field holds.
    #[error("text.too_long: the text has {length} characters, at most {max} are taken")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters taken.
        max: usize,
    },
    /// NUL or another control character.
    #[error("text.control_character: the text has a control character")]
    ControlCharacter,
}

impl<const MAX: usize> Text<MAX> {
    /// Trims and checks.
    pub fn try_new(text: &str) -> Result<Self, BadText> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(BadText::Empty);
        }
        if trimmed
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t' && c != '\r')
        {
            return Err(BadText::ControlCharacter);
        }
        let length = trimmed.chars().count();
        if length > MAX {
            return Err(BadText::TooLong { length, max: MAX });
        }
        Ok(Self(trimmed.to_owned()))
    }
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> TryFrom<String> for Text<MAX> {
    type Error = BadText;
    fn try_from(text: String) -> Result<Self, BadText> {
        Self::try_new(&text)
    }
}

impl<const MAX: usize> From<Text<MAX>> for String {
    fn from(text: Text<MAX>) -> String {
        text.0
    }
}

impl<const MAX: usize> std::fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MAX: usize> PartialSchema for Text<MAX> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .min_length(Some(1))
            .max_length(Some(MAX))
            .build()
            .into()
    }
}

impl<const MAX: usize> ToSchema for Text<MAX> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("Text{MAX}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_and_refuses() {
        assert_eq!(Line::try_new("  油烟 ").unwrap().as_str(), "油烟");
        assert_eq!(Line::try_new(" \n"), Err(BadText::Empty));
        assert_eq!(Line::try_new("a\0b"), Err(BadText::ControlCharacter));
        assert_eq!(
            Line::try_new(&"字".repeat(201)),
            Err(BadText::TooLong {
                length: 201,
                max: 200
            })
        );
        assert!(serde_json::from_str::<Line>("\"\\u0000\"").is_err());
    }
}
