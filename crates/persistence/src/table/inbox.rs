//! What a person is told: a limit that comes near, a referral that came in.

use super::person;
use crate::{Store, entity::inbox, error::StoreError, time};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use serde_json::Value;
use uuid::Uuid;
use yizhi_domain::{Day, Moment, id::PersonId};

/// A message to one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Id.
    pub id: Uuid,
    /// To whom.
    pub person: PersonId,
    /// What kind, such as `deadline`.
    pub kind: String,
    /// What it is about: `case`, `lead`, `link`.
    pub subject_kind: String,
    /// Which one.
    pub subject_id: Uuid,
    /// Code of the sentence.
    pub text_code: String,
    /// Values for the sentence.
    pub params: Value,
    /// The day it is about.
    pub due_on: Option<Day>,
    /// When it was made.
    pub created_at: Moment,
    /// When it was read.
    pub read_at: Option<Moment>,
    /// What makes it the same message when it is made again; a person gets it once.
    pub once_key: String,
}

impl Store {
    /// Puts a message into the person's inbox, unless it was put there before. Answers whether it is new.
    pub async fn tell(&self, notice: &Notice) -> Result<bool, StoreError> {
        let row = inbox::Model {
            id: notice.id,
            person_id: notice.person.to_string(),
            kind: notice.kind.clone(),
            subject_kind: notice.subject_kind.clone(),
            subject_id: notice.subject_id,
            text_code: notice.text_code.clone(),
            params: notice.params.to_string(),
            due_on: notice.due_on,
            created_at: time::kept(notice.created_at),
            read_at: notice.read_at.map(time::kept),
            once_key: notice.once_key.clone(),
        };
        self.write(move |tx| {
            let row = inbox::ActiveModel::from(row.clone());
            Box::pin(async move {
                let new = inbox::Entity::insert(row)
                    .on_conflict(
                        OnConflict::columns([inbox::Column::PersonId, inbox::Column::OnceKey])
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

    /// Messages of a person, newest first, before the given one; all, or only unread ones.
    pub async fn inbox(
        &self,
        person: &PersonId,
        unread_only: bool,
        before: Option<(Moment, Uuid)>,
        limit: u64,
    ) -> Result<Vec<Notice>, StoreError> {
        let mut query = inbox::Entity::find().filter(inbox::Column::PersonId.eq(person.as_str()));
        if unread_only {
            query = query.filter(inbox::Column::ReadAt.is_null());
        }
        if let Some((at, id)) = before {
            let here = Expr::tuple([
                Expr::col((inbox::Entity, inbox::Column::CreatedAt)),
                Expr::col((inbox::Entity, inbox::Column::Id)),
            ]);
            query = query.filter(here.lt(Expr::tuple([Expr::value(time::kept(at)), Expr::value(id)])));
        }
        let rows = query
            .order_by_desc(inbox::Column::CreatedAt)
            .order_by_desc(inbox::Column::Id)
            .limit(limit.clamp(1, 100))
            .all(self.reader())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// How many messages a person has not read.
    pub async fn unread(&self, person: &PersonId) -> Result<u64, StoreError> {
        Ok(inbox::Entity::find()
            .filter(inbox::Column::PersonId.eq(person.as_str()))
            .filter(inbox::Column::ReadAt.is_null())
            .count(self.reader())
            .await?)
    }

    /// The person has read these messages, or with none named, all. Answers how many were unread.
    pub async fn mark_read(
        &self,
        person: &PersonId,
        ids: Option<&[Uuid]>,
        at: Moment,
    ) -> Result<u64, StoreError> {
        let (person, ids) = (person.to_string(), ids.map(<[Uuid]>::to_vec));
        self.write(move |tx| {
            let (person, ids) = (person.clone(), ids.clone());
            Box::pin(async move {
                let mut update = inbox::Entity::update_many()
                    .col_expr(inbox::Column::ReadAt, Expr::value(time::kept(at)))
                    .filter(inbox::Column::PersonId.eq(person))
                    .filter(inbox::Column::ReadAt.is_null());
                if let Some(ids) = ids {
                    update = update.filter(inbox::Column::Id.is_in(ids));
                }
                Ok(update.exec(tx).await?.rows_affected)
            })
        })
        .await
    }
}

fn read(row: inbox::Model) -> Result<Notice, StoreError> {
    Ok(Notice {
        person: person("inbox", &row.person_id)?,
        params: serde_json::from_str(&row.params)
            .map_err(|error| StoreError::inconsistent("inbox", row.id, error))?,
        created_at: time::shown(row.created_at),
        read_at: row.read_at.map(time::shown),
        id: row.id,
        kind: row.kind,
        subject_kind: row.subject_kind,
        subject_id: row.subject_id,
        text_code: row.text_code,
        due_on: row.due_on,
        once_key: row.once_key,
    })
}
