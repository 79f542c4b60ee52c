//! Parties and informants. They are written with the command that names them; here they are read.

use crate::{
    Store,
    entity::{informant, party},
    error::StoreError,
    journal::side_row::{PartyRow, Reporter},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use yizhi_domain::id::{LeadId, PartyId};

impl Store {
    /// A party.
    pub async fn party(&self, id: PartyId) -> Result<Option<PartyRow>, StoreError> {
        party::Entity::find_by_id(id.0)
            .one(self.reader())
            .await?
            .map(PartyRow::try_from)
            .transpose()
    }

    /// Parties with this unified social credit code or identity number, in order of id: the same person may
    /// stand here once for each case.
    pub async fn parties_with_code(&self, code: &str) -> Result<Vec<PartyRow>, StoreError> {
        let rows = party::Entity::find()
            .filter(party::Column::Code.eq(code))
            .order_by_asc(party::Column::Id)
            .all(self.reader())
            .await?;
        rows.into_iter().map(PartyRow::try_from).collect()
    }

    /// Who reported a lead. The caller asks for the permit and logs the access.
    pub async fn reporter(&self, lead: LeadId) -> Result<Option<Reporter>, StoreError> {
        let row = informant::Entity::find_by_id(lead.0).one(self.reader()).await?;
        Ok(row.map(|row| Reporter {
            lead_id: LeadId(row.lead_id),
            name: row.name,
            phone: row.phone,
        }))
    }
}
