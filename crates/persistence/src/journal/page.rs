//! Reading the journal: one thing, one stream, or everything in order.

use super::{StoredEvent, event_store};
use crate::{Store, entity::event, error::StoreError, projection::storable};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;
use yizhi_domain::journal::Aggregate;

/// Most events of one page.
const MOST: u64 = 1000;

/// Which events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// Of streams of this kind.
    pub stream_kind: Option<String>,
    /// Of this stream.
    pub stream_id: Option<Uuid>,
}

impl Store {
    /// A thing as it is now, with its version; none when nothing ever happened to it.
    pub async fn load<A: Aggregate>(&self, stream: Uuid) -> Result<Option<(A, u64)>, StoreError> {
        let folded = event_store::fold::<A>(self.reader(), stream).await?;
        Ok((folded.version > 0).then_some((folded.state, folded.version)))
    }

    /// All that happened to a thing, in order.
    pub async fn events(&self, stream_kind: &str, stream_id: Uuid) -> Result<Vec<StoredEvent>, StoreError> {
        let rows = event_store::rows(self.reader(), stream_kind, stream_id).await?;
        rows.into_iter().map(StoredEvent::try_from).collect()
    }

    /// Events after a position, in order of position; 0 is before the first.
    ///
    /// On PostgreSQL a position is given out before its transaction commits, so an event may appear below
    /// one that was read already. Who must miss none reads the outbox.
    pub async fn journal_page(
        &self,
        after: u64,
        limit: u64,
        filter: &JournalFilter,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let Ok(after) = i64::try_from(after) else {
            return Ok(Vec::new());
        };
        let rows = filter
            .query()
            .filter(event::Column::Position.gt(after))
            .order_by_asc(event::Column::Position)
            .limit(limit.clamp(1, MOST))
            .all(self.reader())
            .await?;
        rows.into_iter().map(StoredEvent::try_from).collect()
    }

    /// Events before a position, newest first; with none, from the end. For people who look.
    pub async fn journal_newest(
        &self,
        before: Option<u64>,
        limit: u64,
        filter: &JournalFilter,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let before = before.map_or(i64::MAX, |position| i64::try_from(position).unwrap_or(i64::MAX));
        let rows = filter
            .query()
            .filter(event::Column::Position.lt(before))
            .order_by_desc(event::Column::Position)
            .limit(limit.clamp(1, MOST))
            .all(self.reader())
            .await?;
        rows.into_iter().map(StoredEvent::try_from).collect()
    }
}

impl JournalFilter {
    fn query(&self) -> Select<event::Entity> {
        let mut query = event::Entity::find();
        if let Some(kind) = &self.stream_kind {
            query = query.filter(event::Column::StreamKind.eq(storable(kind)));
        }
        if let Some(stream) = self.stream_id {
            query = query.filter(event::Column::StreamId.eq(stream));
        }
        query
    }
}
