//! Document numbers (文号): the next of a series, taken inside the transaction that uses it.

use crate::{entity::number_series, error::StoreError};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{Expr, OnConflict, Query},
};
use yizhi_domain::number::NumberWord;

/// One series: a word and a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    /// The word.
    pub word: NumberWord,
    /// The year.
    pub year: i32,
}

/// Takes the next number. The row stays locked until the transaction ends, and goes back with it, so a
/// series has no gaps (D-03).
pub(crate) async fn take(tx: &impl ConnectionTrait, series: Series) -> Result<u32, StoreError> {
    let bad = |says: String| StoreError::inconsistent("number_series", key(series), says);
    let upsert = Query::insert()
        .into_table(number_series::Entity)
        .columns([
            number_series::Column::Word,
            number_series::Column::Year,
            number_series::Column::Last,
        ])
        .values([series.word.key().into(), series.year.into(), 1_i64.into()])
        .map_err(|error| bad(error.to_string()))?
        .on_conflict(
            OnConflict::columns([number_series::Column::Word, number_series::Column::Year])
                .value(
                    number_series::Column::Last,
                    Expr::col((number_series::Entity, number_series::Column::Last)).add(1_i64),
                )
                .to_owned(),
        )
        .returning_col(number_series::Column::Last)
        .to_owned();
    let row = tx
        .query_one(&upsert)
        .await?
        .ok_or_else(|| bad("no number came back".to_owned()))?;
    let last: i64 = row.try_get_by_index(0)?;
    u32::try_from(last).map_err(|error| bad(error.to_string()))
}

/// Gives the number just taken back, when it turned out that nothing happens.
pub(crate) async fn give_back(tx: &impl ConnectionTrait, series: Series) -> Result<(), StoreError> {
    number_series::Entity::update_many()
        .col_expr(
            number_series::Column::Last,
            Expr::col(number_series::Column::Last).sub(1_i64),
        )
        .filter(number_series::Column::Word.eq(series.word.key()))
        .filter(number_series::Column::Year.eq(series.year))
        .exec(tx)
        .await?;
    Ok(())
}

fn key(series: Series) -> String {
    format!("{} {}", series.word.key(), series.year)
}
