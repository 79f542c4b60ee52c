//! A piece of work that runs inside a transaction, and what becomes of it.

use crate::error::StoreError;
use sea_orm::{DatabaseConnection, DatabaseTransaction, TransactionTrait};
use std::{
    any::Any,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::Poll,
};

/// Work under way.
pub(crate) type Doing<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;

/// Work that can be done again: a lost race or a broken neighbour starts it anew.
pub(crate) trait Work<T, E>: Send + Sync + 'static {
    fn start<'a>(&self, tx: &'a DatabaseTransaction) -> Doing<'a, T, E>;
}

impl<T, E, F> Work<T, E> for F
where
    F: for<'a> Fn(&'a DatabaseTransaction) -> Doing<'a, T, E> + Send + Sync + 'static,
{
    fn start<'a>(&self, tx: &'a DatabaseTransaction) -> Doing<'a, T, E> {
        self(tx)
    }
}

/// Why work was undone; it may be a refusal, so only some of it is a fault.
pub(crate) trait Abort: From<StoreError> + Send + 'static {
    fn fault(&self) -> Option<&StoreError>;
}

impl Abort for StoreError {
    fn fault(&self) -> Option<&StoreError> {
        Some(self)
    }
}

/// Runs work in a transaction or savepoint of its own: kept when it is well, undone when it is not.
pub(crate) async fn within<T: 'static, E: Abort>(
    tx: DatabaseTransaction,
    work: &dyn Work<T, E>,
) -> Result<T, E> {
    match unwinding(work.start(&tx)).await {
        Ok(value) => {
            tx.commit().await.map_err(StoreError::from)?;
            Ok(value)
        }
        Err(abort) => {
            // When undoing fails too, the first fault is the one worth telling, unless it was none.
            match tx.rollback().await {
                Err(error) if abort.fault().is_none() => Err(StoreError::from(error).into()),
                _ => Err(abort),
            }
        }
    }
}

/// Opens a transaction on the connection and runs the work in it.
pub(crate) async fn alone<T: 'static, E: Abort>(
    connection: &DatabaseConnection,
    work: &dyn Work<T, E>,
) -> Result<T, E> {
    let tx = connection.begin().await.map_err(StoreError::from)?;
    within(tx, work).await
}

/// A panic in a decision must not take the one writer with it.
async fn unwinding<T, E: Abort>(mut doing: Doing<'_, T, E>) -> Result<T, E> {
    std::future::poll_fn(move |context| {
        match catch_unwind(AssertUnwindSafe(|| doing.as_mut().poll(context))) {
            Ok(poll) => poll,
            Err(payload) => Poll::Ready(Err(StoreError::Panicked(message(payload.as_ref())).into())),
        }
    })
    .await
}

fn message(payload: &(dyn Any + Send)) -> String {
    payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "no message".to_owned())
}
