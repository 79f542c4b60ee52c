//! The rows of a lead.

use super::{Head, Projected, Rows, lead_list::LeadListRow};
use yizhi_dispatch::lead::{Lead, LeadState};
use yizhi_domain::id::LeadId;

impl Projected for Lead {
    fn rows(&self, head: &Head) -> Rows {
        let Some(intake) = &self.intake else {
            return Rows::None;
        };
        Rows::Lead(Box::new(LeadListRow {
            lead_id: LeadId(head.id),
            state: self.state.key().to_owned(),
            source: intake.source.key().to_owned(),
            text: intake.text.to_string(),
            address: intake.address.to_string(),
            point: intake.point,
            station: intake.station.clone(),
            station_exact: intake.station_exact,
            brigade: self.brigade.clone(),
            field: intake.field.clone(),
            hands: self.subject().hands,
            received_at: intake.received_at,
            // From the dispatch on, the case keeps the day.
            verify_due_on: (self.state == LeadState::Received).then_some(intake.verify_by.due_on),
            version: head.version,
            link_id: intake.link,
            case_id: self.case,
        }))
    }
}
