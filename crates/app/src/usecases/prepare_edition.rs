//! A list comes in: read, checked, compared with the catalogue, and kept as an edition that nobody has published yet.

use super::act_on_editions::submit;
use crate::{
    catalogue::{shelf::STREAM, table},
    error::{Answer, ApiError},
    parts::{Parts, sm3_hex},
    views::Accepted,
};
use rocket::tokio::task::spawn_blocking;
use std::collections::BTreeSet;
use uuid::Uuid;
use yizhi_domain::{
    Day,
    catalogue::{
        Catalogue,
        edition::{EditionCommand, Editions, Prepare},
        sheet::{self, Context, Difference},
    },
    county::Fault,
    id::{DepartmentCode, EditionId},
    permit::{Act, Actor, permit_some},
};
use yizhi_persistence::SideRow;

/// A list as it was sent.
#[derive(Debug)]
pub struct SentList {
    /// Id of the edition, made by the client.
    pub edition: EditionId,
    /// Name of the file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// First day it is to hold.
    pub effective_from: Day,
    /// Whether it is the whole list.
    pub whole: bool,
}

/// Reads, compares, keeps. A list with any fault changes nothing; all its faults are named.
pub async fn prepare_edition(
    parts: &Parts,
    actor: &Actor,
    command_id: Uuid,
    list: SentList,
) -> Answer<Accepted> {
    permit_some(actor, Act::ManageCatalogue)?;
    let shown = parts.shelf.refresh(&parts.store, parts.today()).await?;
    let departments = parts
        .county
        .departments
        .iter()
        .map(|department| department.code.clone())
        .collect();
    let (edition, whole, effective_from) = (list.edition, list.whole, list.effective_from);
    let file_sm3 = sm3_hex(&list.bytes);
    let file_name: String = list.name.chars().take(200).collect();
    let base = shown.revision;
    let compared = spawn_blocking(move || compare(&shown.catalogue, &departments, &list));
    let difference = compared
        .await
        .map_err(|error| ApiError::Fault(error.to_string()))??;
    let (added, changed, removed) = difference.counts();
    let count = |many: usize| u64::try_from(many).unwrap_or(u64::MAX);
    let written =
        serde_json::to_vec(&difference.changes).map_err(|error| ApiError::Fault(error.to_string()))?;
    let prepare = Prepare {
        edition,
        file_name,
        file_sm3,
        changes_sm3: sm3_hex(&written),
        whole,
        effective_from,
        base,
        added: count(added),
        changed: count(changed),
        removed: count(removed),
    };
    let digest = super::fingerprint(&(edition, &prepare.file_sm3, effective_from, whole))?;
    let rows = vec![SideRow::Changes(edition, difference.changes)];
    let command = EditionCommand::Prepare(Box::new(prepare));
    let done = submit(parts, actor, command_id, None, digest, command, rows).await?;
    Ok(Accepted {
        id: edition.0,
        version: done.version,
    })
}

fn compare(
    catalogue: &Catalogue,
    departments: &BTreeSet<DepartmentCode>,
    list: &SentList,
) -> Answer<Difference> {
    let table = table::read(&list.name, &list.bytes)?;
    let fields = catalogue.fields().map(|field| field.no.clone()).collect();
    let context = Context {
        fields: &fields,
        departments,
        statutes: &catalogue.statutes,
    };
    let items = sheet::read(&table, context).map_err(ApiError::Faulty)?;
    Ok(sheet::difference(
        catalogue,
        items,
        list.effective_from,
        list.whole,
    ))
}

/// All editions, and how often the catalogue changed.
pub async fn editions(parts: &Parts) -> Answer<Editions> {
    let loaded = parts.store.load::<Editions>(STREAM).await?;
    Ok(loaded.map(|(editions, _)| editions).unwrap_or_default())
}

/// The most faults that are named in one answer.
pub const FAULTS_SHOWN: usize = 200;

/// The first faults, in order of row.
#[must_use]
pub fn first_faults(mut faults: Vec<Fault>) -> (usize, Vec<Fault>) {
    let many = faults.len();
    faults.sort_by_key(|fault| fault.row);
    faults.truncate(FAULTS_SHOWN);
    (many, faults)
}
