//! People of the bureau.

use super::query;
use crate::{error::Answer, guard::SignedIn, parts::Parts, views::ListOf};
use chrono::NaiveDate;
use rocket::{Route, State, get, routes, serde::json::Json};
use serde::Serialize;
use utoipa::ToSchema;
use yizhi_domain::{
    id::{BrigadeCode, PersonId, StationCode},
    organisation::Role,
    permit::{Act, permit_some},
};

pub(super) fn routes() -> Vec<Route> {
    routes![people]
}

/// A person.
#[derive(Serialize, ToSchema)]
pub struct PersonView {
    /// Id.
    #[schema(value_type = String)]
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Roles.
    pub roles: Vec<Role>,
    /// Brigade.
    #[schema(value_type = Option<String>)]
    pub brigade: Option<BrigadeCode>,
    /// Station.
    #[schema(value_type = Option<String>)]
    pub station: Option<StationCode>,
    /// Whether a credential is valid today.
    pub certified: bool,
    /// Number of the credential.
    pub credential_no: Option<String>,
    /// Last day of the credential.
    pub credential_to: Option<NaiveDate>,
    /// Open cases in hand.
    pub open_cases: u64,
}

/// People with their load, in order of id.
#[utoipa::path(tag = "people", responses((status = 200, body = ListOf<PersonView>)))]
#[get("/people?<role>&<brigade>&<station>")]
pub async fn people(
    who: SignedIn,
    parts: &State<Parts>,
    role: Option<&str>,
    brigade: Option<&str>,
    station: Option<&str>,
) -> Answer<Json<ListOf<PersonView>>> {
    permit_some(&who.actor, Act::ReadPeople)?;
    let role = query(role, "role", |text| {
        serde_json::from_value::<Role>(text.into()).ok()
    })?;
    let brigade = query(brigade, "brigade", |text| BrigadeCode::try_new(text).ok())?;
    let station = query(station, "station", |text| StationCode::try_new(text).ok())?;
    let today = parts.today();
    let load = parts.store.open_cases_by_person().await?;
    let items = parts.county.roster.iter();
    let items = items
        .filter(|person| role.is_none_or(|role| person.is(role)))
        .filter(|person| brigade.is_none() || person.brigade == brigade)
        .filter(|person| station.is_none() || person.station == station)
        .map(|person| PersonView {
            id: person.id.clone(),
            name: person.name.clone(),
            roles: person.roles.clone(),
            brigade: person.brigade.clone(),
            station: person.station.clone(),
            certified: person.certified_on(today),
            credential_no: person
                .credential
                .as_ref()
                .map(|credential| credential.number.clone()),
            credential_to: person.credential.as_ref().map(|credential| credential.valid_to),
            open_cases: load.get(&person.id).copied().unwrap_or(0),
        })
        .collect();
    Ok(Json(ListOf { items }))
}
