//! The report that ends the investigation (调查终结报告).

use super::{Decided, item};
use crate::case::{
    command::ReportInvestigation, desk::CaseDesk, event::CaseEvent, law, penalty, state::Case,
};

/// Facts, proposal, reasons; the proposal stays in the clause's range.
pub(super) fn report(case: &Case, report: &ReportInvestigation, desk: &CaseDesk<'_>) -> Decided {
    let item = law::presumed(item(case)?, desk.catalogue, desk.today());
    penalty::check(case, &item, &report.proposal)?;
    Ok(vec![CaseEvent::InvestigationReported {
        facts: report.facts.clone(),
        proposal: report.proposal.clone(),
        reasons: report.reasons.clone(),
    }])
}

#[cfg(test)]
mod tests {
    use crate::testkit::{Scene, report};
    use serde_json::json;

    #[test]
    fn in_range() {
        Scene::filed("GAS")
            .act("P1", report(5_000_000))
            .accepted()
            .stage("under_review");
        Scene::filed("GAS").act("P1", report(50_000_000)).accepted();
        Scene::filed("GAS")
            .act("P1", report(4_999_999))
            .refused("penalty.below_minimum");
        Scene::filed("GAS")
            .act("P1", report(50_000_001))
            .refused("penalty.above_maximum");
    }

    #[test]
    fn kinds() {
        let with = |penalty: serde_json::Value| {
            let mut act = report(5_000_000);
            act["proposal"] = penalty;
            Scene::filed("GAS").act("P1", act)
        };
        with(json!({"kinds": []})).refused("penalty.empty");
        with(json!({"kinds": ["fine", "fine"], "fine_fen": 5_000_000})).refused("penalty.kind_twice");
        with(json!({"kinds": ["detention"]})).refused("penalty.police_only");
        with(json!({"kinds": ["revoke_licence"]})).refused("penalty.kind_not_in_item");
        with(json!({"kinds": ["fine"]})).refused("penalty.fine_amount");
        with(json!({"kinds": ["fine"], "fine_fen": 0})).refused("penalty.fine_amount");
        with(json!({"kinds": ["confiscate_gains"]})).refused("penalty.gains_amount");
        with(json!({"kinds": ["confiscate_gains"], "gains_fen": 100})).accepted();
    }

    #[test]
    fn a_multiple_needs_its_base() {
        let with = |penalty: serde_json::Value| {
            let mut act = report(1);
            act["proposal"] = penalty;
            Scene::filed("TIMES").act("P1", act)
        };
        with(json!({"kinds": ["fine"], "fine_fen": 30_000_000})).refused("fine.base_missing");
        with(json!({"kinds": ["fine"], "fine_fen": 30_000_000, "base_fen": 6_000_000})).accepted();
        with(json!({"kinds": ["fine"], "fine_fen": 29_999_999, "base_fen": 6_000_000}))
            .refused("penalty.below_minimum");
    }

    #[test]
    fn no_report_without_evidence() {
        Scene::filed_without_evidence("GAS")
            .act("P1", report(5_000_000))
            .refused("report.no_evidence");
    }
}
