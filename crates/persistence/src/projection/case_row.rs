//! A case's rows on their way in and out.

use super::case_list::CaseListRow;
use crate::{
    entity::{case_hand, case_list, deadline, party},
    error::StoreError,
    time,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;
use yizhi_domain::{
    deadline::Deadline,
    id::{BrigadeCode, CaseId, ItemCode, LeadId, LinkId, PartyId, PersonId, StationCode},
};

/// Adds what stands in other tables: hands and names.
pub(super) async fn complete(
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
        station: row
            .station
            .as_deref()
            .map(StationCode::try_new)
            .transpose()
            .map_err(|error| bad(error.to_string()))?,
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
