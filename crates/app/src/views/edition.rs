//! Editions as shown.

use super::{
    Named,
    catalogue::{CellChange, cell_changes},
    timeline,
};
use crate::{catalogue::Shown, parts::Parts};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use yizhi_casework::case::Stage;
use yizhi_domain::{
    catalogue::edition::{Change, Edition, EditionState, Editions, Mark},
    id::ItemCode,
};

/// The stages of a case that is not closed.
pub const OPEN_STAGES: [Stage; 11] = [
    Stage::Verification,
    Stage::FilingProposed,
    Stage::Investigation,
    Stage::UnderReview,
    Stage::Reviewed,
    Stage::NoticeIssued,
    Stage::NoticeServed,
    Stage::Decided,
    Stage::Served,
    Stage::Fulfilled,
    Stage::ClosureProposed,
];

/// An edition.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EditionView {
    /// Id.
    pub id: Uuid,
    /// Version of the record of all editions, for acts.
    pub version: u64,
    /// Where it stands.
    pub state: EditionState,
    /// Name of the file.
    pub file_name: String,
    /// SM3 of the file.
    pub file_sm3: String,
    /// SM3 of the changes as kept.
    pub changes_sm3: String,
    /// Whether the file was the whole list.
    pub whole: bool,
    /// First day it holds.
    pub effective_from: NaiveDate,
    /// Items added.
    pub added: u64,
    /// Items changed.
    pub changed: u64,
    /// Items removed.
    pub removed: u64,
    /// Who brought the file.
    pub prepared_by: Named,
    /// When.
    pub prepared_at: DateTime<FixedOffset>,
    /// Its publication.
    pub published: Option<MarkView>,
    /// Its withdrawal.
    pub withdrawn: Option<MarkView>,
    /// Whether this person may publish it now.
    pub can_publish: bool,
    /// Whether this person may take it back now.
    pub can_withdraw: bool,
    /// Whether the catalogue changed since it was compared, so that it must be sent again.
    pub outdated: bool,
}

/// Who did something, when, and why.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MarkView {
    /// Who.
    pub by: Named,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// On what it rests, or why.
    pub says: String,
}

/// What an edition does to one item.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChangeView {
    /// `added`, `changed`, `removed`.
    pub kind: String,
    /// Code.
    #[schema(value_type = String)]
    pub code: ItemCode,
    /// Name.
    pub name: String,
    /// Field.
    pub field: String,
    /// The cells that differ.
    pub cells: Vec<CellChange>,
}

/// An edition, for a person.
#[must_use]
pub fn view(parts: &Parts, all: &Editions, edition: &Edition, may_manage: bool) -> EditionView {
    let prepared = &edition.prepared;
    let to_come = prepared.effective_from > parts.today();
    let outdated = edition.state == EditionState::Prepared && prepared.base != all.revision;
    let mark = |mark: &Mark| MarkView {
        by: timeline::actor(parts, &mark.by),
        at: mark.at,
        says: mark.says.clone(),
    };
    EditionView {
        id: prepared.edition.0,
        version: all.version,
        state: edition.state,
        file_name: prepared.file_name.clone(),
        file_sm3: prepared.file_sm3.clone(),
        changes_sm3: prepared.changes_sm3.clone(),
        whole: prepared.whole,
        effective_from: prepared.effective_from,
        added: prepared.added,
        changed: prepared.changed,
        removed: prepared.removed,
        prepared_by: timeline::actor(parts, &edition.prepared_by.by),
        prepared_at: edition.prepared_by.at,
        published: edition.published.as_ref().map(mark),
        withdrawn: edition.withdrawn.as_ref().map(mark),
        can_publish: may_manage
            && to_come
            && !outdated
            && edition.state == EditionState::Prepared
            && prepared.added + prepared.changed + prepared.removed > 0,
        can_withdraw: may_manage && to_come && edition.state == EditionState::Published,
        outdated,
    }
}

/// A change, as shown.
#[must_use]
pub fn change(shown: &Shown, change: &Change) -> ChangeView {
    let item = change.after.as_ref().or(change.before.as_ref());
    let field = item.and_then(|item| shown.catalogue.field(&item.field));
    let cells = match (&change.before, &change.after) {
        (Some(before), Some(after)) => cell_changes(before, after),
        _ => Vec::new(),
    };
    ChangeView {
        kind: change.kind().to_owned(),
        code: change.code.clone(),
        name: item.map_or_else(String::new, |item| item.name.clone()),
        field: field.map_or_else(String::new, |field| field.name.clone()),
        cells,
    }
}
