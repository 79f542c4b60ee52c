//! Figures for boards and lists of people.

use crate::{
    Store,
    entity::{case_hand, case_list, deadline},
    error::StoreError,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, sea_query::Query};
use std::collections::BTreeMap;
use yizhi_domain::{Day, id::PersonId, permit::Reach};

/// Time that belongs to the party; when it ends, nobody is late.
const PARTY_TIME: [&str; 2] = ["statement", "hearing_request"];

impl Store {
    /// How many cases that wait for somebody each person has in hand.
    pub async fn open_cases_by_person(&self) -> Result<BTreeMap<PersonId, u64>, StoreError> {
        let open = Query::select()
            .column(case_list::Column::CaseId)
            .from(case_list::Entity)
            .and_where(case_list::Column::WaitingFor.ne("none"))
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
            PersonId::try_new(&text)
                .map_err(|error| StoreError::inconsistent("case_hand", &text, error.to_string()))
        };
        counts
            .into_iter()
            .map(|(person, many)| Ok((known(person)?, many.unsigned_abs())))
            .collect()
    }

    /// How many cases within reach have a limit of the bureau or a payment that is over.
    pub async fn overdue_cases(&self, reaches: &[Reach], today: Day) -> Result<u64, StoreError> {
        let Some(reach) = super::case_list::reach(reaches) else {
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
}
