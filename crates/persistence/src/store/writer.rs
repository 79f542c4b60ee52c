//! The one writer of SQLite: many pieces of work, one commit.
//!
//! SQLite takes one writer at a time, and a commit costs a flush to disk. So everything that writes queues
//! here; the task takes what waits, runs each piece in a savepoint, and commits once for all.

use super::{
    sqlite,
    work::{Abort, Work, within},
};
use crate::error::StoreError;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use std::{future::Future, pin::Pin, sync::Arc};
use tokio::{
    sync::{Mutex, Notify, mpsc, oneshot},
    task::JoinHandle,
};

/// How many pieces of work one commit carries at most.
const BATCH: usize = 64;
/// How many pieces may wait before callers do.
const QUEUE: usize = 1024;

/// The way to the writer task.
pub(crate) struct Writer {
    queue: mpsc::Sender<Box<dyn Job>>,
    closing: Arc<Notify>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the task; it owns the connection from now on.
    pub(crate) fn start(url: String, connection: DatabaseConnection) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE);
        let closing = Arc::new(Notify::new());
        let task = tokio::spawn(run(Line { url, connection }, jobs, Arc::clone(&closing)));
        Self {
            queue,
            closing,
            task: Mutex::new(Some(task)),
        }
    }

    /// Queues the work and waits until it is on disk, or undone.
    pub(crate) async fn write<T, E>(&self, work: impl Work<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: Abort,
    {
        let (reply, answer) = oneshot::channel();
        let job = Queued {
            work,
            result: None,
            reply,
        };
        self.queue
            .send(Box::new(job))
            .await
            .map_err(|_gone| StoreError::Closed)?;
        answer.await.map_err(|_gone| StoreError::Closed)?
    }

    /// Takes no more work, finishes what waits, and lets go of the connection.
    pub(crate) async fn close(&self) {
        self.closing.notify_one();
        if let Some(task) = self.task.lock().await.take()
            && let Err(error) = task.await
        {
            tracing::error!(%error, "the writer task did not end well");
        }
    }
}

/// What the task knows of a piece of work, whatever it answers.
trait Job: Send {
    /// Runs it in a transaction or savepoint; `false` when the transaction around it is lost.
    fn run(&mut self, tx: DatabaseTransaction) -> Pin<Box<dyn Future<Output = bool> + Send + '_>>;
    /// Gives it a fault in place of a result.
    fn fail(&mut self, error: StoreError);
    /// Tells the caller.
    fn answer(self: Box<Self>);
}

struct Queued<T, E, W> {
    work: W,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, W> Job for Queued<T, E, W>
where
    T: Send + 'static,
    E: Abort,
    W: Work<T, E>,
{
    fn run(&mut self, tx: DatabaseTransaction) -> Pin<Box<dyn Future<Output = bool> + Send + '_>> {
        Box::pin(async move {
            let result = within(tx, &self.work).await;
            let sound = match &result {
                Err(abort) => !abort.fault().is_some_and(StoreError::breaks_transaction),
                Ok(_) => true,
            };
            self.result = Some(result);
            sound
        })
    }

    fn fail(&mut self, error: StoreError) {
        // A refusal too: it may rest on what a neighbour wrote, and that is gone now.
        self.result = Some(Err(error.into()));
    }

    fn answer(self: Box<Self>) {
        let result = self.result.unwrap_or_else(|| Err(StoreError::Closed.into()));
        // A caller who went away needs no answer; the work is done all the same.
        drop(self.reply.send(result));
    }
}

async fn run(mut line: Line, mut jobs: mpsc::Receiver<Box<dyn Job>>, closing: Arc<Notify>) {
    let mut batch = Vec::with_capacity(BATCH);
    loop {
        let taken = tokio::select! {
            taken = jobs.recv_many(&mut batch, BATCH) => taken,
            () = closing.notified() => {
                jobs.close();
                continue;
            }
        };
        if taken == 0 {
            break;
        }
        line.commit(&mut batch).await;
        for job in batch.drain(..) {
            job.answer();
        }
    }
    line.hang_up().await;
}

/// The connection of the task, and what is needed to make it anew.
struct Line {
    url: String,
    connection: DatabaseConnection,
}

/// The transaction around the jobs was lost; nothing of them was kept.
struct Lost;

