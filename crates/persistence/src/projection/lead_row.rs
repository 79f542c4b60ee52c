//! A lead's rows on their way in and out.

use super::lead_list::LeadListRow;
use crate::{
    entity::{lead_hand, lead_list},
    error::StoreError,
    time,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict};
use std::collections::BTreeMap;
use uuid::Uuid;
use yizhi_domain::{
    id::{BrigadeCode, CaseId, FieldNo, LeadId, LinkId, PersonId, StationCode},
    place::Wgs84,
};

/// Adds the hands.
pub(super) async fn complete(
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
