//! Cases as lists show them.

use super::{
    page::{self, By, Page, Place},
    scope::{self, Scoped},
};
use crate::{
    Store,
    entity::{case_hand, case_list, deadline, party},
    error::StoreError,
    time,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict, Query},
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;
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

struct Cases;

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

/// The cases within reach, as a condition.
pub(super) fn reach(reaches: &[Reach]) -> Option<Condition> {
    scope::within::<Cases>(reaches)
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
            rows: complete(self.reader(), rows).await?,
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
        Ok(complete(self.reader(), row).await?.pop())
    }

    /// How many cases within reach stand in each stage.
    pub async fn case_stages(&self, reaches: &[Reach]) -> Result<Vec<(String, u64)>, StoreError> {
        let Some(reach) = scope::within::<Cases>(reaches) else {
            return Ok(Vec::new());
        };
        let counts: Vec<(String, i64)> = case_list::Entity::find()
            .select_only()
            .column(case_list::Column::Stage)
            .column_as(case_list::Column::CaseId.count(), "many")
            .filter(reach)
            .group_by(case_list::Column::Stage)
            .order_by_asc(case_list::Column::Stage)
            .into_tuple()
            .all(self.reader())
            .await?;
        Ok(counts
            .into_iter()
            .map(|(stage, many)| (stage, many.unsigned_abs()))
            .collect())
    }

    /// How many cases within reach wait for somebody, by station; `None` stands for no station.
    pub async fn open_cases_by_station(
        &self,
        reaches: &[Reach],
    ) -> Result<Vec<(Option<StationCode>, u64)>, StoreError> {
        let Some(reach) = scope::within::<Cases>(reaches) else {
            return Ok(Vec::new());
        };
        let counts: Vec<(Option<String>, i64)> = case_list::Entity::find()
            .select_only()
            .column(case_list::Column::Station)
            .column_as(case_list::Column::CaseId.count(), "many")
            .filter(reach)
            .filter(case_list::Column::WaitingFor.ne("none"))
            .group_by(case_list::Column::Station)
            .order_by_asc(case_list::Column::Station)
            .into_tuple()
            .all(self.reader())
            .await?;
        counts
            .into_iter()
            .map(|(code, many)| Ok((station(code)?, many.unsigned_abs())))
            .collect()
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

pub(super) fn station(code: Option<String>) -> Result<Option<StationCode>, StoreError> {
    code.map(|code| {
        StationCode::try_new(&code).map_err(|error| StoreError::inconsistent("case_list", &code, error))
    })
    .transpose()
}

/// Adds what stands in other tables: hands and names.
async fn complete(
    db: &impl ConnectionTrait,
    rows: Vec<case_list::Model>,
) -> Result<Vec<CaseListRow>, StoreError> {
    let cases: Vec<Uuid> = rows.iter().map(|row| row.case_id).collect();
    let parties: BTreeSet<Uuid> = rows.iter().filter_map(|row| row.party_id).collect();
    let mut hands: BTreeMap<Uuid, Vec<PersonId>> = BTreeMap::new();
    if !cases.is_empty() {
        let found = case_hand::Entity::find()
            .filter(case_hand::Column::CaseId.is_in(cases))
            .order_by_asc(case_hand::Column::Place)
            .all(db)
            .await?;
        for hand in found {
            let person = PersonId::try_new(&hand.person_id)
                .map_err(|error| StoreError::inconsistent("case_hand", hand.case_id, error))?;
            hands.entry(hand.case_id).or_default().push(person);
        }
    }
    let mut names: BTreeMap<Uuid, String> = BTreeMap::new();
    if !parties.is_empty() {
        let found: Vec<(Uuid, String)> = party::Entity::find()
            .select_only()
            .column(party::Column::Id)
            .column(party::Column::Name)
            .filter(party::Column::Id.is_in(parties))
            .into_tuple()
            .all(db)
            .await?;
        names.extend(found);
    }
    rows.into_iter()
        .map(|row| {
            let hands = hands.remove(&row.case_id).unwrap_or_default();
            let party_name = row.party_id.and_then(|id| names.get(&id).cloned());
            read(row, hands, party_name)
        })
        .collect()
}

fn read(
    row: case_list::Model,
    hands: Vec<PersonId>,
    party_name: Option<String>,
) -> Result<CaseListRow, StoreError> {
    let bad = |says: String| StoreError::inconsistent("case_list", row.case_id, says);
    Ok(CaseListRow {
        brigade: BrigadeCode::try_new(&row.brigade).map_err(|error| bad(error.to_string()))?,
        station: station(row.station.clone())?,
        item: row
            .item
            .as_deref()
            .map(ItemCode::try_new)
            .transpose()
            .map_err(|error| bad(error.to_string()))?,
        next_due: row
            .next_due
            .as_deref()
            .map(serde_json::from_str)
            .transpose()
            .map_err(|error| bad(error.to_string()))?,
        version: u64::try_from(row.version).map_err(|error| bad(error.to_string()))?,
        updated_at: time::shown(row.updated_at),
        case_id: CaseId(row.case_id),
        party_id: row.party_id.map(PartyId),
        origin_lead: row.origin_lead.map(LeadId),
        origin_link: row.origin_link.map(LinkId),
        number: row.number,
        stage: row.stage,
        title: row.title,
        opened_on: row.opened_on,
        filed_on: row.filed_on,
        waiting_for: row.waiting_for,
        hands,
        party_name,
    })
}

/// Writes the rows of a case in place of the ones it had.
pub(super) async fn write(
    tx: &impl ConnectionTrait,
    row: &CaseListRow,
    running: &[Deadline],
) -> Result<(), StoreError> {
    let id = row.case_id.0;
    let model = model(row)?;
    case_list::Entity::insert(case_list::ActiveModel::from(model))
        .on_conflict(
            OnConflict::column(case_list::Column::CaseId)
                .update_columns(<case_list::Column as sea_orm::Iterable>::iter())
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    case_hand::Entity::delete_many()
        .filter(case_hand::Column::CaseId.eq(id))
        .exec(tx)
        .await?;
    let hands = super::in_order(&row.hands);
    if !hands.is_empty() {
        let hands = hands.into_iter().map(|(place, person_id)| {
            case_hand::ActiveModel::from(case_hand::Model {
                case_id: id,
                person_id,
                place,
            })
        });
        case_hand::Entity::insert_many(hands)
            .exec_without_returning(tx)
            .await?;
    }
    deadline::Entity::delete_many()
        .filter(deadline::Column::CaseId.eq(id))
        .exec(tx)
        .await?;
    // A limit is known by its rule and base day; the last one computed is the one that holds.
    let mut limits = BTreeMap::new();
    for limit in running {
        limits.insert((limit.rule.as_str(), limit.base_on), limit);
    }
    if !limits.is_empty() {
        let limits: Vec<deadline::ActiveModel> = limits
            .into_values()
            .map(|limit| limit_row(id, limit))
            .collect::<Result<_, _>>()?;
        deadline::Entity::insert_many(limits)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

fn limit_row(case_id: Uuid, limit: &Deadline) -> Result<deadline::ActiveModel, StoreError> {
    let document =
        serde_json::to_string(limit).map_err(|error| StoreError::inconsistent("deadline", case_id, error))?;
    let (rule, base_on, due_on) = (limit.rule.clone(), limit.base_on, limit.due_on);
    Ok(deadline::Model {
        case_id,
        rule,
        base_on,
        due_on,
        document,
    }
    .into())
}

fn model(row: &CaseListRow) -> Result<case_list::Model, StoreError> {
    let bad = |says: String| StoreError::inconsistent("case_list", row.case_id, says);
    let next_due_on = row.next_due.as_ref().map(|limit| limit.due_on);
    Ok(case_list::Model {
        case_id: row.case_id.0,
        number: row.number.clone(),
        stage: row.stage.clone(),
        title: row.title.clone(),
        party_id: row.party_id.map(|id| id.0),
        brigade: row.brigade.to_string(),
        station: row.station.as_ref().map(ToString::to_string),
        item: row.item.as_ref().map(ToString::to_string),
        opened_on: row.opened_on,
        filed_on: row.filed_on,
        next_due_on,
        due_order: time::day_order(next_due_on),
        next_due: row
            .next_due
            .as_ref()
            .map(serde_json::to_string)
            .transpose()
            .map_err(|error| bad(error.to_string()))?,
        waiting_for: row.waiting_for.clone(),
        version: i64::try_from(row.version).map_err(|error| bad(error.to_string()))?,
        updated_at: time::kept(row.updated_at),
        origin_lead: row.origin_lead.map(|id| id.0),
        origin_link: row.origin_link.map(|id| id.0),
    })
}
