//! One newtype for each kind of id, so that a case is never looked up with the id of a lead.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

macro_rules! uuid_ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

uuid_ids! {
    /// A case (案件), from verification to archive.
    CaseId,
    /// One sending of a command; the same id twice has one effect.
    CommandId,
    /// An edition (目录版本) of the catalogue.
    EditionId,
    /// A piece of evidence (证据) in a case.
    EvidenceId,
    /// Stored bytes: a photo, a recording, a scan.
    FileId,
    /// A lead (线索), before a case exists.
    LeadId,
    /// A link (链条) from an approval over supervision to a result.
    LinkId,
    /// A party (当事人); the personal data stand in a row that events only point to.
    PartyId,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schema(value_type = String)]
        pub struct $name(String);

        impl $name {
            /// Takes a code as the county's files spell it: 1 to 32 letters, digits, `-` or `_`.
            pub fn try_new(text: &str) -> Result<Self, BadCode> {
                let fits = !text.is_empty()
                    && text.len() <= 32
                    && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
                if fits { Ok(Self(text.to_owned())) } else { Err(BadCode) }
            }
            /// The code as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl TryFrom<String> for $name {
            type Error = BadCode;
            fn try_from(text: String) -> Result<Self, BadCode> {
                Self::try_new(&text)
            }
        }
        impl From<$name> for String {
            fn from(code: $name) -> String {
                code.0
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

/// A code that is empty, too long, or has a character no code has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("text.code: a code has 1 to 32 letters, digits, '-' or '_'")]
pub struct BadCode;

codes! {
    /// A brigade (执法大队).
    BrigadeCode,
    /// A competent department (主管部门).
    DepartmentCode,
    /// An enforcement field (领域).
    FieldNo,
    /// An enforcement item (执法事项).
    ItemCode,
    /// A person with a post: officer, captain, head, department contact.
    PersonId,
    /// A joint field station (联勤工作站).
    StationCode,
}

impl PersonId {
    /// The actor of what the system does by itself (a reaction, a scheduled job).
    #[must_use]
    pub fn system() -> Self {
        Self("system".to_owned())
    }
}
