//! Items as shown.

use crate::parts::Parts;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yizhi_domain::{
    Day,
    catalogue::{FineRange, Item, PartyScope, PenaltyKind, Precondition},
    id::{FieldNo, ItemCode},
};

/// An item on a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ItemSummary {
    /// Code.
    #[schema(value_type = String)]
    pub code: ItemCode,
    /// Field number.
    #[schema(value_type = String)]
    pub field_no: FieldNo,
    /// Field name.
    pub field: String,
    /// Department that handed it over.
    pub department: String,
    /// Name.
    pub name: String,
    /// Statute.
    pub statute: String,
    /// Penalty article.
    pub penalty_article: String,
    /// Kinds of penalty.
    pub penalty_kinds: Vec<PenaltyKind>,
    /// Last day in force.
    pub in_force_to: Option<NaiveDate>,
    /// Whether it was in force on the day asked for.
    pub in_force: bool,
    /// The fine range in words.
    pub fine: String,
    /// What must come before a fine.
    pub precondition: Precondition,
}

/// An item with all that is known.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ItemView {
    /// What the list shows.
    #[serde(flatten)]
    pub summary: ItemSummary,
    /// Rank of the statute.
    pub statute_level: String,
    /// Version that was read.
    pub statute_version: Option<String>,
    /// Article of the duty.
    pub breach_article: Option<String>,
    /// Whom the clause names.
    pub party: PartyScope,
    /// Basis of sealing or seizure.
    pub seizure_basis: Option<String>,
    /// The fine range as values.
    pub fine_range: FineRange,
}

/// An item for a list, on a day.
#[must_use]
pub fn summary(parts: &Parts, item: &Item, on: Day) -> ItemSummary {
    let field = parts.county.catalogue.field(&item.field);
    ItemSummary {
        code: item.code.clone(),
        field_no: item.field.clone(),
        field: field.map(|field| field.name.clone()).unwrap_or_default(),
        department: field
            .map(|f| parts.county.department_name(&f.department).to_owned())
            .unwrap_or_default(),
        name: item.name.clone(),
        statute: item.statute.clone(),
        penalty_article: item.penalty_article.clone(),
        penalty_kinds: item.penalty_kinds.clone(),
        in_force_to: item.in_force_to,
        in_force: item.in_force_on(on),
        fine: item.fine.words(),
        precondition: item.precondition,
    }
}

/// An item with all that is known, on a day.
#[must_use]
pub fn item(parts: &Parts, item: &Item, on: Day) -> ItemView {
    ItemView {
        summary: summary(parts, item, on),
        statute_level: item.statute_level.clone(),
        statute_version: item.statute_version.clone(),
        breach_article: item.breach_article.clone(),
        party: item.party,
        seizure_basis: item.seizure_basis.clone(),
        fine_range: item.fine.clone(),
    }
}
