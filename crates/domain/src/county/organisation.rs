//! Departments, brigades, stations with their areas, and people.

use super::rows::{Reader, word};
use crate::{
    id::{BrigadeCode, DepartmentCode, PersonId, StationCode},
    organisation::{Brigade, Credential, Department, Person, Role, Station},
};
use geojson::{FeatureCollection, GeoJson};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn departments(reader: &Reader<'_>) -> Vec<Department> {
    named(reader, "departments.csv", |code, name| Department { code, name })
}

pub(super) fn brigades(reader: &Reader<'_>) -> Vec<Brigade> {
    named(reader, "brigades.csv", |code, name| Brigade { code, name })
}

fn named<C: Clone + Ord + TryFrom<String>, T>(
    reader: &Reader<'_>,
    file: &str,
    make: impl Fn(C, String) -> T,
) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for row in reader.table(file, &["code", "name"]) {
        let code = row.must("code", |text| {
            C::try_from(text.to_owned()).map_err(|_ignored| "not a code")
        });
        if let (Some(code), Some(name)) = (code, row.required("name")) {
            if !seen.insert(code.clone()) {
                row.fault("code", "the code stands twice");
            }
            all.push(make(code, name));
        }
    }
    all
}

pub(super) fn stations(reader: &Reader<'_>) -> (Vec<Station>, BTreeMap<StationCode, String>) {
    let (mut stations, mut areas) = (Vec::new(), BTreeMap::new());
    let file = "stations.geojson";
    for (place, feature) in features(reader, file).into_iter().enumerate() {
        let text = |name: &str| {
            feature
                .property(name)
                .and_then(|value| value.as_str())
                .unwrap_or("")
        };
        let code = StationCode::try_new(text("code"));
        let posts = feature
            .property("posts")
            .and_then(|v| v.as_u64())
            .and_then(|n| u32::try_from(n).ok());
        let area = feature.geometry.as_ref().and_then(polygon);
        match (code, posts, area) {
            (Ok(code), Some(posts), Some(area)) if !text("name").is_empty() => {
                if areas.insert(code.clone(), area).is_some() {
                    reader.fault(file, place + 1, "code", "the code stands twice");
                }
                stations.push(Station {
                    code,
                    name: text("name").to_owned(),
                    posts,
                });
            }
            _ => reader.fault(
                file,
                place + 1,
                "",
                "a station has code, name, posts and a polygon",
            ),
        }
    }
    (stations, areas)
}

pub(super) fn boundary(reader: &Reader<'_>) -> Option<String> {
    let file = "boundary.geojson";
    let area = features(reader, file)
        .first()
        .and_then(|feature| feature.geometry.as_ref().and_then(polygon));
    if area.is_none() {
        reader.fault(file, 1, "", "the boundary has no polygon");
    }
    area
}

fn features(reader: &Reader<'_>, file: &str) -> Vec<geojson::Feature> {
    let Some(text) = reader.text(file) else {
        return Vec::new();
    };
    let collection = text.parse::<GeoJson>().and_then(FeatureCollection::try_from);
    match collection {
        Ok(collection) => collection.features,
        Err(error) => {
            reader.fault(file, 0, "", error);
            Vec::new()
        }
    }
}

/// The geometry as text, when it is a polygon or several.
fn polygon(geometry: &geojson::Geometry) -> Option<String> {
    geo::MultiPolygon::<f64>::try_from(geometry.clone())
        .is_ok()
        .then(|| geometry.to_string())
        .or_else(|| {
            geo::Polygon::<f64>::try_from(geometry.clone())
                .ok()
                .map(|_| geometry.to_string())
        })
}

pub(super) fn people(
    reader: &Reader<'_>,
    departments: &[Department],
    brigades: &[Brigade],
    stations: &[Station],
) -> Vec<Person> {
    let departments: BTreeSet<DepartmentCode> = departments.iter().map(|d| d.code.clone()).collect();
    let brigades: BTreeSet<BrigadeCode> = brigades.iter().map(|b| b.code.clone()).collect();
    let stations: BTreeSet<StationCode> = stations.iter().map(|s| s.code.clone()).collect();
    let columns = [
        "id",
        "name",
        "roles",
        "brigade",
        "station",
        "department",
        "credential_no",
        "credential_from",
        "credential_to",
        "invented",
    ];
    let mut seen = BTreeSet::new();
    let mut people = Vec::new();
    for row in reader.table("people.csv", &columns) {
        let id = row.must("id", PersonId::try_new);
        let roles: Option<Vec<Role>> = row.must("roles", |text| {
            text.split('|').map(word::<Role>).collect::<Result<_, _>>()
        });
        let brigade = row.known("brigade", &brigades);
        let station = row.known("station", &stations);
        let department = row.known("department", &departments);
        let credential = match row.optional("credential_no") {
            None => Some(None),
            Some(number) => row
                .must_day("credential_from")
                .zip(row.must_day("credential_to"))
                .map(|(valid_from, valid_to)| {
                    Some(Credential {
                        number,
                        valid_from,
                        valid_to,
                    })
                }),
        };
        let (
            Some(id),
            Some(name),
            Some(roles),
            Some(brigade),
            Some(station),
            Some(department),
            Some(credential),
        ) = (
            id,
            row.required("name"),
            roles,
            brigade,
            station,
            department,
            credential,
        )
        else {
            continue;
        };
        if !seen.insert(id.clone()) {
            row.fault("id", "the id stands twice");
        }
        if roles.contains(&Role::Department) != department.is_some() {
            row.fault(
                "department",
                "a department's contact, and nobody else, has a department",
            );
        }
        people.push(Person {
            id,
            name,
            roles,
            brigade,
            station,
            department,
            credential,
        });
    }
    people
}
