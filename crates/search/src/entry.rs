//! What is looked for.

use serde::{Deserialize, Serialize};

/// An item as the search sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its code.
    pub code: String,
    /// What it is about, without 对…的行政处罚.
    pub title: String,
    /// The main statute.
    pub statute: String,
    /// Name of its field.
    pub field: String,
    /// Its articles, without 第 and 条, in Chinese numerals and in digits.
    pub articles: Vec<String>,
    /// Whom it names: `person`, `organisation`, or nobody in particular.
    pub party: Option<String>,
}
