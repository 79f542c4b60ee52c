//! Items as shown.

use crate::{catalogue::Shown, parts::Parts};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yizhi_domain::{
    Day,
    catalogue::{
        ApprovalRelation, BasisRole, ComputedFine, FineBranch, FineSubject, Grade, InspectionItem, Item,
        LegalBasis, Measure, NoPenaltyEntry, PartyScope, PenaltyKind, Precondition, TransferScope,
    },
    id::{FieldNo, ItemCode},
    money::Fen,
};
use yizhi_search::{Hit, Reason};

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
    /// First day in force, when known.
    pub in_force_from: Option<NaiveDate>,
    /// Last day in force.
    pub in_force_to: Option<NaiveDate>,
    /// Whether it was in force on the day asked for.
    pub in_force: bool,
    /// The statute that took the place of the cited one by that day; its article is not in the catalogue.
    pub successor_statute: Option<String>,
    /// The fine range in words.
    pub fine: String,
    /// What must come before a fine.
    pub precondition: Precondition,
}

/// An item with all that is known, on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ItemView {
    /// What the list shows.
    #[serde(flatten)]
    pub summary: ItemSummary,
    /// The day it is shown for.
    pub on: NaiveDate,
    /// Rank of the statute.
    pub statute_level: String,
    /// Version that was read.
    pub statute_version: Option<String>,
    /// The articles it rests on.
    pub basis: Vec<BasisView>,
    /// Whom the clause names.
    pub party: PartyScope,
    /// The branches of the fine.
    pub fine_branches: Vec<FineBranch>,
    /// Whether a fine is named but no amount: the clause refers elsewhere.
    pub fine_unstated: bool,
    /// What the calculator must be told.
    pub fine_asks: FineAsks,
    /// Compulsory measures that go with it.
    pub measures: Vec<Measure>,
    /// How far the power was handed over.
    pub scope: TransferScope,
    /// Remark of the list.
    pub note: Option<String>,
    /// Brigade that handles it.
    pub brigade: String,
    /// Department that keeps supervising.
    pub supervisor: String,
    /// Procedure profile.
    pub profile: String,
    /// Years of limitation, where other than two.
    pub limitation_years: Option<u32>,
    /// Days to sue, where other than six months.
    pub suit_days: Option<u32>,
    /// Hearing threshold of the item for a person, in fen.
    pub hearing_person: Option<Fen>,
    /// The same for an organisation.
    pub hearing_organisation: Option<Fen>,
    /// Grades of discretion on that day.
    pub grades: Vec<Grade>,
    /// Entries of the list of what is not penalised.
    pub no_penalty: Vec<NoPenaltyEntry>,
    /// Inspection items.
    pub inspections: Vec<InspectionItem>,
    /// Approvals that bear on it.
    pub approvals: Vec<ApprovalView>,
    /// All versions, oldest first.
    pub versions: Vec<VersionView>,
    /// The item that took its place.
    #[schema(value_type = Option<String>)]
    pub successor: Option<ItemCode>,
}

/// An article the item rests on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BasisView {
    /// What for.
    pub role: BasisRole,
    /// Statute.
    pub statute: String,
    /// Version.
    pub version: Option<String>,
    /// Article, paragraph, item.
    pub article: String,
    /// Last day of the statute.
    pub in_force_to: Option<NaiveDate>,
    /// The statute that took its place by the day asked for; the article there is not in the catalogue.
    pub successor: Option<String>,
}

/// What a formula asks for.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct FineAsks {
    /// The kind of party makes a difference.
    pub party: bool,
    /// Word for the amount it is computed from.
    pub base: Option<String>,
    /// Word for the units that are counted.
    pub unit: Option<String>,
    /// Whether an order to correct has lapsed.
    pub uncorrected: bool,
    /// Whether the act can still be put right.
    pub correctable: bool,
    /// Days, and the fine that is repeated.
    pub days: bool,
}

/// An approval that bears on an item.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApprovalView {
    /// Number.
    pub no: String,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: String,
    /// How it bears on the item.
    pub relation: ApprovalRelation,
    /// Department that supervises.
    pub supervisor: String,
}

/// A version of an item, for the list of versions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VersionView {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Name.
    pub name: String,
    /// Statute.
    pub statute: String,
    /// Article.
    pub penalty_article: String,
    /// The fine in words.
    pub fine: String,
    /// Kinds of penalty.
    pub penalty_kinds: Vec<PenaltyKind>,
    /// What must come before.
    pub precondition: Precondition,
    /// Whether it is the one shown.
    pub shown: bool,
    /// Columns that differ from the version before.
    pub changed: Vec<CellChange>,
}

