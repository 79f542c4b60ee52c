//! Sessions. Only the hash of a token is kept, so a copy of the database opens no door.

use super::person;
use crate::{Store, entity::session, error::StoreError, time};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use yizhi_domain::{Moment, id::PersonId};

/// A signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Hash of its token.
    pub token_hash: String,
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub created_at: Moment,
    /// When it was last used, as far as it was noted.
    pub last_seen_at: Moment,
    /// When it ends.
    pub expires_at: Moment,
}

impl Store {
    /// Keeps a new session.
    pub async fn open_session(&self, session: &Session) -> Result<(), StoreError> {
        let row = session::Model {
            token_hash: session.token_hash.clone(),
            person_id: session.person.to_string(),
            created_at: time::kept(session.created_at),
            last_seen_at: time::kept(session.last_seen_at),
            expires_at: time::kept(session.expires_at),
        };
        self.write(move |tx| {
            let row = session::ActiveModel::from(row.clone());
            Box::pin(async move {
                session::Entity::insert(row).exec_without_returning(tx).await?;
                Ok(())
            })
        })
        .await
    }

    /// The session of a token. The caller looks whether it has ended.
    pub async fn session(&self, token_hash: &str) -> Result<Option<Session>, StoreError> {
        let row = session::Entity::find_by_id(token_hash).one(self.reader()).await?;
        row.map(|row| {
            Ok(Session {
                person: person("session", &row.person_id)?,
                created_at: time::shown(row.created_at),
                last_seen_at: time::shown(row.last_seen_at),
                expires_at: time::shown(row.expires_at),
                token_hash: row.token_hash,
            })
        })
        .transpose()
    }

    /// Notes that the session was used, and until when it lasts now. One write a request is too much: the
    /// caller notes it every few minutes.
    pub async fn touch_session(
        &self,
        token_hash: &str,
        seen_at: Moment,
        expires_at: Moment,
    ) -> Result<(), StoreError> {
        let token_hash = token_hash.to_owned();
        self.write(move |tx| {
            let token_hash = token_hash.clone();
            Box::pin(async move {
                session::Entity::update_many()
                    .col_expr(session::Column::LastSeenAt, Expr::value(time::kept(seen_at)))
                    .col_expr(session::Column::ExpiresAt, Expr::value(time::kept(expires_at)))
                    .filter(session::Column::TokenHash.eq(token_hash))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    /// Ends a session.
    pub async fn close_session(&self, token_hash: &str) -> Result<(), StoreError> {
        let token_hash = token_hash.to_owned();
        self.write(move |tx| {
            let token_hash = token_hash.clone();
            Box::pin(async move {
                session::Entity::delete_by_id(token_hash).exec(tx).await?;
                Ok(())
            })
        })
        .await
    }

    /// Ends all sessions of a person: the password changed, the account was closed.
    pub async fn close_sessions_of(&self, person: &PersonId) -> Result<(), StoreError> {
        let person = person.to_string();
        self.write(move |tx| {
            let person = person.clone();
            Box::pin(async move {
                session::Entity::delete_many()
                    .filter(session::Column::PersonId.eq(person))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    /// Forgets sessions that ended. Answers how many.
    pub async fn forget_ended_sessions(&self, now: Moment) -> Result<u64, StoreError> {
        self.write(move |tx| {
            Box::pin(async move {
                let gone = session::Entity::delete_many()
                    .filter(session::Column::ExpiresAt.lte(time::kept(now)))
                    .exec(tx)
                    .await?;
                Ok(gone.rows_affected)
            })
        })
        .await
    }
}
