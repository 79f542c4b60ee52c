//! The county as documents: a few for each kind, so that one changed rule is one changed row.

use crate::{Store, entity::reference, error::StoreError};
use sea_orm::{DatabaseTransaction, EntityTrait, QueryOrder};
use serde::{Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use yizhi_domain::{
    catalogue::{Catalogue, Item},
    county::{Areas, County},
    id::StationCode,
    organisation::Roster,
    rules::RuleBook,
};

/// Rows of one insert; SQLite takes 32 766 values in a statement.
const CHUNK: usize = 1000;

/// What stands at the place of a code where there is only one document of a kind.
const ONE: &str = "*";

impl Store {
    /// Puts the county in place of the one that is kept.
    pub async fn save_county(&self, county: &County) -> Result<(), StoreError> {
        let rows = rows(county)?;
        self.write(move |tx| {
            let rows = rows.clone();
            Box::pin(async move { replace(tx, rows).await })
        })
        .await
    }

    /// The county; none before one was loaded.
    pub async fn read_county(&self) -> Result<Option<County>, StoreError> {
        let rows = reference::Entity::find()
            .order_by_asc(reference::Column::Kind)
            .order_by_asc(reference::Column::Position)
            .all(self.reader())
            .await?;
        if rows.is_empty() {
            return Ok(None);
        }
        let mut kinds: BTreeMap<String, Vec<reference::Model>> = BTreeMap::new();
        for row in rows {
            kinds.entry(row.kind.clone()).or_default().push(row);
        }
        county(&kinds).map(Some)
    }
}

async fn replace(tx: &DatabaseTransaction, rows: Vec<reference::Model>) -> Result<(), StoreError> {
    reference::Entity::delete_many().exec(tx).await?;
    let mut rows = rows.into_iter().map(reference::ActiveModel::from).peekable();
    while rows.peek().is_some() {
        let chunk: Vec<reference::ActiveModel> = rows.by_ref().take(CHUNK).collect();
        reference::Entity::insert_many(chunk)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// Collects documents of a county.
#[derive(Default)]
struct Documents(Vec<reference::Model>);

impl Documents {
    fn add<T: Serialize>(
        &mut self,
        kind: &'static str,
        all: impl IntoIterator<Item = (String, T)>,
    ) -> Result<(), StoreError> {
        for (position, (code, value)) in (0..).zip(all) {
            let document = serde_json::to_string(&value)
                .map_err(|error| StoreError::inconsistent("reference", format!("{kind} {code}"), error))?;
            self.0.push(reference::Model {
                kind: kind.to_owned(),
                code,
                position,
                document,
            });
        }
        Ok(())
    }
}

fn rows(county: &County) -> Result<Vec<reference::Model>, StoreError> {
    let mut all = Documents::default();
    all.add("profile", [(ONE.to_owned(), &county.profile)])?;
    all.add(
        "department",
        county.departments.iter().map(|it| (it.code.to_string(), it)),
    )?;
    all.add(
        "brigade",
        county.brigades.iter().map(|it| (it.code.to_string(), it)),
    )?;
    all.add(
        "station",
        county.stations.iter().map(|it| (it.code.to_string(), it)),
    )?;
    all.add(
        "area",
        county
            .areas
            .stations
            .iter()
            .map(|(code, area)| (code.to_string(), area)),
    )?;
    all.add("boundary", [(ONE.to_owned(), &county.areas.boundary)])?;
    all.add("person", county.roster.iter().map(|it| (it.id.to_string(), it)))?;
    all.add(
        "field",
        county.catalogue.fields().map(|it| (it.no.to_string(), it)),
    )?;
    let versions = county.catalogue.every_version();
    all.add("item", versions.map(|it| (version_key(it), it)))?;
    all.add("statutes", [(ONE.to_owned(), &county.catalogue.statutes)])?;
    all.add("lists", [(ONE.to_owned(), &county.catalogue.lists)])?;
    all.add("boundary_list", [(ONE.to_owned(), &county.catalogue.boundary)])?;
    all.add("calendar", [(ONE.to_owned(), &county.calendar)])?;
    let rules = county.rules.iter();
    all.add(
        "rule",
        rules.map(|it| (format!("{} {} {}", it.id, it.profile, it.effective_from), it)),
    )?;
    Ok(all.0)
}

fn county(kinds: &BTreeMap<String, Vec<reference::Model>>) -> Result<County, StoreError> {
    let areas = documents::<String>(kinds, "area")?
        .into_iter()
        .map(|(code, area)| {
            let code = StationCode::try_new(&code)
                .map_err(|error| StoreError::inconsistent("reference", format!("area {code}"), error))?;
            Ok((code, area))
        });
    Ok(County {
        profile: document(kinds, "profile")?,
        departments: values(kinds, "department")?,
        brigades: values(kinds, "brigade")?,
        stations: values(kinds, "station")?,
        areas: Areas {
            stations: areas.collect::<Result<_, StoreError>>()?,
            boundary: document(kinds, "boundary")?,
        },
        roster: Roster::new(values(kinds, "person")?),
        catalogue: catalogue(kinds)?,
        calendar: document(kinds, "calendar")?,
        rules: RuleBook::new(values(kinds, "rule")?),
    })
}

/// A later version of an item has its first day in its key.
fn version_key(item: &Item) -> String {
    match item.effective_from {
        Some(first) => format!("{} {first}", item.code),
        None => item.code.to_string(),
    }
}

/// A database from before there were statutes and lists has none.
fn catalogue(kinds: &BTreeMap<String, Vec<reference::Model>>) -> Result<Catalogue, StoreError> {
    let mut catalogue = Catalogue::new(values(kinds, "field")?, values(kinds, "item")?);
    catalogue.statutes = values(kinds, "statutes")?.into_iter().next().unwrap_or_default();
    catalogue.lists = values(kinds, "lists")?.into_iter().next().unwrap_or_default();
    catalogue.boundary = values(kinds, "boundary_list")?
        .into_iter()
        .next()
        .unwrap_or_default();
    Ok(catalogue)
}

fn documents<T: DeserializeOwned>(
    kinds: &BTreeMap<String, Vec<reference::Model>>,
    kind: &'static str,
) -> Result<Vec<(String, T)>, StoreError> {
    let rows = kinds.get(kind).map_or(&[][..], Vec::as_slice);
    rows.iter()
        .map(|row| {
            let value = serde_json::from_str(&row.document).map_err(|error| {
                StoreError::inconsistent("reference", format!("{kind} {}", row.code), error)
            })?;
            Ok((row.code.clone(), value))
        })
        .collect()
}

fn values<T: DeserializeOwned>(
    kinds: &BTreeMap<String, Vec<reference::Model>>,
    kind: &'static str,
) -> Result<Vec<T>, StoreError> {
    Ok(documents(kinds, kind)?
        .into_iter()
        .map(|(_, value)| value)
        .collect())
}

fn document<T: DeserializeOwned>(
    kinds: &BTreeMap<String, Vec<reference::Model>>,
    kind: &'static str,
) -> Result<T, StoreError> {
    let one = values(kinds, kind)?.into_iter().next();
    one.ok_or_else(|| StoreError::inconsistent("reference", kind, "the document is missing"))
}
