//! Every ground on which anything is refused, wherever it is listed.

use yizhi_domain::{catalogue, permit, refusal::Ground, rules};

/// All of them.
#[must_use]
pub fn all() -> Vec<&'static Ground> {
    let lists = [
        yizhi_casework::case::refusal::ALL,
        yizhi_dispatch::lead::refusal::ALL,
        yizhi_linkage::link::refusal::ALL,
        catalogue::edition::refusal::ALL,
        yizhi_app::catalogue::table::ALL,
    ];
    let mut all: Vec<&'static Ground> = lists.concat();
    all.extend([
        &permit::WRONG_ROLE,
        &permit::OUT_OF_REACH,
        &catalogue::BASE_MISSING,
        &catalogue::QUANTITY_MISSING,
        &catalogue::FINE_OUT_OF_RANGE,
        &catalogue::DAYS_MISSING,
        &catalogue::FINE_NOT_FOR_PARTY,
        &catalogue::CORRECTABLE_MISSING,
        &rules::RULE_MISSING,
        &yizhi_persistence::ID_REUSED,
        &yizhi_persistence::ID_TAKEN,
    ]);
    all
}

/// The ground of a code; none for a code that is no rule's, such as `request.malformed`.
#[must_use]
pub fn of(code: &str) -> Option<&'static Ground> {
    all().into_iter().find(|ground| ground.code == code)
}
