//! The county: its organisation and its areas.

use crate::{
    error::{Answer, ApiError},
    guard::SignedIn,
    parts::Parts,
};
use rocket::{Route, State, get, http::ContentType, routes, serde::json::Json};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use yizhi_domain::{
    catalogue::Field,
    organisation::{Brigade, Department, Station},
};

pub(super) fn routes() -> Vec<Route> {
    routes![county, areas]
}

/// The county.
#[derive(Serialize, ToSchema)]
pub struct CountyView {
    /// Region code.
    pub code: String,
    /// Name.
    pub name: String,
    /// The bureau.
    pub bureau: String,
    /// Whether this is a trial database.
    pub trial: bool,
    /// Fields.
    pub fields: Vec<Field>,
    /// Departments.
    pub departments: Vec<Department>,
    /// Brigades.
    pub brigades: Vec<Brigade>,
    /// Stations.
    pub stations: Vec<Station>,
}

/// The organisation.
#[utoipa::path(tag = "county", responses((status = 200, body = CountyView)))]
#[get("/county")]
pub async fn county(_who: SignedIn, parts: &State<Parts>) -> Json<CountyView> {
    let county = &parts.county;
    Json(CountyView {
        code: county.profile.code.clone(),
        name: county.profile.name.clone(),
        bureau: county.profile.bureau.clone(),
        trial: parts.trial,
        fields: parts.shown().catalogue.fields().cloned().collect(),
        departments: county.departments.clone(),
        brigades: county.brigades.clone(),
        stations: county.stations.clone(),
    })
}

/// Station areas and the boundary as a GeoJSON feature collection, WGS-84.
#[utoipa::path(tag = "county", responses((status = 200, body = Value, content_type = "application/geo+json")))]
#[get("/county/areas")]
pub async fn areas(_who: SignedIn, parts: &State<Parts>) -> Answer<(ContentType, String)> {
    let county = &parts.county;
    let geometry =
        |text: &str| serde_json::from_str::<Value>(text).map_err(|error| ApiError::Fault(error.to_string()));
    let boundary = json!({"type": "Feature", "geometry": geometry(&county.areas.boundary)?,
        "properties": {"kind": "boundary", "code": county.profile.code, "name": county.profile.name}});
    let mut features = vec![boundary];
    for (code, area) in &county.areas.stations {
        features.push(json!({"type": "Feature", "geometry": geometry(area)?,
            "properties": {"kind": "station", "code": code, "name": county.station_name(code)}}));
    }
    let collection = json!({"type": "FeatureCollection", "features": features});
    Ok((
        ContentType::new("application", "geo+json"),
        collection.to_string(),
    ))
}
