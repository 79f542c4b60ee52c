//! Scheduled jobs: one node at a time runs one, and each run is written down.

use crate::{
    Store,
    entity::{job_lease, job_run},
    error::StoreError,
    time,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use yizhi_domain::Moment;

/// One run of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobRun {
    /// Its id.
    pub id: u64,
    /// Which job.
    pub name: String,
    /// When it began.
    pub started_at: Moment,
    /// When it ended; none while it runs, or when the program ended before it.
    pub finished_at: Option<Moment>,
    /// How it ended.
    pub outcome: Option<String>,
}

impl Store {
    /// Takes the lease of a job, or renews one's own. `false` while another holder has it.
    pub async fn take_lease(
        &self,
        name: &str,
        holder: &str,
        now: Moment,
        until: Moment,
    ) -> Result<bool, StoreError> {
        let row = job_lease::Model {
            name: name.to_owned(),
            holder: holder.to_owned(),
            held_until: time::kept(until),
        };
        self.write(move |tx| {
            let row = row.clone();
            Box::pin(async move {
                let free = Condition::any()
                    .add(job_lease::Column::Holder.eq(&row.holder))
                    .add(job_lease::Column::HeldUntil.lte(time::kept(now)));
                let renewed = job_lease::Entity::update_many()
                    .col_expr(job_lease::Column::Holder, Expr::value(row.holder.clone()))
                    .col_expr(job_lease::Column::HeldUntil, Expr::value(row.held_until))
                    .filter(job_lease::Column::Name.eq(&row.name))
                    .filter(free)
                    .exec(tx)
                    .await?;
                if renewed.rows_affected > 0 {
                    return Ok(true);
                }
                let new = job_lease::Entity::insert(job_lease::ActiveModel::from(row))
                    .on_conflict(
                        OnConflict::column(job_lease::Column::Name)
                            .do_nothing()
                            .to_owned(),
                    )
                    .try_insert()
                    .exec_without_returning(tx)
                    .await?;
                Ok(matches!(new, sea_orm::TryInsertResult::Inserted(many) if many > 0))
            })
        })
        .await
    }

    /// Gives the lease back, if one still has it.
    pub async fn release_lease(&self, name: &str, holder: &str) -> Result<(), StoreError> {
        let (name, holder) = (name.to_owned(), holder.to_owned());
        self.write(move |tx| {
            let (name, holder) = (name.clone(), holder.clone());
            Box::pin(async move {
                job_lease::Entity::delete_many()
                    .filter(job_lease::Column::Name.eq(name))
                    .filter(job_lease::Column::Holder.eq(holder))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    /// A run begins. Answers its id.
    pub async fn start_run(&self, name: &str, at: Moment) -> Result<u64, StoreError> {
        let row = job_run::ActiveModel {
            id: NotSet,
            name: Set(name.to_owned()),
            started_at: Set(time::kept(at)),
            finished_at: Set(None),
            outcome: Set(None),
        };
        let id = self
            .write(move |tx| {
                let row = row.clone();
                Box::pin(async move {
                    Ok::<_, StoreError>(job_run::Entity::insert(row).exec(tx).await?.last_insert_id)
                })
            })
            .await?;
        u64::try_from(id).map_err(|error| StoreError::inconsistent("job_run", id, error))
    }

    /// A run ended.
    pub async fn finish_run(&self, id: u64, at: Moment, outcome: &str) -> Result<(), StoreError> {
        let id = i64::try_from(id).map_err(|error| StoreError::inconsistent("job_run", id, error))?;
        let outcome = outcome.to_owned();
        self.write(move |tx| {
            let outcome = outcome.clone();
            Box::pin(async move {
                job_run::Entity::update_many()
                    .col_expr(job_run::Column::FinishedAt, Expr::value(time::kept(at)))
                    .col_expr(job_run::Column::Outcome, Expr::value(outcome))
                    .filter(job_run::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    /// The last runs of a job, or of all jobs, newest first.
    pub async fn runs(&self, name: Option<&str>, limit: u64) -> Result<Vec<JobRun>, StoreError> {
        let mut query = job_run::Entity::find();
        if let Some(name) = name {
            query = query.filter(job_run::Column::Name.eq(name));
        }
        let rows = query
            .order_by_desc(job_run::Column::Id)
            .limit(limit.clamp(1, 1000))
            .all(self.reader())
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| JobRun {
                id: row.id.unsigned_abs(),
                name: row.name,
                started_at: time::shown(row.started_at),
                finished_at: row.finished_at.map(time::shown),
                outcome: row.outcome,
            })
            .collect())
    }
}
