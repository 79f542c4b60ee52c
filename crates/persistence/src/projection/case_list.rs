//! Cases as lists show them.

use super::{
    case_row,
    page::{self, By, Page, Place},
    scope::{self, Scoped},
};
use crate::{
    Store,
    entity::{case_hand, case_list, deadline, party},
    error::StoreError,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};
use yizhi_domain::{
    Day, Moment,
    deadline::Deadline,
    id::{BrigadeCode, CaseId, DepartmentCode, ItemCode, LeadId, LinkId, PartyId, PersonId, StationCode},
    permit::Reach,
};

/// A case in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseListRow {
    /// The case.
    pub case_id: CaseId,
    /// Its number, from its filing.
    pub number: Option<String>,
    /// Where it stands, as the stage is spelled when stored.
    pub stage: String,
    /// Its name on lists.
    pub title: String,
    /// The party.
    pub party_id: Option<PartyId>,
    /// The party's name; filled when read, empty when written.
    pub party_name: Option<String>,
    /// The brigade that owns it.
    pub brigade: BrigadeCode,
    /// The station whose area it is.
    pub station: Option<StationCode>,
    /// The item.
    pub item: Option<ItemCode>,
    /// The people who have it in hand, the lead handler first.
    pub hands: Vec<PersonId>,
    /// When it was opened.
    pub opened_on: Day,
    /// When it was filed.
    pub filed_on: Option<Day>,
    /// The running limit that ends first.
    pub next_due: Option<Deadline>,
    /// Whose move it is, as spelled when stored.
    pub waiting_for: String,
    /// Version of the case.
    pub version: u64,
    /// When it last changed.
    pub updated_at: Moment,
    /// The lead it came from.
    pub origin_lead: Option<LeadId>,
    /// The link it came from.
    pub origin_link: Option<LinkId>,
}

/// Which cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// In one of these stages.
    pub stage: Option<Vec<String>>,
    /// Of this brigade.
    pub brigade: Option<BrigadeCode>,
    /// Words in the title, the number or the party's name.
    pub q: Option<String>,
    /// Whose move it is.
    pub waiting_for: Option<String>,
    /// Of this item.
    pub item: Option<ItemCode>,
    /// Of one of these items.
    pub items: Option<Vec<ItemCode>>,
    /// Of this station.
    pub station: Option<StationCode>,
    /// In the hands of this person.
    pub hand: Option<PersonId>,
    /// With a running limit that ends on this day or before.
    pub due_through: Option<Day>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CaseSort {
    /// What the law wants soonest first; cases without a running limit last.
    #[default]
    Due,
    /// Last changed first.
    Updated,
    /// Last opened first.
    Opened,
}

/// A running limit of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningDeadline {
    /// The case.
    pub case_id: CaseId,
    /// The limit.
    pub deadline: Deadline,
}

impl CaseSort {
    fn by(self) -> (By, case_list::Column) {
        match self {
            Self::Due => (By::Day("due_order"), case_list::Column::DueOrder),
            Self::Updated => (By::Newest("updated_at"), case_list::Column::UpdatedAt),
            Self::Opened => (By::LatestDay("opened_on"), case_list::Column::OpenedOn),
        }
    }
    fn place(self, row: &case_list::Model) -> Place {
        match self {
            Self::Due => Place::Day(row.due_order),
            Self::Updated => Place::Moment(row.updated_at),
            Self::Opened => Place::Day(row.opened_on),
        }
    }
}

/// What of a case says whose it is.
pub(super) struct Cases;

impl Scoped for Cases {
    fn of_brigade(code: &BrigadeCode) -> Option<Condition> {
        Some(Condition::all().add(case_list::Column::Brigade.eq(code.as_str())))
    }
    fn in_hand_of(person: &PersonId) -> Option<Condition> {
        let in_hand = Query::select()
            .column(case_hand::Column::CaseId)
            .from(case_hand::Entity)
            .and_where(case_hand::Column::PersonId.eq(person.as_str()))
            .to_owned();
        Some(Condition::all().add(case_list::Column::CaseId.in_subquery(in_hand)))
    }
    fn from_department(_code: &DepartmentCode) -> Option<Condition> {
        None
    }
}

