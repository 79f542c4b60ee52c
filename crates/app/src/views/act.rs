//! Acts as a page shows them.

use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use yizhi_domain::refusal::Refusal;

/// Why an act is not available.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReasonView {
    /// Stable code.
    pub code: String,
    /// The article.
    pub article: Option<String>,
    /// Values for the sentence.
    pub params: BTreeMap<String, String>,
}

/// An act, available or not.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ActView {
    /// Its name, as the acts route takes it.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether the person may do it now.
    pub available: bool,
    /// Whether it carries the thing on.
    pub primary: bool,
    /// Why not.
    pub reason: Option<ReasonView>,
}

impl ActView {
    /// From the name and the reason why not.
    #[must_use]
    pub fn of(kind: &impl Serialize, primary: bool, reason: Option<&Refusal>) -> Self {
        let name = serde_json::to_value(kind)
            .ok()
            .and_then(|value| value.as_str().map(ToOwned::to_owned));
        Self {
            kind: name.unwrap_or_default(),
            available: reason.is_none(),
            primary,
            reason: reason.map(|refusal| ReasonView {
                code: refusal.code().to_owned(),
                article: Some(refusal.ground.article)
                    .filter(|text| !text.is_empty())
                    .map(ToOwned::to_owned),
                params: refusal
                    .params
                    .iter()
                    .map(|(k, v)| ((*k).to_owned(), v.clone()))
                    .collect(),
            }),
        }
    }
}
