//! Orders to correct (责令改正) and their re-inspection.

use super::{Decided, ground, not_before, not_in_future, number};
use crate::case::{
    command::{OrderCorrection, RecordReinspection},
    desk::CaseDesk,
    event::CaseEvent,
    state::Case,
};

/// Orders the correction (处罚法 Art. 28).
pub(super) fn order(order: &OrderCorrection, desk: &CaseDesk<'_>) -> Decided {
    ground::CORRECTION_DUE_PAST.unless(order.due_on >= desk.today())?;
    Ok(vec![CaseEvent::CorrectionOrdered {
        number: number(desk)?,
        content: order.content.clone(),
        due_on: order.due_on,
    }])
}

/// Re-inspects; "not corrected" can only be said after the last day.
pub(super) fn reinspect(case: &Case, seen: &RecordReinspection, desk: &CaseDesk<'_>) -> Decided {
    let order = case
        .correction
        .as_ref()
        .ok_or_else(|| ground::CORRECTION_MISSING.refuse())?;
    not_in_future(seen.inspected_on, desk)?;
    not_before(seen.inspected_on, order.ordered_on)?;
    if !seen.corrected && seen.inspected_on <= order.due_on {
        return Err(ground::REINSPECTION_TOO_EARLY
            .refuse()
            .with("due_on", order.due_on));
    }
    Ok(vec![CaseEvent::ReinspectionRecorded {
        inspected_on: seen.inspected_on,
        corrected: seen.corrected,
        note: seen.note.clone(),
    }])
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, correction, reinspection, report};

    #[test]
    fn a_fine_waits_for_the_lapsed_order() {
        let scene = Scene::filed("ORDER");
        let scene = scene.act("P1", report(100_000)).refused("penalty.order_first");
        let scene = scene.act("P1", correction("2026-07-24")).accepted();
        let scene = scene
            .act("P1", correction("2026-07-24"))
            .refused("correction.exists");
        let scene = scene.act("P1", report(100_000)).refused("penalty.order_first");
        let scene = scene
            .on("2026-07-24")
            .act("P1", reinspection("2026-07-24", false));
        let scene = scene.refused("reinspection.too_early");
        let scene = scene
            .on("2026-07-25")
            .act("P1", reinspection("2026-07-25", false))
            .accepted();
        scene.act("P1", report(100_000)).accepted();
    }

    #[test]
    fn a_corrected_breach_of_an_order_first_item_is_not_fined() {
        let scene = Scene::filed("ORDER")
            .act("P1", correction("2026-07-24"))
            .accepted();
        let scene = scene.act("P1", reinspection("2026-07-20", true)).accepted();
        scene.act("P1", report(100_000)).refused("penalty.order_first");
    }

    #[test]
    fn refused() {
        Scene::filed("GAS")
            .act("P1", correction("2026-07-19"))
            .refused("correction.due_past");
        Scene::filed("GAS")
            .act("P1", reinspection("2026-07-20", true))
            .refused("correction.missing");
    }
}
