//! What reactions have still to see. An event enters in the transaction that writes it.

use super::StoredEvent;
use crate::{
    Store,
    entity::{event, outbox},
    error::StoreError,
    time,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Alias, Expr, Query},
};
use yizhi_domain::Moment;

/// Most events of one look.
const MOST: u64 = 1000;

/// An event on its way to the reactions.
#[derive(Debug, Clone, PartialEq)]
pub struct Undelivered {
    /// The event.
    pub event: StoredEvent,
    /// How often it was tried before.
    pub attempts: u32,
}

impl Store {
    /// Events to be passed on now, in order of position, at most one of each stream: the next of a stream
    /// shows up when the one before it is delivered. So a failure holds up its own stream and no other.
    pub async fn undelivered(&self, now: Moment, limit: u64) -> Result<Vec<Undelivered>, StoreError> {
        let earlier = Alias::new("earlier");
        let of = |column: outbox::Column| Expr::col((earlier.clone(), column));
        let here = |column: outbox::Column| Expr::col((outbox::Entity, column));
        let earlier_in_stream = Query::select()
            .expr(Expr::value(1))
            .from_as(outbox::Entity, earlier.clone())
            .and_where(of(outbox::Column::StreamKind).eq(here(outbox::Column::StreamKind)))
            .and_where(of(outbox::Column::StreamId).eq(here(outbox::Column::StreamId)))
            .and_where(of(outbox::Column::DeliveredAt).is_null())
            .and_where(of(outbox::Column::Position).lt(here(outbox::Column::Position)))
            .to_owned();
        let ripe = Condition::any()
            .add(outbox::Column::NextTryAt.is_null())
            .add(outbox::Column::NextTryAt.lte(time::kept(now)));
        let pending = outbox::Entity::find()
            .filter(outbox::Column::DeliveredAt.is_null())
            .filter(ripe)
            .filter(Expr::exists(earlier_in_stream).not())
            .order_by_asc(outbox::Column::Position)
            .limit(limit.clamp(1, MOST))
            .all(self.reader())
            .await?;
        let positions = pending.iter().map(|row| row.position);
        let events = event::Entity::find()
            .filter(event::Column::Position.is_in(positions))
            .order_by_asc(event::Column::Position)
            .all(self.reader())
            .await?;
        if events.len() != pending.len() {
            return Err(StoreError::inconsistent(
                "outbox",
                "",
                "an event of the outbox is not in the journal",
            ));
        }
        pending
            .into_iter()
            .zip(events)
            .map(|(row, event)| {
                let attempts = u32::try_from(row.attempts)
                    .map_err(|error| StoreError::inconsistent("outbox", row.position, error))?;
                Ok(Undelivered {
                    event: event.try_into()?,
                    attempts,
                })
            })
            .collect()
    }

    /// How many events wait, delivered or failed before; for the operator's page.
    pub async fn outbox_depth(&self) -> Result<u64, StoreError> {
        use sea_orm::PaginatorTrait;
        Ok(outbox::Entity::find()
            .filter(outbox::Column::DeliveredAt.is_null())
            .count(self.reader())
            .await?)
    }

    /// Every reaction has seen the event.
    pub async fn delivered(&self, position: u64, now: Moment) -> Result<(), StoreError> {
        let position = key(position)?;
        self.write(move |tx| {
            Box::pin(async move {
                outbox::Entity::update_many()
                    .col_expr(outbox::Column::DeliveredAt, Expr::value(time::kept(now)))
                    .col_expr(outbox::Column::LastError, Expr::value(None::<String>))
                    .filter(outbox::Column::Position.eq(position))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    /// A reaction failed; the event is tried again from the given moment on.
    pub async fn failed(&self, position: u64, error: &str, next_try_at: Moment) -> Result<(), StoreError> {
        let position = key(position)?;
        let error = error.to_owned();
        self.write(move |tx| {
            let error = error.clone();
            Box::pin(async move {
                outbox::Entity::update_many()
                    .col_expr(
                        outbox::Column::Attempts,
                        Expr::col(outbox::Column::Attempts).add(1),
                    )
                    .col_expr(outbox::Column::NextTryAt, Expr::value(time::kept(next_try_at)))
                    .col_expr(outbox::Column::LastError, Expr::value(error))
                    .filter(outbox::Column::Position.eq(position))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
    }
}

fn key(position: u64) -> Result<i64, StoreError> {
    i64::try_from(position).map_err(|error| StoreError::inconsistent("outbox", position, error))
}