/// A cell that differs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CellChange {
    /// Column.
    pub column: String,
    /// Its Chinese heading.
    pub heading: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// An item that fits a text, and why.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Suggestion {
    /// The item.
    #[serde(flatten)]
    pub item: ItemSummary,
    /// Score, in thousandths; the sum of its reasons.
    pub score: i64,
    /// Why, the strongest first.
    pub reasons: Vec<SuggestionReason>,
}

/// Why an item fits.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SuggestionReason {
    /// `code`, `statute`, `article`, `initials`, `concept`, `near`, `words`, `field` or `choice`.
    pub kind: ReasonCode,
    /// The words of the text.
    pub matched: Vec<String>,
    /// What they met: concept of the lexicon, statute, article, title.
    pub entry: String,
    /// What it adds, in thousandths.
    pub score: i64,
}

/// Kinds of reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each says what it is; the search crate explains them")]
pub enum ReasonCode {
    Code,
    Statute,
    Article,
    Initials,
    Concept,
    Near,
    Words,
    Field,
    Choice,
}

/// A lawful range, computed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ComputedRange {
    /// For whom.
    pub subject: FineSubject,
    /// Least, in fen.
    pub min: Fen,
    /// Most, in fen; absent when the clause sets none.
    pub max: Option<Fen>,
    /// How it was computed.
    pub words: String,
}

/// An item for a list, on a day.
#[must_use]
pub fn summary(parts: &Parts, shown: &Shown, item: &Item, on: Day) -> ItemSummary {
    let field = shown.catalogue.field(&item.field);
    ItemSummary {
        code: item.code.clone(),
        field_no: item.field.clone(),
        field: field.map(|field| field.name.clone()).unwrap_or_default(),
        department: field
            .map(|f| parts.county.department_name(&f.department).to_owned())
            .unwrap_or_default(),
        name: item.name.clone(),
        statute: item.statute().to_owned(),
        penalty_article: item.penalty_article().to_owned(),
        penalty_kinds: item.penalty_kinds.clone(),
        in_force_from: item.effective_from,
        in_force_to: item.effective_to,
        in_force: item.in_force_on(on),
        successor_statute: shown.catalogue.successor_statute(item, on).map(ToOwned::to_owned),
        fine: item.fine.words(),
        precondition: item.precondition,
    }
}

/// An item with all that is known, on a day.
#[must_use]
pub fn item(parts: &Parts, shown: &Shown, item: &Item, on: Day) -> ItemView {
    let catalogue = &shown.catalogue;
    let field = catalogue.field(&item.field);
    let supervisor = item.supervisor.as_ref().or(field.map(|field| &field.department));
    ItemView {
        summary: summary(parts, shown, item, on),
        on,
        statute_level: item.statute_level.clone(),
        statute_version: item.statute_version().map(ToOwned::to_owned),
        basis: item
            .basis
            .iter()
            .map(|basis| basis_view(shown, basis, on))
            .collect(),
        party: item.party,
        fine_branches: item.fine.branches().to_vec(),
        fine_unstated: item.fine.is_unnamed() && item.penalty_kinds.contains(&PenaltyKind::Fine),
        fine_asks: asks(item),
        measures: item.measures.clone(),
        scope: item.scope,
        note: item.note.clone(),
        brigade: field.map_or_else(String::new, |field| {
            parts.county.brigade_name(&field.brigade).to_owned()
        }),
        supervisor: supervisor.map_or_else(String::new, |code| parts.county.department_name(code).to_owned()),
        profile: catalogue.profile(item).to_owned(),
        limitation_years: item.limitation_years,
        suit_days: item.suit_days,
        hearing_person: item.hearing_person,
        hearing_organisation: item.hearing_organisation,
        grades: catalogue.lists.grades_of(&item.code, on).cloned().collect(),
        no_penalty: catalogue
            .lists
            .no_penalty_of(&item.no_penalty, on)
            .cloned()
            .collect(),
        inspections: catalogue
            .lists
            .inspections_of(&item.inspections, on)
            .cloned()
            .collect(),
        approvals: catalogue
            .lists
            .approvals_of(&item.code, on)
            .map(|(approval, relation)| ApprovalView {
                no: approval.no.clone(),
                name: approval.name.clone(),
                kind: approval.kind.clone(),
                relation,
                supervisor: parts.county.department_name(&approval.supervisor).to_owned(),
            })
            .collect(),
        versions: versions(shown, item),
        successor: item.successor.clone(),
    }
}

