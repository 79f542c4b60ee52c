//! Jobs, in one table; each is idempotent, leased, recorded, and safe to miss.

pub mod deadline_watch;
pub mod outbox_relay;

use crate::{clock::machine_now, error::Answer, parts::Parts};
use rocket::{
    Orbit, Rocket,
    fairing::{Fairing, Info, Kind},
    tokio::sync::Mutex,
};
use tokio_cron_scheduler::{Job, JobScheduler, JobSchedulerError};
use yizhi_domain::{Moment, clock::bureau_offset};
use yizhi_persistence::StoreError;

/// Name and schedule (second, minute, hour, day, month, weekday; +08:00) of every job.
pub const TABLE: [(&str, &str); 2] = [("outbox_relay", "* * * * * *"), ("deadline_watch", "0 0 7 * * *")];

/// How often each node looks whether another one published a list.
const REFRESH: &str = "*/5 * * * * *";

/// Runs one job by name; answers how many things it did, or `None` for an unknown name.
pub async fn run(parts: &Parts, name: &str) -> Answer<Option<u64>> {
    match name {
        "outbox_relay" => outbox_relay::run(parts).await.map(Some),
        "deadline_watch" => deadline_watch::run(parts).await.map(Some),
        _ => Ok(None),
    }
}

/// Starts the scheduler when the server is up, and stops it with the server.
#[derive(Default)]
pub struct Schedule {
    running: Mutex<Option<JobScheduler>>,
}

#[rocket::async_trait]
impl Fairing for Schedule {
    fn info(&self) -> Info {
        Info {
            name: "schedule",
            kind: Kind::Liftoff | Kind::Shutdown,
        }
    }

    async fn on_liftoff(&self, rocket: &Rocket<Orbit>) {
        let Some(parts) = rocket.state::<Parts>().filter(|parts| parts.scheduler) else {
            return;
        };
        match start(parts).await {
            Ok(scheduler) => *self.running.lock().await = Some(scheduler),
            Err(error) => tracing::error!(%error, "the scheduler did not start"),
        }
    }

    async fn on_shutdown(&self, _rocket: &Rocket<Orbit>) {
        if let Some(mut scheduler) = self.running.lock().await.take()
            && let Err(error) = scheduler.shutdown().await
        {
            tracing::error!(%error, "the scheduler did not stop");
        }
    }
}

async fn start(parts: &Parts) -> Result<JobScheduler, JobSchedulerError> {
    let scheduler = JobScheduler::new().await?;
    for (name, schedule) in TABLE {
        let parts = parts.clone();
        let job = Job::new_async_tz(schedule, bureau_offset(), move |_id, _scheduler| {
            let parts = parts.clone();
            Box::pin(async move { run_leased(&parts, name).await })
        })?;
        scheduler.add(job).await?;
    }
    // Not leased: each node keeps its own copy of the catalogue in step.
    let own = parts.clone();
    let refresh = Job::new_async_tz(REFRESH, bureau_offset(), move |_id, _scheduler| {
        let parts = own.clone();
        Box::pin(async move {
            if let Err(error) = parts.shelf.refresh(&parts.store, parts.today()).await {
                tracing::error!(?error, "the catalogue was not refreshed");
            }
        })
    })?;
    scheduler.add(refresh).await?;
    scheduler.start().await?;
    Ok(scheduler)
}

/// How long a lease lasts when its holder dies; a holder that lives gives it back at once.
const LEASE_SECONDS: i64 = 30;

/// Runs a job on the node that gets the lease, and records what it did.
async fn run_leased(parts: &Parts, name: &'static str) {
    let now = machine_now();
    match parts
        .store
        .take_lease(
            name,
            &parts.node,
            now,
            now + chrono::Duration::seconds(LEASE_SECONDS),
        )
        .await
    {
        Ok(true) => {}
        Ok(false) => return,
        Err(error) => {
            tracing::error!(%error, job = name, "no lease");
            return;
        }
    }
    run_recorded(parts, name).await;
    if let Err(error) = parts.store.release_lease(name, &parts.node).await {
        tracing::error!(%error, job = name, "a lease was not given back");
    }
}

async fn run_recorded(parts: &Parts, name: &'static str) {
    let started_at = parts.now();
    let outcome = run(parts, name).await;
    let (did, says) = match &outcome {
        Ok(did) => (did.unwrap_or(0), format!("done: {}", did.unwrap_or(0))),
        Err(error) => (0, format!("{error:?}")),
    };
    if outcome.is_err() {
        tracing::error!(job = name, says, "a job failed");
    }
    // A run that found nothing to do, once a second, is not worth a row.
    let kept = if did > 0 || outcome.is_err() {
        keep(parts, name, started_at, &says).await
    } else {
        Ok(())
    };
    if let Err(error) = kept {
        tracing::error!(%error, job = name, "a job's run was not recorded");
    }
}

async fn keep(parts: &Parts, name: &str, started_at: Moment, outcome: &str) -> Result<(), StoreError> {
    let run = parts.store.start_run(name, started_at).await?;
    parts.store.finish_run(run, parts.now(), outcome).await
}
