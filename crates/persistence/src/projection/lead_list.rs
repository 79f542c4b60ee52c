//! Leads as lists show them.

use super::{
    page::{self, By, Page, Place},
    scope::{self, Scoped},
};
use crate::{
    Store,
    entity::{lead_hand, lead_list},
    error::StoreError,
    time,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict, Query},
};
use std::collections::BTreeMap;
use uuid::Uuid;
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

struct Leads;

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
            rows: complete(self.reader(), rows).await?,
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
        Ok(complete(self.reader(), row).await?.pop())
    }

    /// How many leads within reach stand in each state.
    pub async fn lead_states(&self, reaches: &[Reach]) -> Result<Vec<(String, u64)>, StoreError> {
        let Some(reach) = scope::within::<Leads>(reaches) else {
            return Ok(Vec::new());
        };
        let counts: Vec<(String, i64)> = lead_list::Entity::find()
            .select_only()
            .column(lead_list::Column::State)
            .column_as(lead_list::Column::LeadId.count(), "many")
            .filter(reach)
            .group_by(lead_list::Column::State)
            .order_by_asc(lead_list::Column::State)
            .into_tuple()
            .all(self.reader())
            .await?;
        Ok(counts
            .into_iter()
            .map(|(state, many)| (state, many.unsigned_abs()))
            .collect())
    }

    /// How many leads within reach wait to be dispatched, by station; `None` stands for no station.
    pub async fn open_leads_by_station(
        &self,
        reaches: &[Reach],
    ) -> Result<Vec<(Option<StationCode>, u64)>, StoreError> {
        let Some(reach) = scope::within::<Leads>(reaches) else {
            return Ok(Vec::new());
        };
        let counts: Vec<(Option<String>, i64)> = lead_list::Entity::find()
            .select_only()
            .column(lead_list::Column::Station)
            .column_as(lead_list::Column::LeadId.count(), "many")
            .filter(reach)
            .filter(lead_list::Column::State.eq("received"))
            .group_by(lead_list::Column::Station)
            .order_by_asc(lead_list::Column::Station)
            .into_tuple()
            .all(self.reader())
            .await?;
        counts
            .into_iter()
            .map(|(code, many)| {
                let code = code.map(|code| StationCode::try_new(&code)).transpose();
                let code = code.map_err(|error| StoreError::inconsistent("lead_list", "station", error))?;
                Ok((code, many.unsigned_abs()))
            })
            .collect()
    }
}

/// Adds the hands.
async fn complete(
    db: &impl ConnectionTrait,
    rows: Vec<lead_list::Model>,
) -> Result<Vec<LeadListRow>, StoreError> {
    let leads: Vec<Uuid> = rows.iter().map(|row| row.lead_id).collect();
    let mut hands: BTreeMap<Uuid, Vec<PersonId>> = BTreeMap::new();
    if !leads.is_empty() {
        let found = lead_hand::Entity::find()
            .filter(lead_hand::Column::LeadId.is_in(leads))
            .order_by_asc(lead_hand::Column::Place)
            .all(db)
            .await?;
        for hand in found {
            let person = PersonId::try_new(&hand.person_id)
                .map_err(|error| StoreError::inconsistent("lead_hand", hand.lead_id, error))?;
            hands.entry(hand.lead_id).or_default().push(person);
        }
    }
    rows.into_iter()
        .map(|row| {
            let hands = hands.remove(&row.lead_id).unwrap_or_default();
            read(row, hands)
        })
        .collect()
}

fn read(row: lead_list::Model, hands: Vec<PersonId>) -> Result<LeadListRow, StoreError> {
    let bad = |says: String| StoreError::inconsistent("lead_list", row.lead_id, says);
    let station = row.station.as_deref().map(StationCode::try_new).transpose();
    let brigade = row.brigade.as_deref().map(BrigadeCode::try_new).transpose();
    let field = row.field.as_deref().map(FieldNo::try_new).transpose();
    Ok(LeadListRow {
        station: station.map_err(|error| bad(error.to_string()))?,
        brigade: brigade.map_err(|error| bad(error.to_string()))?,
        field: field.map_err(|error| bad(error.to_string()))?,
        version: u64::try_from(row.version).map_err(|error| bad(error.to_string()))?,
        point: row.lng.zip(row.lat).map(|(lng, lat)| Wgs84 { lng, lat }),
        received_at: time::shown(row.received_at),
        lead_id: LeadId(row.lead_id),
        link_id: row.link_id.map(LinkId),
        case_id: row.case_id.map(CaseId),
        state: row.state,
        source: row.source,
        text: row.text,
        address: row.address,
        station_exact: row.station_exact,
        verify_due_on: row.verify_due_on,
        hands,
    })
}

/// Writes the rows of a lead in place of the ones it had.
pub(super) async fn write(tx: &impl ConnectionTrait, row: &LeadListRow) -> Result<(), StoreError> {
    let id = row.lead_id.0;
    lead_list::Entity::insert(lead_list::ActiveModel::from(model(row)?))
        .on_conflict(
            OnConflict::column(lead_list::Column::LeadId)
                .update_columns(<lead_list::Column as sea_orm::Iterable>::iter())
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    lead_hand::Entity::delete_many()
        .filter(lead_hand::Column::LeadId.eq(id))
        .exec(tx)
        .await?;
    let hands = super::in_order(&row.hands);
    if !hands.is_empty() {
        let hands = hands.into_iter().map(|(place, person_id)| {
            lead_hand::ActiveModel::from(lead_hand::Model {
                lead_id: id,
                person_id,
                place,
            })
        });
        lead_hand::Entity::insert_many(hands)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

fn model(row: &LeadListRow) -> Result<lead_list::Model, StoreError> {
    Ok(lead_list::Model {
        lead_id: row.lead_id.0,
        state: row.state.clone(),
        source: row.source.clone(),
        text: row.text.clone(),
        address: row.address.clone(),
        lng: row.point.map(|point| point.lng),
        lat: row.point.map(|point| point.lat),
        station: row.station.as_ref().map(ToString::to_string),
        station_exact: row.station_exact,
        brigade: row.brigade.as_ref().map(ToString::to_string),
        field: row.field.as_ref().map(ToString::to_string),
        received_at: time::kept(row.received_at),
        verify_due_on: row.verify_due_on,
        due_order: time::day_order(row.verify_due_on),
        version: i64::try_from(row.version)
            .map_err(|error| StoreError::inconsistent("lead_list", row.lead_id, error))?,
        link_id: row.link_id.map(|id| id.0),
        case_id: row.case_id.map(|id| id.0),
    })
}
