//! The rows of a case.

use super::{Head, Projected, Rows, case_list::CaseListRow};
use crate::journal::side_row::word;
use yizhi_casework::case::{Case, DeadlineState, Origin};
use yizhi_domain::id::CaseId;

impl Projected for Case {
    fn rows(&self, head: &Head) -> Rows {
        let Some(opening) = &self.opening else {
            return Rows::None;
        };
        let (origin_lead, origin_link) = match &opening.origin {
            Origin::Lead { lead, link } => (Some(*lead), *link),
            Origin::Officer => (None, None),
        };
        let row = CaseListRow {
            case_id: CaseId(head.id),
            number: self.filing.as_ref().map(|filing| filing.number.clone()),
            stage: self.stage.key().to_owned(),
            title: self.title(),
            party_id: self.proposal.as_ref().map(|proposal| proposal.party.id),
            party_name: None,
            brigade: opening.brigade.clone(),
            station: opening.station.clone(),
            item: self.proposal.as_ref().map(|proposal| proposal.item.code.clone()),
            hands: self.subject().hands,
            opened_on: opening.opened_on,
            filed_on: self.filing.as_ref().map(|filing| filing.filed_on),
            next_due: self.next_due(),
            waiting_for: word(&self.waiting_for()).unwrap_or_default(),
            version: head.version,
            updated_at: head.at,
            origin_lead,
            origin_link,
        };
        let running = self
            .deadlines()
            .into_iter()
            .filter(|tracked| tracked.state == DeadlineState::Running)
            .map(|tracked| tracked.deadline)
            .collect();
        Rows::Case(Box::new(row), running)
    }
}
