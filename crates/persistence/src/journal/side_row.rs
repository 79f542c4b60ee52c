//! Personal data that events point to: written in the same transaction, kept outside the chain.

use crate::{
    entity::{informant, party},
    error::StoreError,
    table::edition,
};
use sea_orm::{ConnectionTrait, EntityTrait};
use serde::{Serialize, de::DeserializeOwned};
use yizhi_domain::{
    catalogue::edition::Change,
    id::{EditionId, LeadId, PartyId},
    party::PartyKind,
    refusal::Ground,
};

/// A party as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyRow {
    /// Id.
    pub id: PartyId,
    /// What it is.
    pub kind: PartyKind,
    /// Name.
    pub name: String,
    /// Unified social credit code or resident identity number.
    pub code: String,
    /// Legal representative or person in charge.
    pub representative: Option<String>,
    /// Address for service.
    pub address: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Salt of the digest that stands in the event.
    pub salt: String,
}

/// Who reported a lead (举报人).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporter {
    /// The lead.
    pub lead_id: LeadId,
    /// Name, if given.
    pub name: Option<String>,
    /// Telephone, if given.
    pub phone: Option<String>,
}

/// A row that goes with a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SideRow {
    /// A party.
    Party(PartyRow),
    /// Who reported a lead.
    Reporter(Reporter),
    /// The changed items of an edition; no personal data, but too many for an event.
    Changes(EditionId, Vec<Change>),
}

/// An id that the client made stands for somebody else already.
pub const ID_TAKEN: Ground = Ground {
    code: "party.id_taken",
    article: "",
    says: "This id stands for another person or organisation already.",
    remedy: "Send the command with a new id for the party.",
};

/// Inserts the row. `false` when its id is taken by different data; the same data again is no harm.
pub(crate) async fn insert(tx: &impl ConnectionTrait, row: &SideRow) -> Result<bool, StoreError> {
    match row {
        SideRow::Party(row) => {
            let row = party::Model::try_from(row)?;
            if let Some(there) = party::Entity::find_by_id(row.id).one(tx).await? {
                return Ok(there == row);
            }
            party::Entity::insert(party::ActiveModel::from(row))
                .exec_without_returning(tx)
                .await?;
        }
        SideRow::Reporter(row) => {
            let row = informant::Model {
                lead_id: row.lead_id.0,
                name: row.name.clone(),
                phone: row.phone.clone(),
            };
            if let Some(there) = informant::Entity::find_by_id(row.lead_id).one(tx).await? {
                return Ok(there == row);
            }
            informant::Entity::insert(informant::ActiveModel::from(row))
                .exec_without_returning(tx)
                .await?;
        }
        SideRow::Changes(edition, changes) => return edition::insert(tx, *edition, changes).await,
    }
    Ok(true)
}

impl TryFrom<&PartyRow> for party::Model {
    type Error = StoreError;

    fn try_from(row: &PartyRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id.0,
            kind: word(&row.kind).ok_or_else(|| StoreError::inconsistent("party", row.id, "kind"))?,
            name: row.name.clone(),
            code: row.code.clone(),
            representative: row.representative.clone(),
            address: row.address.clone(),
            phone: row.phone.clone(),
            salt: row.salt.clone(),
        })
    }
}

impl TryFrom<party::Model> for PartyRow {
    type Error = StoreError;

    fn try_from(row: party::Model) -> Result<Self, StoreError> {
        let kind = of_word(&row.kind).ok_or_else(|| StoreError::inconsistent("party", row.id, "kind"))?;
        Ok(Self {
            id: PartyId(row.id),
            kind,
            name: row.name,
            code: row.code,
            representative: row.representative,
            address: row.address,
            phone: row.phone,
            salt: row.salt,
        })
    }
}

/// A word of a closed list as serde spells it, so that the list is spelled in one place.
pub(crate) fn word<T: Serialize>(value: &T) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Some(word),
        _ => None,
    }
}

/// The other way round.
pub(crate) fn of_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}