impl Line {
    /// Keeps the jobs with one commit; when one of them takes the transaction down, each by itself.
    async fn commit(&mut self, jobs: &mut [Box<dyn Job>]) {
        let together = self.commit_together(jobs).await;
        if together.is_err() && jobs.len() > 1 {
            for job in jobs {
                // What is lost now is the job's own fault, and it knows.
                let _alone = self.commit_together(std::slice::from_mut(job)).await;
            }
        }
    }

    async fn commit_together(&mut self, jobs: &mut [Box<dyn Job>]) -> Result<(), Lost> {
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let outer = match self.connection.begin_with_options(immediate).await {
            Ok(tx) => tx,
            Err(error) => return self.all_failed(jobs, error).await,
        };
        for job in jobs.iter_mut() {
            let sound = match outer.begin().await {
                Ok(savepoint) => job.run(savepoint).await,
                Err(error) => {
                    job.fail(error.into());
                    false
                }
            };
            if !sound {
                if let Err(error) = outer.rollback().await {
                    tracing::warn!(%error, "a lost transaction could not be rolled back");
                    self.renew().await;
                }
                return Err(Lost);
            }
        }
        match outer.commit().await {
            Ok(()) => Ok(()),
            Err(error) => self.all_failed(jobs, error).await,
        }
    }

    /// Every caller hears of the fault; trying each alone would only make all wait longer.
    async fn all_failed(&mut self, jobs: &mut [Box<dyn Job>], error: DbErr) -> Result<(), Lost> {
        for job in jobs {
            job.fail(error.clone().into());
        }
        self.renew().await;
        Ok(())
    }

    /// A connection whose transaction was lost still believes it is in one, and would begin the next as a
    /// savepoint of nothing. When no new one can be had, the next batch finds out and asks again.
    async fn renew(&mut self) {
        match sqlite::writing(&self.url).await {
            Ok(connection) => {
                self.hang_up().await;
                self.connection = connection;
            }
            Err(error) => tracing::error!(%error, "the writer has no connection"),
        }
    }

    async fn hang_up(&self) {
        if let Err(error) = self.connection.close_by_ref().await {
            tracing::error!(%error, "the writer's connection did not close well");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Store, StoreError, entity::setting, store::work::Doing};
    use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};
    use tokio::task::JoinSet;

    /// A piece of work that keeps a setting, and before it may run something that does harm.
    fn work(
        key: String,
        harm: Option<&'static str>,
    ) -> impl for<'a> Fn(&'a DatabaseTransaction) -> Doing<'a, (), StoreError> + Send + Sync + 'static {
        move |tx| {
            let row = setting::ActiveModel::from(setting::Model {
                key: key.clone(),
                value: String::new(),
            });
            Box::pin(async move {
                if let Some(harm) = harm {
                    tx.execute_unprepared(harm).await?;
                }
                setting::Entity::insert(row).exec_without_returning(tx).await?;
                Ok(())
            })
        }
    }

    async fn neighbours_survive(harm: &'static str) {
        let store = Store::open("sqlite::memory:").await.unwrap();
        let mut running = JoinSet::new();
        for n in 0..40 {
            let store = store.clone();
            let harm = (n % 10 == 5).then_some(harm);
            running.spawn(async move { (harm.is_some(), store.write(work(format!("{n:02}"), harm)).await) });
        }
        for (harmful, result) in running.join_all().await {
            assert_eq!(result.is_err(), harmful, "{result:?}");
        }
        let kept: Vec<String> = store.settings().await.unwrap().into_keys().collect();
        let wanted: Vec<String> = (0..40)
            .filter(|n| n % 10 != 5)
            .map(|n| format!("{n:02}"))
            .collect();
        assert_eq!(kept, wanted);
        store.write(work("after".to_owned(), None)).await.unwrap();
        store.close().await.unwrap();
    }

    #[tokio::test]
    async fn a_statement_that_fails_harms_no_neighbour() {
        neighbours_survive("INSERT INTO nowhere VALUES (1)").await;
    }

    /// What SQLite does by itself when the disk is full.
    #[tokio::test]
    async fn a_lost_transaction_harms_no_neighbour() {
        neighbours_survive("ROLLBACK; INSERT INTO nowhere VALUES (1)").await;
    }
}
