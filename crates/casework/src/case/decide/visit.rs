//! On-site records (现场检查笔录).

use super::{Decided, ground, two_certified};
use crate::case::{
    command::RecordVisit,
    desk::CaseDesk,
    event::CaseEvent,
    state::{Case, OfficerPresent},
};

/// Two certified handlers, certificates shown before the inspection begins.
pub(super) fn record(case: &Case, visit: &RecordVisit, desk: &CaseDesk<'_>) -> Decided {
    let on = visit.started_at.with_timezone(desk.now.offset()).date_naive();
    two_certified(&visit.officers, on, desk)?;
    ground::NOT_HANDLER.unless(visit.officers.iter().all(|officer| case.is_handler(officer)))?;
    ground::CERTIFICATE_FIRST.unless(visit.certificates_shown_at <= visit.started_at)?;
    ground::VISIT_ENDS_EARLY.unless(visit.started_at <= visit.ended_at)?;
    ground::DAY_IN_FUTURE.unless(visit.ended_at <= desk.now)?;
    let credential = |id| {
        desk.roster
            .person(id)
            .and_then(|person| person.credential.as_ref())
    };
    let officers = visit.officers.iter().map(|id| OfficerPresent {
        person: id.clone(),
        credential_no: credential(id).map_or_else(String::new, |credential| credential.number.clone()),
    });
    Ok(vec![CaseEvent::VisitRecorded {
        officers: officers.collect(),
        certificates_shown_at: visit.certificates_shown_at,
        started_at: visit.started_at,
        ended_at: visit.ended_at,
        address: visit.address.clone(),
        findings: visit.findings.clone(),
        party_present: visit.party_present,
        party_remark: visit.party_remark.clone(),
    }])
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, visit};

    #[test]
    fn a_visit_by_two_handlers() {
        Scene::opened().act("P1", visit(&["P1", "P2"])).accepted();
    }

    #[test]
    fn refused() {
        Scene::opened()
            .act("P1", visit(&["P1"]))
            .refused("case.one_handler");
        Scene::opened()
            .act("P1", visit(&["P1", "EXPIRED"]))
            .refused("case.uncertified");
        Scene::opened()
            .act("P1", visit(&["P1", "P3"]))
            .refused("case.not_handler");
        Scene::opened()
            .act("P3", visit(&["P1", "P2"]))
            .refused("case.not_handler");
        let mut late = visit(&["P1", "P2"]);
        late["certificates_shown_at"] = late["ended_at"].clone();
        Scene::opened().act("P1", late).refused("visit.certificate_first");
        let mut upside_down = visit(&["P1", "P2"]);
        upside_down["ended_at"] = upside_down["certificates_shown_at"].clone();
        Scene::opened().act("P1", upside_down).refused("visit.ends_early");
        let mut tomorrow = visit(&["P1", "P2"]);
        tomorrow["ended_at"] = "2026-07-30T10:00:00+08:00".into();
        Scene::opened().act("P1", tomorrow).refused("day.in_future");
    }
}
