//! What the pages see: shapes of answers, and how they are made from states.

pub mod act;
pub mod boundary;
pub mod case;
pub mod catalogue;
pub mod deadline;
pub mod edition;
pub mod law;
pub mod lead;
pub mod link;
pub mod statute;
pub mod timeline;

use serde::Serialize;
use utoipa::ToSchema;
use yizhi_domain::{id::PersonId, place::Wgs84};

/// A page of a list, with the key of the next one.
#[derive(Debug, Serialize, ToSchema)]
pub struct PageOf<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Key for `after`, when there is more.
    pub next: Option<String>,
}

/// A list that is always whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListOf<T> {
    /// The rows.
    pub items: Vec<T>,
}

/// A person's name with the id.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Named {
    /// Id.
    #[schema(value_type = String)]
    pub id: PersonId,
    /// Name.
    pub name: String,
}

/// A place as shown.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlaceView {
    /// In words.
    pub address: String,
    /// On the map.
    pub point: Option<Wgs84>,
}

/// What a command did.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Accepted {
    /// The thing.
    pub id: uuid::Uuid,
    /// Its version now.
    pub version: u64,
}

/// `Named` for each id.
#[must_use]
pub fn named(parts: &crate::parts::Parts, ids: &[PersonId]) -> Vec<Named> {
    ids.iter()
        .map(|id| Named {
            id: id.clone(),
            name: parts.name(id),
        })
        .collect()
}