fn basis_view(shown: &Shown, basis: &LegalBasis, on: Day) -> BasisView {
    let table = &shown.catalogue.statutes;
    let cited = table.cited(&basis.statute, basis.version.as_deref());
    BasisView {
        role: basis.role,
        statute: basis.statute.clone(),
        version: basis.version.clone(),
        article: basis.article.clone(),
        in_force_to: cited.and_then(|statute| statute.in_force_to),
        successor: cited
            .and_then(|statute| table.successor_on(statute, on))
            .map(ToOwned::to_owned),
    }
}

fn versions(shown: &Shown, item: &Item) -> Vec<VersionView> {
    let all = shown.catalogue.versions(&item.code);
    let before = std::iter::once(None).chain(all.iter().map(Some));
    let view = |(version, before): (&Item, Option<&Item>)| VersionView {
        from: version.effective_from,
        to: version.effective_to,
        name: version.name.clone(),
        statute: version.statute().to_owned(),
        penalty_article: version.penalty_article().to_owned(),
        fine: version.fine.words(),
        penalty_kinds: version.penalty_kinds.clone(),
        precondition: version.precondition,
        shown: version == item,
        changed: before
            .map(|before| cell_changes(before, version))
            .unwrap_or_default(),
    };
    all.iter().zip(before).map(view).collect()
}

/// The cells that differ between two versions; until when they hold is no difference.
#[must_use]
pub fn cell_changes(before: &Item, after: &Item) -> Vec<CellChange> {
    let change = yizhi_domain::catalogue::edition::Change {
        code: after.code.clone(),
        before: Some(before.clone()),
        after: Some(after.clone()),
    };
    let cells = change.changed_cells().into_iter();
    cells
        .filter(|cell| !matches!(cell.column, "effective_from" | "effective_to"))
        .map(|cell| CellChange {
            heading: yizhi_domain::catalogue::sheet::column_of(cell.column)
                .map_or_else(String::new, |column| column.chinese.to_owned()),
            column: cell.column.to_owned(),
            before: cell.before,
            after: cell.after,
        })
        .collect()
}

fn asks(item: &Item) -> FineAsks {
    use yizhi_domain::catalogue::{FineCondition, FineRange};
    let mut asks = FineAsks::default();
    for branch in item.fine.branches() {
        asks.party |= branch.subject != FineSubject::Any;
        let base = || Some(branch.base.chinese().to_owned());
        match branch.condition {
            FineCondition::Always => {}
            FineCondition::BaseAtLeast { .. } | FineCondition::BaseBelow { .. } => asks.base = base(),
            FineCondition::Uncorrected => asks.uncorrected = true,
            FineCondition::Correctable | FineCondition::NotCorrectable => asks.correctable = true,
        }
        match &branch.range {
            FineRange::Multiple { .. } | FineRange::Percent { .. } => asks.base = base(),
            FineRange::Amount { per: Some(per), .. } => {
                asks.unit = Some(yizhi_domain::catalogue::unit_word(per).to_owned());
            }
            FineRange::Daily => asks.days = true,
            FineRange::Amount { .. } | FineRange::Unnamed => {}
        }
    }
    asks
}

/// A hit of the search, as shown.
#[must_use]
pub fn suggestion(parts: &Parts, shown: &Shown, hit: &Hit, on: Day) -> Option<Suggestion> {
    let code = ItemCode::try_new(&hit.code).ok()?;
    let item = shown.catalogue.shown_on(&code, on)?;
    Some(Suggestion {
        item: summary(parts, shown, item, on),
        score: hit.score,
        reasons: hit.reasons.iter().map(reason).collect(),
    })
}

fn reason(reason: &Reason) -> SuggestionReason {
    use yizhi_search::ReasonKind;
    SuggestionReason {
        kind: match reason.kind {
            ReasonKind::Code => ReasonCode::Code,
            ReasonKind::Statute => ReasonCode::Statute,
            ReasonKind::Article => ReasonCode::Article,
            ReasonKind::Initials => ReasonCode::Initials,
            ReasonKind::Concept => ReasonCode::Concept,
            ReasonKind::Near => ReasonCode::Near,
            ReasonKind::Words => ReasonCode::Words,
            ReasonKind::Field => ReasonCode::Field,
            ReasonKind::Choice => ReasonCode::Choice,
        },
        matched: reason.matched.clone(),
        entry: reason.entry.clone(),
        score: reason.score,
    }
}

/// Computed ranges, as shown.
#[must_use]
pub fn ranges(lines: Vec<ComputedFine>) -> Vec<ComputedRange> {
    lines
        .into_iter()
        .map(|line| ComputedRange {
            subject: line.subject,
            min: line.bounds.min,
            max: line.bounds.max,
            words: line.words,
        })
        .collect()
}
