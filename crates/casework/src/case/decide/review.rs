//! Legal review (法制审核): by somebody who does not handle the case (R-2.31; checked in `separate`).

use crate::case::{
    command::{Review, ReviewOutcome},
    event::CaseEvent,
};

/// Passes it on, or sends it back.
pub(super) fn review(review: &Review) -> Vec<CaseEvent> {
    let opinion = review.opinion.clone();
    vec![match review.outcome {
        ReviewOutcome::Pass => CaseEvent::ReviewPassed { opinion },
        ReviewOutcome::Return => CaseEvent::ReviewReturned { opinion },
    }]
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, report};
    use serde_json::json;

    #[test]
    fn passed_or_returned_by_somebody_else() {
        let scene = || Scene::filed("GAS").act("P1", report(5_000_000)).accepted();
        let pass = || json!({"type": "review", "outcome": "pass", "opinion": "事实清楚"});
        scene().act("REVIEWER", pass()).accepted().stage("reviewed");
        scene().act("P2", pass()).refused("review.by_handler");
        let back = json!({"type": "review", "outcome": "return", "opinion": "补充询问笔录"});
        scene().act("REVIEWER", back).accepted().stage("investigation");
    }
}
