//! Links as lists show them.

use super::{
    page::{self, By, Page, Place},
    scope::{self, Scoped},
};
use crate::{Store, entity::link_list, error::StoreError, time};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use yizhi_domain::{
    Day, Moment,
    id::{BrigadeCode, CaseId, DepartmentCode, LeadId, LinkId, PersonId},
    permit::Reach,
};

/// A link in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkListRow {
    /// The link.
    pub link_id: LinkId,
    /// Where it stands, as spelled when stored.
    pub state: String,
    /// The department it came from.
    pub department: DepartmentCode,
    /// The party as the department names it.
    pub party_name: String,
    /// What was found.
    pub text: String,
    /// Whether people or goods are in danger.
    pub urgent: bool,
    /// When it was referred.
    pub referred_at: Moment,
    /// The last day of the answer while there is none.
    pub due_on: Option<Day>,
    /// The lead it led to.
    pub lead_id: Option<LeadId>,
    /// The case it led to.
    pub case_id: Option<CaseId>,
    /// The brigade it is for; none while nobody knows.
    pub brigade: Option<BrigadeCode>,
    /// Version of the link.
    pub version: u64,
}

/// Which links.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkFilter {
    /// In one of these states.
    pub state: Option<Vec<String>>,
    /// From this department.
    pub department: Option<DepartmentCode>,
    /// For this brigade.
    pub brigade: Option<BrigadeCode>,
    /// Only urgent ones, or only others.
    pub urgent: Option<bool>,
    /// Words in the finding or the party's name.
    pub q: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LinkSort {
    /// Last referred first.
    #[default]
    Referred,
    /// What must be answered soonest first; answered links last.
    Due,
}

impl LinkSort {
    fn by(self) -> (By, link_list::Column) {
        match self {
            Self::Referred => (By::Newest("referred_at"), link_list::Column::ReferredAt),
            Self::Due => (By::Day("due_order"), link_list::Column::DueOrder),
        }
    }
    fn place(self, row: &link_list::Model) -> Place {
        match self {
            Self::Referred => Place::Moment(row.referred_at),
            Self::Due => Place::Day(row.due_order),
        }
    }
}

/// What of a link says whose it is.
pub(super) struct Links;

impl Scoped for Links {
    fn of_brigade(code: &BrigadeCode) -> Option<Condition> {
        let owner = link_list::Column::Brigade;
        Some(Condition::any().add(owner.eq(code.as_str())).add(owner.is_null()))
    }
    fn in_hand_of(_person: &PersonId) -> Option<Condition> {
        None
    }
    fn from_department(code: &DepartmentCode) -> Option<Condition> {
        Some(Condition::all().add(link_list::Column::Department.eq(code.as_str())))
    }
}

impl LinkFilter {
    fn condition(&self) -> Condition {
        let text = scope::words(self.q.as_ref()).map(|words| {
            Condition::any()
                .add(scope::contains(
                    Expr::col((link_list::Entity, link_list::Column::Text)),
                    words,
                ))
                .add(scope::contains(
                    Expr::col((link_list::Entity, link_list::Column::PartyName)),
                    words,
                ))
        });
        Condition::all()
            .add_option(
                self.state
                    .as_ref()
                    .map(|states| link_list::Column::State.is_in(scope::all_storable(states))),
            )
            .add_option(
                self.department
                    .as_ref()
                    .map(|code| link_list::Column::Department.eq(code.as_str())),
            )
            .add_option(
                self.brigade
                    .as_ref()
                    .map(|code| link_list::Column::Brigade.eq(code.as_str())),
            )
            .add_option(self.urgent.map(|urgent| link_list::Column::Urgent.eq(urgent)))
            .add_option(text)
    }
}

impl Store {
    /// One page of the links within reach.
    pub async fn links(
        &self,
        reaches: &[Reach],
        filter: &LinkFilter,
        sort: LinkSort,
        after: Option<&str>,
        limit: u64,
    ) -> Result<Page<LinkListRow>, StoreError> {
        let (by, column) = sort.by();
        let key = after
            .map(|key| {
                by.after(
                    key,
                    (link_list::Entity, column),
                    (link_list::Entity, link_list::Column::LinkId),
                )
            })
            .transpose()?;
        let Some(reach) = scope::within::<Links>(reaches) else {
            return Ok(Page::empty());
        };
        let rows = link_list::Entity::find()
            .filter(reach)
            .filter(filter.condition())
            .filter(Condition::all().add_option(key))
            .order_by(column, by.order())
            .order_by(link_list::Column::LinkId, by.order())
            .limit(page::wanted(limit) + 1)
            .all(self.reader())
            .await?;
        let Page { rows, next } = page::cut(rows, limit, |row| by.key(sort.place(row), row.link_id));
        Ok(Page {
            rows: rows.into_iter().map(read).collect::<Result<_, _>>()?,
            next,
        })
    }

    /// One link as lists show it, if it is within reach.
    pub async fn link_row(&self, reaches: &[Reach], link: LinkId) -> Result<Option<LinkListRow>, StoreError> {
        let Some(reach) = scope::within::<Links>(reaches) else {
            return Ok(None);
        };
        link_list::Entity::find_by_id(link.0)
            .filter(reach)
            .one(self.reader())
            .await?
            .map(read)
            .transpose()
    }
}

fn read(row: link_list::Model) -> Result<LinkListRow, StoreError> {
    let bad = |says: String| StoreError::inconsistent("link_list", row.link_id, says);
    let brigade = row.brigade.as_deref().map(BrigadeCode::try_new).transpose();
    Ok(LinkListRow {
        department: DepartmentCode::try_new(&row.department).map_err(|error| bad(error.to_string()))?,
        brigade: brigade.map_err(|error| bad(error.to_string()))?,
        version: u64::try_from(row.version).map_err(|error| bad(error.to_string()))?,
        referred_at: time::shown(row.referred_at),
        link_id: LinkId(row.link_id),
        lead_id: row.lead_id.map(LeadId),
        case_id: row.case_id.map(CaseId),
        state: row.state,
        party_name: row.party_name,
        text: row.text,
        urgent: row.urgent,
        due_on: row.due_on,
    })
}

/// Writes the row of a link in place of the one it had.
pub(super) async fn write(tx: &impl ConnectionTrait, row: &LinkListRow) -> Result<(), StoreError> {
    let model = link_list::Model {
        link_id: row.link_id.0,
        state: row.state.clone(),
        department: row.department.to_string(),
        party_name: row.party_name.clone(),
        text: row.text.clone(),
        urgent: row.urgent,
        referred_at: time::kept(row.referred_at),
        due_on: row.due_on,
        due_order: time::day_order(row.due_on),
        lead_id: row.lead_id.map(|id| id.0),
        case_id: row.case_id.map(|id| id.0),
        brigade: row.brigade.as_ref().map(ToString::to_string),
        version: i64::try_from(row.version)
            .map_err(|error| StoreError::inconsistent("link_list", row.link_id, error))?,
    };
    link_list::Entity::insert(link_list::ActiveModel::from(model))
        .on_conflict(
            OnConflict::column(link_list::Column::LinkId)
                .update_columns(<link_list::Column as sea_orm::Iterable>::iter())
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
