//! The row of a link.

use super::{Head, Projected, Rows, link_list::LinkListRow};
use yizhi_domain::id::LinkId;
use yizhi_linkage::link::{Link, LinkState};

impl Projected for Link {
    fn rows(&self, head: &Head) -> Rows {
        let Some(referral) = &self.referral else {
            return Rows::None;
        };
        Rows::Link(Box::new(LinkListRow {
            link_id: LinkId(head.id),
            state: self.state.key().to_owned(),
            department: referral.department.clone(),
            party_name: referral.party_name.to_string(),
            text: referral.finding.text.to_string(),
            urgent: referral.urgent,
            referred_at: referral.referred_at,
            due_on: (self.state == LinkState::Referred).then_some(referral.answer_by.due_on),
            lead_id: self.lead,
            case_id: self.case(),
            brigade: referral.brigade.clone(),
            version: head.version,
        }))
    }
}
