//! Who looked at personal data, and who tried what was not permitted.

use super::person;
use crate::{Store, entity::access_log, error::StoreError, time};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use yizhi_domain::{Moment, id::PersonId};

/// One look or attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// When.
    pub at: Moment,
    /// Who.
    pub actor: PersonId,
    /// What, such as `read_reporter`.
    pub act: String,
    /// Of what, such as `lead 0198…`.
    pub subject: String,
    /// How it ended, such as `granted` or the code of a refusal.
    pub outcome: String,
}

/// An access with its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedAccess {
    /// Its place.
    pub id: u64,
    /// What it was.
    pub access: Access,
}

impl Store {
    /// Writes an access down.
    pub async fn log_access(&self, access: &Access) -> Result<(), StoreError> {
        let row = access_log::ActiveModel {
            id: NotSet,
            at: Set(time::kept(access.at)),
            actor: Set(access.actor.to_string()),
            act: Set(access.act.clone()),
            subject: Set(access.subject.clone()),
            outcome: Set(access.outcome.clone()),
        };
        self.write(move |tx| {
            let row = row.clone();
            Box::pin(async move {
                access_log::Entity::insert(row).exec_without_returning(tx).await?;
                Ok(())
            })
        })
        .await
    }

    /// Accesses before a place in the log, newest first; of one subject, or of all.
    pub async fn accesses(
        &self,
        subject: Option<&str>,
        before: Option<u64>,
        limit: u64,
    ) -> Result<Vec<LoggedAccess>, StoreError> {
        let mut query = access_log::Entity::find();
        if let Some(subject) = subject {
            query = query.filter(access_log::Column::Subject.eq(subject));
        }
        if let Some(before) = before.and_then(|id| i64::try_from(id).ok()) {
            query = query.filter(access_log::Column::Id.lt(before));
        }
        let rows = query
            .order_by_desc(access_log::Column::Id)
            .limit(limit.clamp(1, 1000))
            .all(self.reader())
            .await?;
        rows.into_iter()
            .map(|row| {
                Ok(LoggedAccess {
                    id: row.id.unsigned_abs(),
                    access: Access {
                        at: time::shown(row.at),
                        actor: person("access_log", &row.actor)?,
                        act: row.act,
                        subject: row.subject,
                        outcome: row.outcome,
                    },
                })
            })
            .collect()
    }
}
