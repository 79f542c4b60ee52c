//! What officers chose after looking for an item: a weight that everybody can see and a supervisor can reset.

use crate::{Store, entity::search_choice, error::StoreError, time};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use yizhi_domain::{Moment, id::ItemCode};

/// How often an item was chosen after a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchChoice {
    /// The concept of the lexicon that the text had fired.
    pub word: String,
    /// The item.
    pub code: ItemCode,
    /// How often.
    pub times: u64,
    /// When last.
    pub last_at: Moment,
}

impl Store {
    /// Counts a choice for each word.
    pub async fn add_choice(&self, words: Vec<String>, code: ItemCode, at: Moment) -> Result<(), StoreError> {
        self.write(move |tx| {
            let rows: Vec<search_choice::ActiveModel> = words
                .iter()
                .map(|word| {
                    let row = search_choice::Model {
                        word: word.clone(),
                        code: code.to_string(),
                        times: 1,
                        last_at: time::kept(at),
                    };
                    row.into()
                })
                .collect();
            Box::pin(async move {
                if rows.is_empty() {
                    return Ok(());
                }
                let more = Expr::col((search_choice::Entity, search_choice::Column::Times)).add(1);
                search_choice::Entity::insert_many(rows)
                    .on_conflict(
                        OnConflict::columns([search_choice::Column::Word, search_choice::Column::Code])
                            .value(search_choice::Column::Times, more)
                            .update_column(search_choice::Column::LastAt)
                            .to_owned(),
                    )
                    .exec_without_returning(tx)
                    .await?;
                Ok::<(), StoreError>(())
            })
        })
        .await
    }

    /// Every choice, the most frequent first.
    pub async fn choices(&self) -> Result<Vec<SearchChoice>, StoreError> {
        let rows = search_choice::Entity::find()
            .order_by_desc(search_choice::Column::Times)
            .order_by_asc(search_choice::Column::Word)
            .order_by_asc(search_choice::Column::Code)
            .all(self.reader())
            .await?;
        rows.into_iter()
            .map(|row| {
                let bad = |says: String| StoreError::inconsistent("search_choice", &row.word, says);
                Ok(SearchChoice {
                    code: ItemCode::try_new(&row.code).map_err(|error| bad(error.to_string()))?,
                    times: u64::try_from(row.times).map_err(|error| bad(error.to_string()))?,
                    last_at: time::shown(row.last_at),
                    word: row.word,
                })
            })
            .collect()
    }

    /// Forgets the choices of a word, or all. Answers how many rows went.
    pub async fn reset_choices(&self, word: Option<String>) -> Result<u64, StoreError> {
        self.write(move |tx| {
            let word = word.clone();
            Box::pin(async move {
                let mut all = search_choice::Entity::delete_many();
                if let Some(word) = word {
                    all = all.filter(search_choice::Column::Word.eq(word));
                }
                Ok::<u64, StoreError>(all.exec(tx).await?.rows_affected)
            })
        })
        .await
    }
}
