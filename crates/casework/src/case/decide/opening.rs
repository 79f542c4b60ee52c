//! Opening a case for verification (核查).

use super::{Decided, ground, not_in_future, two_certified};
use crate::case::{command::OpenCase, desk::CaseDesk, event::CaseEvent, state::Case};

/// Two different certified officers take it in hand; verification is limited.
pub(super) fn open(case: &Case, open: &OpenCase, desk: &CaseDesk<'_>) -> Decided {
    ground::CASE_EXISTS.unless(!case.exists())?;
    two_certified(&open.handlers, desk.today(), desk)?;
    if let Some(day) = open.happened_on {
        not_in_future(day, desk)?;
    }
    Ok(vec![CaseEvent::CaseOpened {
        origin: open.origin.clone(),
        source: open.source.clone(),
        summary: open.summary.clone(),
        address: open.address.clone(),
        point: open.point,
        happened_on: open.happened_on,
        brigade: open.brigade.clone(),
        station: open.station.clone(),
        handlers: open.handlers.clone(),
        verify_by: desk.deadline("verification", "GEN", desk.today())?,
    }])
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, open_case};

    #[test]
    fn two_certified_officers_open_it() {
        Scene::new()
            .open(open_case(&["P1", "P2"]))
            .accepted()
            .stage("verification");
    }

    #[test]
    fn one_officer_is_refused() {
        Scene::new().open(open_case(&["P1"])).refused("case.one_handler");
        Scene::new()
            .open(open_case(&["P1", "P1"]))
            .refused("case.one_handler");
        Scene::new().open(open_case(&[])).refused("case.one_handler");
    }

    #[test]
    fn an_uncertified_officer_is_refused() {
        Scene::new()
            .open(open_case(&["P1", "EXPIRED"]))
            .refused("case.uncertified");
        Scene::new()
            .open(open_case(&["P1", "BARE"]))
            .refused("case.uncertified");
        Scene::new()
            .open(open_case(&["P1", "NOBODY"]))
            .refused("case.not_an_officer");
        Scene::new()
            .open(open_case(&["P1", "HEAD"]))
            .refused("case.not_an_officer");
    }

    #[test]
    fn twice_is_refused() {
        Scene::new()
            .open(open_case(&["P1", "P2"]))
            .accepted()
            .open(open_case(&["P1", "P2"]))
            .refused("case.exists");
    }
}
