//! Writing every projection anew from the journal.

use super::Projected;
use crate::{
    Store,
    entity::{case_hand, case_list, deadline, edition_list, event, lead_hand, lead_list, link_list},
    error::StoreError,
    journal::event_store,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;
use yizhi_casework::case::Case;
use yizhi_dispatch::lead::Lead;
use yizhi_domain::catalogue::edition::Editions;
use yizhi_linkage::link::Link;

impl Store {
    /// Empties the projections and writes them again from the journal, in one transaction: readers see the
    /// old rows until all new ones are there. Answers how many streams were folded.
    pub async fn rebuild(&self) -> Result<u64, StoreError> {
        self.write(|tx| Box::pin(rebuild(tx))).await
    }
}

async fn rebuild(tx: &DatabaseTransaction) -> Result<u64, StoreError> {
    if tx.get_database_backend() == DbBackend::Postgres {
        // A command that lands between folding and writing would be overwritten with its past.
        tx.execute_unprepared("LOCK TABLE event IN SHARE ROW EXCLUSIVE MODE")
            .await?;
    }
    deadline::Entity::delete_many().exec(tx).await?;
    case_hand::Entity::delete_many().exec(tx).await?;
    case_list::Entity::delete_many().exec(tx).await?;
    lead_hand::Entity::delete_many().exec(tx).await?;
    lead_list::Entity::delete_many().exec(tx).await?;
    link_list::Entity::delete_many().exec(tx).await?;
    edition_list::Entity::delete_many().exec(tx).await?;
    let mut streams = 0;
    streams += every::<Case>(tx).await?;
    streams += every::<Lead>(tx).await?;
    streams += every::<Link>(tx).await?;
    streams += every::<Editions>(tx).await?;
    Ok(streams)
}

async fn every<A: Projected>(tx: &DatabaseTransaction) -> Result<u64, StoreError> {
    let streams: Vec<Uuid> = event::Entity::find()
        .select_only()
        .column(event::Column::StreamId)
        .filter(event::Column::StreamKind.eq(A::KIND))
        .filter(event::Column::Version.eq(1_i64))
        .order_by_asc(event::Column::Position)
        .into_tuple()
        .all(tx)
        .await?;
    let mut many = 0;
    for stream in streams {
        let folded = event_store::fold::<A>(tx, stream).await?;
        super::write(tx, stream, &folded).await?;
        many += 1;
    }
    Ok(many)
}
