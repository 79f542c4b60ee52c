//! Reading a stream and appending to it, inside a transaction somebody else began.

use super::chain;
use crate::{
    entity::{event, outbox},
    error::StoreError,
    time,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, Statement,
};
use uuid::Uuid;
use yizhi_domain::{
    Moment,
    id::PersonId,
    journal::{Aggregate, Recorded},
};

/// A stream, folded.
pub(crate) struct Folded<A> {
    pub(crate) state: A,
    /// Number of events taken in; 0 for a stream that does not exist.
    pub(crate) version: u64,
    /// When the last of them was recorded.
    pub(crate) at: Option<Moment>,
    last_hash: String,
}

impl<A: Aggregate> Folded<A> {
    fn nothing() -> Self {
        Self {
            state: A::default(),
            version: 0,
            at: None,
            last_hash: chain::FIRST.to_owned(),
        }
    }

    /// Takes in the next event of the journal.
    fn take(self, row: event::Model) -> Result<Self, StoreError> {
        let bad = |says: String| StoreError::inconsistent("event", row.position, says);
        let version = self.version + 1;
        if u64::try_from(row.version) != Ok(version) {
            return Err(bad(format!("its version is {}, not {version}", row.version)));
        }
        let event = serde_json::from_str(&row.payload).map_err(|error| bad(error.to_string()))?;
        let actor = PersonId::try_new(&row.actor).map_err(|error| bad(error.to_string()))?;
        let at = time::shown(row.at);
        let state = self.state.evolve(&Recorded {
            version,
            at,
            actor,
            event,
        });
        Ok(Self {
            state,
            version,
            at: Some(at),
            last_hash: row.hash,
        })
    }
}

/// Lets one writer at a time work on a stream, so that nobody decides on a state that is about to change.
/// SQLite has one writer anyhow.
pub(crate) async fn lock(tx: &impl ConnectionTrait, stream: Uuid) -> Result<(), StoreError> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let (_, low) = stream.as_u64_pair();
        let key = i64::from_ne_bytes(low.to_ne_bytes());
        let statement = Statement::from_sql_and_values(
            DbBackend::Postgres,
            "SELECT pg_advisory_xact_lock($1)",
            [key.into()],
        );
        tx.query_one_raw(statement).await?;
    }
    Ok(())
}

/// The rows of a stream in order.
pub(crate) async fn rows(
    db: &impl ConnectionTrait,
    kind: &str,
    stream: Uuid,
) -> Result<Vec<event::Model>, StoreError> {
    Ok(event::Entity::find()
        .filter(event::Column::StreamKind.eq(kind))
        .filter(event::Column::StreamId.eq(stream))
        .order_by_asc(event::Column::Version)
        .all(db)
        .await?)
}

/// Folds a stream; one that does not exist is the default state at version 0.
pub(crate) async fn fold<A: Aggregate>(
    db: &impl ConnectionTrait,
    stream: Uuid,
) -> Result<Folded<A>, StoreError> {
    rows(db, A::KIND, stream)
        .await?
        .into_iter()
        .try_fold(Folded::nothing(), Folded::take)
}

/// What is common to the events of one command.
pub(crate) struct Envelope<'a> {
    pub(crate) stream: Uuid,
    pub(crate) command_id: Uuid,
    pub(crate) actor: &'a PersonId,
    pub(crate) at: Moment,
}

/// Appends events and puts them into the outbox. The state goes on from what was written, not from what was
/// meant: a number that JSON rounds must be the same now and when it is read again.
pub(crate) async fn append<A: Aggregate>(
    tx: &impl ConnectionTrait,
    mut folded: Folded<A>,
    envelope: &Envelope<'_>,
    events: &[A::Event],
) -> Result<Folded<A>, StoreError> {
    let mut models = Vec::with_capacity(events.len());
    for event in events {
        let row = row::<A>(&folded, envelope, event)?;
        folded = folded.take(row.clone())?;
        models.push(event::ActiveModel {
            position: NotSet,
            ..row.into()
        });
    }
    if models.is_empty() {
        return Ok(folded);
    }
    let positions = event::Entity::insert_many(models)
        .exec_with_returning_keys(tx)
        .await?;
    let pending = positions.into_iter().map(|position| outbox::ActiveModel {
        position: Set(position),
        stream_kind: Set(A::KIND.to_owned()),
        stream_id: Set(envelope.stream),
        delivered_at: Set(None),
        attempts: Set(0),
        next_try_at: Set(None),
        last_error: Set(None),
    });
    outbox::Entity::insert_many(pending)
        .exec_without_returning(tx)
        .await?;
    Ok(folded)
}

/// The next row of a stream; its position comes from the database.
fn row<A: Aggregate>(
    folded: &Folded<A>,
    envelope: &Envelope<'_>,
    event: &A::Event,
) -> Result<event::Model, StoreError> {
    let version = folded.version + 1;
    let bad =
        |says: String| StoreError::inconsistent("event", format!("{} {version}", envelope.stream), says);
    let payload = serde_json::to_string(event).map_err(|error| bad(error.to_string()))?;
    let event_type = serde_json::from_str::<Typed>(&payload)
        .map_err(|error| bad(error.to_string()))?
        .kind;
    let link = chain::Link {
        prev_hash: &folded.last_hash,
        stream_kind: A::KIND,
        stream_id: envelope.stream,
        version,
        event_type: &event_type,
        text: &payload,
        actor: envelope.actor,
        at: envelope.at,
    };
    let hash = link.hash();
    Ok(event::Model {
        position: 0,
        stream_kind: A::KIND.to_owned(),
        stream_id: envelope.stream,
        version: i64::try_from(version).map_err(|error| bad(error.to_string()))?,
        command_id: envelope.command_id,
        actor: envelope.actor.to_string(),
        at: time::kept(envelope.at),
        prev_hash: folded.last_hash.clone(),
        event_type,
        payload,
        hash,
    })
}

#[derive(serde::Deserialize)]
struct Typed {
    #[serde(rename = "type")]
    kind: String,
}
