//! 送达回证

use super::parts::{self, Party};
use crate::{Sheet, words};
use serde::Serialize;
use yizhi_casework::case::{Outcome, ReceiverCapacity, ServedDocument, Service, ServiceMethod};

#[derive(Serialize)]
pub(super) struct Body<'a> {
    /// Which document, as the words' key.
    document: &'static str,
    cause: &'a str,
    party: Option<Party<'a>>,
    service: Option<Delivery<'a>>,
    servers: Vec<String>,
}

/// What the proof says once it is filled in.
#[derive(Serialize)]
struct Delivery<'a> {
    method: ServiceMethod,
    receiver: &'a str,
    capacity: ReceiverCapacity,
    served_on: String,
    /// The day it counts as served, where that is another day (公告送达).
    effective_on: Option<String>,
    remark: Vec<&'a str>,
}

pub(super) fn body<'a>(sheet: &Sheet<'a>, document: ServedDocument) -> Body<'a> {
    let case = sheet.case;
    let spared = matches!(
        case.decision.as_ref().map(|decision| &decision.outcome),
        Some(Outcome::NoPenalty(_))
    );
    Body {
        document: match document {
            ServedDocument::Notice => "prior_notice",
            ServedDocument::Decision if spared => "no_penalty",
            ServedDocument::Decision => "decision",
        },
        cause: case
            .proposal
            .as_ref()
            .map_or("", |proposal| words::cause(&proposal.item.name)),
        party: sheet.party.map(Party::of),
        service: case.service(document).map(Delivery::of),
        servers: servers(sheet, case.service(document)),
    }
}

/// Who served, first the one who recorded it; before that, the handlers who will.
fn servers(sheet: &Sheet<'_>, service: Option<&Service>) -> Vec<String> {
    let mut names = parts::handlers(sheet);
    if let Some(service) = service {
        let first = (sheet.names)(&service.by);
        names.retain(|name| *name != first);
        names.insert(0, first);
    }
    names
}

impl<'a> Delivery<'a> {
    fn of(service: &'a Service) -> Self {
        Self {
            method: service.method,
            receiver: service.receiver.as_str(),
            capacity: service.capacity,
            served_on: words::day(service.served_on),
            effective_on: (service.effective_on != service.served_on)
                .then(|| words::day(service.effective_on)),
            remark: service.remark.as_ref().map(words::paragraphs).unwrap_or_default(),
        }
    }
}
