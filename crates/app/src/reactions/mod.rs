//! What follows by itself from what happened: the siblings casework, dispatch and linkage meet here.

mod case_result_feeds_back;
mod lead_dismissed_feeds_back;
mod lead_dispatched_opens_case;
mod referral_accepted_opens_lead;

use crate::{
    error::{Answer, ApiError},
    parts::{Parts, derived},
};
use uuid::{Uuid, uuid};
use yizhi_domain::permit::Actor;
use yizhi_persistence::StoredEvent;

/// Lets everything that follows from an event happen. Each reaction is idempotent: its command's id
/// follows from the event's place in the journal.
pub async fn react(parts: &Parts, event: &StoredEvent) -> Answer<()> {
    match event.event_type.as_str() {
        "lead_dispatched" => lead_dispatched_opens_case::react(parts, event).await,
        "lead_dismissed" => lead_dismissed_feeds_back::react(parts, event).await,
        "referral_accepted" => referral_accepted_opens_lead::react(parts, event).await,
        "filing_approved" | "filing_declined" | "penalty_decided" | "no_penalty_decided" | "case_closed" => {
            case_result_feeds_back::react(parts, event).await
        }
        _ => Ok(()),
    }
}

const REACTIONS: Uuid = uuid!("5c2f7a52-6d4e-4b0e-9d55-0b7f6f3f7a10");

/// The id of the command that a reaction sends for an event.
fn command_id(event: &StoredEvent, reaction: &str) -> Uuid {
    derived(REACTIONS, &format!("{reaction}/{}", event.position))
}

fn system() -> Actor {
    Actor::system()
}

fn gone(what: &str) -> ApiError {
    ApiError::Fault(format!("the {what} of an event is not in the journal"))
}
