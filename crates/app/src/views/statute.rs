//! Statutes as shown.

use super::catalogue::ItemSummary;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yizhi_domain::catalogue::Statute;

/// A statute as shown.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StatuteRow {
    /// Name.
    pub name: String,
    /// Rank.
    pub level: String,
    /// Version.
    pub version: Option<String>,
    /// First day in force.
    pub in_force_from: Option<NaiveDate>,
    /// Last day in force.
    pub in_force_to: Option<NaiveDate>,
    /// The statute that took its place.
    pub successor: Option<String>,
    /// Where we have it from, and what is not known.
    pub note: Option<String>,
    /// How many articles were read.
    pub articles: usize,
    /// How many items rest on it.
    pub items: usize,
}

/// A statute with the items that rest on it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StatuteView {
    /// What the list shows.
    #[serde(flatten)]
    pub row: StatuteRow,
    /// Its articles with the items that cite them.
    pub citations: Vec<Citation>,
}

/// An article with the items that cite it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Citation {
    /// The article.
    pub article: String,
    /// Whether the statute was replaced by the day asked for, so that a successor's article is needed.
    pub needs_successor: bool,
    /// The items.
    pub items: Vec<ItemSummary>,
}

/// A statute for the list.
#[must_use]
pub fn row(statute: &Statute, items: usize) -> StatuteRow {
    StatuteRow {
        name: statute.name.clone(),
        level: statute.level.clone(),
        version: statute.version.clone(),
        in_force_from: statute.in_force_from,
        in_force_to: statute.in_force_to,
        successor: statute.successor.clone(),
        note: statute.note.clone(),
        articles: statute.articles.len(),
        items,
    }
}
