//! Figures for boards and lists of people. What is counted is cut by reach, like a list.

use super::{
    case_list::Cases,
    lead_list::Leads,
    link_list::Links,
    scope::{self, Scoped},
};
use crate::{
    Store,
    entity::{case_hand, case_list, deadline, lead_list, link_list},
    error::StoreError,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Asterisk, Expr, Func, Query},
};
use std::collections::BTreeMap;
use yizhi_dispatch::lead::LeadState;
use yizhi_domain::{
    Day,
    id::{PersonId, StationCode},
    permit::Reach,
};

/// Time that belongs to the party; when it ends, nobody is late.
const PARTY_TIME: [&str; 2] = ["statement", "hearing_request"];
/// How a case that waits for nobody is spelled.
const NOBODY: &str = "none";

impl Store {
    /// How many cases within reach stand in each stage.
    pub async fn case_stages(&self, reaches: &[Reach]) -> Result<Vec<(String, u64)>, StoreError> {
        let (stage, all) = (case_list::Column::Stage, Condition::all());
        let counts = self
            .count::<case_list::Entity, Cases>(reaches, all, stage)
            .await?;
        Ok(named(counts))
    }

    /// How many leads within reach stand in each state.
    pub async fn lead_states(&self, reaches: &[Reach]) -> Result<Vec<(String, u64)>, StoreError> {
        let (state, all) = (lead_list::Column::State, Condition::all());
        let counts = self
            .count::<lead_list::Entity, Leads>(reaches, all, state)
            .await?;
        Ok(named(counts))
    }

    /// How many links within reach stand in each state.
    pub async fn link_states(&self, reaches: &[Reach]) -> Result<Vec<(String, u64)>, StoreError> {
        let (state, all) = (link_list::Column::State, Condition::all());
        let counts = self
            .count::<link_list::Entity, Links>(reaches, all, state)
            .await?;
        Ok(named(counts))
    }

    /// How many cases within reach wait for somebody, by station; `None` stands for no station.
    pub async fn open_cases_by_station(
        &self,
        reaches: &[Reach],
    ) -> Result<Vec<(Option<StationCode>, u64)>, StoreError> {
        let open = Condition::all().add(case_list::Column::WaitingFor.ne(NOBODY));
        let station = case_list::Column::Station;
        stations(
            self.count::<case_list::Entity, Cases>(reaches, open, station)
                .await?,
        )
    }

    /// How many leads within reach wait to be dispatched, by station; `None` stands for no station.
    pub async fn open_leads_by_station(
        &self,
        reaches: &[Reach],
    ) -> Result<Vec<(Option<StationCode>, u64)>, StoreError> {
        let open = Condition::all().add(lead_list::Column::State.eq(LeadState::Received.key()));
        let station = lead_list::Column::Station;
        stations(
            self.count::<lead_list::Entity, Leads>(reaches, open, station)
                .await?,
        )
    }

    /// How many cases that wait for somebody each person has in hand.
    pub async fn open_cases_by_person(&self) -> Result<BTreeMap<PersonId, u64>, StoreError> {
        let open = Query::select()
            .column(case_list::Column::CaseId)
            .from(case_list::Entity)
            .and_where(case_list::Column::WaitingFor.ne(NOBODY))
            .to_owned();
        let counts: Vec<(String, i64)> = case_hand::Entity::find()
            .select_only()
            .column(case_hand::Column::PersonId)
            .column_as(case_hand::Column::CaseId.count(), "many")
            .filter(case_hand::Column::CaseId.in_subquery(open))
            .group_by(case_hand::Column::PersonId)
            .into_tuple()
            .all(self.reader())
            .await?;
        let known = |text: String| {
            PersonId::try_new(&text).map_err(|error| StoreError::inconsistent("case_hand", &text, error))
        };
        counts
            .into_iter()
            .map(|(person, many)| Ok((known(person)?, many.unsigned_abs())))
            .collect()
    }

    /// How many cases within reach have a limit of the bureau or a payment that is over.
    pub async fn overdue_cases(&self, reaches: &[Reach], today: Day) -> Result<u64, StoreError> {
        let Some(reach) = scope::within::<Cases>(reaches) else {
            return Ok(0);
        };
        let over = Query::select()
            .column(deadline::Column::CaseId)
            .from(deadline::Entity)
            .and_where(deadline::Column::DueOn.lt(today))
            .and_where(deadline::Column::Rule.is_not_in(PARTY_TIME))
            .to_owned();
        let cases = case_list::Entity::find()
            .filter(reach)
            .filter(case_list::Column::CaseId.in_subquery(over));
        Ok(cases.count(self.reader()).await?)
    }

    /// Rows of a list counted by a word of theirs, in order of the word.
    async fn count<E: EntityTrait, S: Scoped>(
        &self,
        reaches: &[Reach],
        only: Condition,
        word: E::Column,
    ) -> Result<BTreeMap<Option<String>, u64>, StoreError> {
        let Some(reach) = scope::within::<S>(reaches) else {
            return Ok(BTreeMap::new());
        };
        let counts: Vec<(Option<String>, i64)> = E::find()
            .select_only()
            .column(word)
            .column_as(rows_counted(), "many")
            .filter(reach)
            .filter(only)
            .group_by(word)
            .into_tuple()
            .all(self.reader())
            .await?;
        Ok(counts
            .into_iter()
            .map(|(word, many)| (word, many.unsigned_abs()))
            .collect())
    }
}

/// Rows, whatever stands in them.
fn rows_counted() -> Expr {
    Func::count(Expr::col(Asterisk)).into()
}

fn named(counts: BTreeMap<Option<String>, u64>) -> Vec<(String, u64)> {
    counts
        .into_iter()
        .filter_map(|(word, many)| Some((word?, many)))
        .collect()
}

fn stations(counts: BTreeMap<Option<String>, u64>) -> Result<Vec<(Option<StationCode>, u64)>, StoreError> {
    counts
        .into_iter()
        .map(|(code, many)| {
            let station = code.as_deref().map(StationCode::try_new).transpose();
            let station = station
                .map_err(|error| StoreError::inconsistent("station", code.unwrap_or_default(), error))?;
            Ok((station, many))
        })
        .collect()
}