impl CaseFilter {
    fn condition(&self) -> Condition {
        let mut all = Condition::all()
            .add_option(
                self.stage
                    .as_ref()
                    .map(|stages| case_list::Column::Stage.is_in(scope::all_storable(stages))),
            )
            .add_option(
                self.brigade
                    .as_ref()
                    .map(|code| case_list::Column::Brigade.eq(code.as_str())),
            )
            .add_option(
                self.waiting_for
                    .as_ref()
                    .map(|who| case_list::Column::WaitingFor.eq(scope::storable(who))),
            )
            .add_option(
                self.item
                    .as_ref()
                    .map(|code| case_list::Column::Item.eq(code.as_str())),
            )
            .add_option(
                self.items
                    .as_ref()
                    .map(|codes| case_list::Column::Item.is_in(codes.iter().map(ItemCode::as_str))),
            )
            .add_option(
                self.station
                    .as_ref()
                    .map(|code| case_list::Column::Station.eq(code.as_str())),
            )
            .add_option(self.due_through.map(|day| case_list::Column::NextDueOn.lte(day)));
        if let Some(hands) = self.hand.as_ref().and_then(Cases::in_hand_of) {
            all = all.add(hands);
        }
        if let Some(words) = scope::words(self.q.as_ref()) {
            let parties = Query::select()
                .column(party::Column::Id)
                .from(party::Entity)
                .and_where(scope::contains(Expr::col(party::Column::Name), words))
                .to_owned();
            let any = Condition::any()
                .add(scope::contains(
                    Expr::col((case_list::Entity, case_list::Column::Title)),
                    words,
                ))
                .add(scope::contains(
                    Expr::col((case_list::Entity, case_list::Column::Number)),
                    words,
                ))
                .add(case_list::Column::PartyId.in_subquery(parties));
            all = all.add(any);
        }
        all
    }
}

impl Store {
    /// One page of the cases within reach.
    pub async fn cases(
        &self,
        reaches: &[Reach],
        filter: &CaseFilter,
        sort: CaseSort,
        after: Option<&str>,
        limit: u64,
    ) -> Result<Page<CaseListRow>, StoreError> {
        let (by, column) = sort.by();
        let key = after
            .map(|key| {
                by.after(
                    key,
                    (case_list::Entity, column),
                    (case_list::Entity, case_list::Column::CaseId),
                )
            })
            .transpose()?;
        let Some(reach) = scope::within::<Cases>(reaches) else {
            return Ok(Page::empty());
        };
        let rows = case_list::Entity::find()
            .filter(reach)
            .filter(filter.condition())
            .filter(Condition::all().add_option(key))
            .order_by(column, by.order())
            .order_by(case_list::Column::CaseId, by.order())
            .limit(page::wanted(limit) + 1)
            .all(self.reader())
            .await?;
        let Page { rows, next } = page::cut(rows, limit, |row| by.key(sort.place(row), row.case_id));
        Ok(Page {
            rows: case_row::complete(self.reader(), rows).await?,
            next,
        })
    }

    /// One case as lists show it, if it is within reach.
    pub async fn case_row(&self, reaches: &[Reach], case: CaseId) -> Result<Option<CaseListRow>, StoreError> {
        let Some(reach) = scope::within::<Cases>(reaches) else {
            return Ok(None);
        };
        let row = case_list::Entity::find_by_id(case.0)
            .filter(reach)
            .all(self.reader())
            .await?;
        Ok(case_row::complete(self.reader(), row).await?.pop())
    }

    /// Running limits of all cases that end on this day or before, soonest first.
    pub async fn running_deadlines(&self, due_through: Day) -> Result<Vec<RunningDeadline>, StoreError> {
        let rows = deadline::Entity::find()
            .filter(deadline::Column::DueOn.lte(due_through))
            .order_by_asc(deadline::Column::DueOn)
            .order_by_asc(deadline::Column::CaseId)
            .order_by_asc(deadline::Column::Rule)
            .all(self.reader())
            .await?;
        rows.into_iter()
            .map(|row| {
                let deadline = serde_json::from_str(&row.document)
                    .map_err(|error| StoreError::inconsistent("deadline", row.case_id, error))?;
                Ok(RunningDeadline {
                    case_id: CaseId(row.case_id),
                    deadline,
                })
            })
            .collect()
    }
}
