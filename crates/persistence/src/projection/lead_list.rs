//! Leads as lists show them.

use super::{
    lead_row,
    page::{self, By, Page, Place},
    scope::{self, Scoped},
};
use crate::{
    Store,
    entity::{lead_hand, lead_list},
    error::StoreError,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};
use yizhi_domain::{
    Day, Moment,
    id::{BrigadeCode, CaseId, DepartmentCode, FieldNo, LeadId, LinkId, PersonId, StationCode},
    permit::Reach,
    place::Wgs84,
};

/// A lead in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadListRow {
    /// The lead.
    pub lead_id: LeadId,
    /// Where it stands, as spelled when stored.
    pub state: String,
    /// How it became known.
    pub source: String,
    /// What is said.
    pub text: String,
    /// Where.
    pub address: String,
    /// Where on the map.
    pub point: Option<Wgs84>,
    /// The station whose area it is.
    pub station: Option<StationCode>,
    /// Whether the place is inside the area, not only near it.
    pub station_exact: bool,
    /// The brigade that owns it; none while nobody does.
    pub brigade: Option<BrigadeCode>,
    /// The field, when known.
    pub field: Option<FieldNo>,
    /// The people who have it in hand: who registered it, then who was sent.
    pub hands: Vec<PersonId>,
    /// When it came in.
    pub received_at: Moment,
    /// The last day of its verification while it waits to be dispatched.
    pub verify_due_on: Option<Day>,
    /// Version of the lead.
    pub version: u64,
    /// The link it came from.
    pub link_id: Option<LinkId>,
    /// The case it led to.
    pub case_id: Option<CaseId>,
}

/// Which leads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeadFilter {
    /// In one of these states.
    pub state: Option<Vec<String>>,
    /// Of this brigade.
    pub brigade: Option<BrigadeCode>,
    /// Of this station.
    pub station: Option<StationCode>,
    /// From this source.
    pub source: Option<String>,
    /// Words in what is said or in the address.
    pub q: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LeadSort {
    /// Last come first.
    #[default]
    Received,
    /// What must be verified soonest first; settled leads last.
    Due,
}

impl LeadSort {
    fn by(self) -> (By, lead_list::Column) {
        match self {
            Self::Received => (By::Newest("received_at"), lead_list::Column::ReceivedAt),
            Self::Due => (By::Day("due_order"), lead_list::Column::DueOrder),
        }
    }
    fn place(self, row: &lead_list::Model) -> Place {
        match self {
            Self::Received => Place::Moment(row.received_at),
            Self::Due => Place::Day(row.due_order),
        }
    }
}

/// What of a lead says whose it is.
pub(super) struct Leads;

impl Scoped for Leads {
    fn of_brigade(code: &BrigadeCode) -> Option<Condition> {
        let owner = lead_list::Column::Brigade;
        Some(Condition::any().add(owner.eq(code.as_str())).add(owner.is_null()))
    }
    fn in_hand_of(person: &PersonId) -> Option<Condition> {
        let in_hand = Query::select()
            .column(lead_hand::Column::LeadId)
            .from(lead_hand::Entity)
            .and_where(lead_hand::Column::PersonId.eq(person.as_str()))
            .to_owned();
        Some(Condition::all().add(lead_list::Column::LeadId.in_subquery(in_hand)))
    }
    fn from_department(_code: &DepartmentCode) -> Option<Condition> {
        None
    }
}

impl LeadFilter {
    fn condition(&self) -> Condition {
        let text = scope::words(self.q.as_ref()).map(|words| {
            Condition::any()
                .add(scope::contains(
                    Expr::col((lead_list::Entity, lead_list::Column::Text)),
                    words,
                ))
                .add(scope::contains(
                    Expr::col((lead_list::Entity, lead_list::Column::Address)),
                    words,
                ))
        });
        Condition::all()
            .add_option(
                self.state
                    .as_ref()
                    .map(|states| lead_list::Column::State.is_in(scope::all_storable(states))),
            )
            .add_option(
                self.brigade
                    .as_ref()
                    .map(|code| lead_list::Column::Brigade.eq(code.as_str())),
            )
            .add_option(
                self.station
                    .as_ref()
                    .map(|code| lead_list::Column::Station.eq(code.as_str())),
            )
            .add_option(
                self.source
                    .as_ref()
                    .map(|source| lead_list::Column::Source.eq(scope::storable(source))),
            )
            .add_option(text)
    }
}

impl Store {
    /// One page of the leads within reach.
    pub async fn leads(
        &self,
        reaches: &[Reach],
        filter: &LeadFilter,
        sort: LeadSort,
        after: Option<&str>,
        limit: u64,
    ) -> Result<Page<LeadListRow>, StoreError> {
        let (by, column) = sort.by();
        let key = after
            .map(|key| {
                by.after(
                    key,
                    (lead_list::Entity, column),
                    (lead_list::Entity, lead_list::Column::LeadId),
                )
            })
            .transpose()?;
        let Some(reach) = scope::within::<Leads>(reaches) else {
            return Ok(Page::empty());
        };
        let rows = lead_list::Entity::find()
            .filter(reach)
            .filter(filter.condition())
            .filter(Condition::all().add_option(key))
            .order_by(column, by.order())
            .order_by(lead_list::Column::LeadId, by.order())
            .limit(page::wanted(limit) + 1)
            .all(self.reader())
            .await?;
        let Page { rows, next } = page::cut(rows, limit, |row| by.key(sort.place(row), row.lead_id));
        Ok(Page {
            rows: lead_row::complete(self.reader(), rows).await?,
            next,
        })
    }

    /// One lead as lists show it, if it is within reach.
    pub async fn lead_row(&self, reaches: &[Reach], lead: LeadId) -> Result<Option<LeadListRow>, StoreError> {
        let Some(reach) = scope::within::<Leads>(reaches) else {
            return Ok(None);
        };
        let row = lead_list::Entity::find_by_id(lead.0)
            .filter(reach)
            .all(self.reader())
            .await?;
        Ok(lead_row::complete(self.reader(), row).await?.pop())
    }
}
