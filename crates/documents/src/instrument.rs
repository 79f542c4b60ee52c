//! Which instruments there are, and which of them exist in a case.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::str::FromStr;
use utoipa::ToSchema;
use yizhi_casework::case::{Case, ServedDocument, Stage};

/// A kind of legal instrument (执法文书).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum InstrumentKind {
    /// Approval of the filing (立案审批表), internal.
    FilingApproval,
    /// Prior notice of a penalty (行政处罚事先告知书).
    PriorNotice,
    /// Proof of service of the notice (送达回证).
    ProofOfServiceNotice,
    /// Decision: 行政处罚决定书 or 不予行政处罚决定书.
    Decision,
    /// Proof of service of the decision (送达回证).
    ProofOfServiceDecision,
    /// Index of the archived file (卷内目录), internal.
    FileIndex,
}

impl InstrumentKind {
    /// All of them, in the order of the procedure.
    pub const ALL: [Self; 6] = [
        Self::FilingApproval,
        Self::PriorNotice,
        Self::ProofOfServiceNotice,
        Self::Decision,
        Self::ProofOfServiceDecision,
        Self::FileIndex,
    ];

    /// As sent and as it stands in an address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::FilingApproval => "filing_approval",
            Self::PriorNotice => "prior_notice",
            Self::ProofOfServiceNotice => "proof_of_service_notice",
            Self::Decision => "decision",
            Self::ProofOfServiceDecision => "proof_of_service_decision",
            Self::FileIndex => "file_index",
        }
    }
}

/// No instrument has this key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("document.unknown_kind: there is no such instrument")]
pub struct UnknownKind;

impl FromStr for InstrumentKind {
    type Err = UnknownKind;
    fn from_str(key: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.key() == key)
            .ok_or(UnknownKind)
    }
}

/// An instrument that exists in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Instrument {
    /// Which.
    pub kind: InstrumentKind,
    /// Its number (文号); of a proof of service, that of the document served; of the index, that of the case.
    pub number: String,
    /// The day it was issued. A proof of service has the day of service, and before it that of the document.
    pub issued_on: NaiveDate,
}

/// The instruments that exist at this point of the case, in the order of the procedure.
///
/// A proof of service exists from the moment there is something to serve: then it is the form that the receiver
/// signs.
#[must_use]
pub fn available(case: &Case) -> Vec<Instrument> {
    InstrumentKind::ALL
        .into_iter()
        .filter_map(|kind| find(case, kind))
        .collect()
}

/// The instrument of a kind, if it exists.
pub(crate) fn find(case: &Case, kind: InstrumentKind) -> Option<Instrument> {
    let (number, issued_on) = match kind {
        InstrumentKind::FilingApproval => filing(case)?,
        InstrumentKind::PriorNotice => notice(case)?,
        InstrumentKind::Decision => decision(case)?,
        InstrumentKind::ProofOfServiceNotice => proof(case, ServedDocument::Notice)?,
        InstrumentKind::ProofOfServiceDecision => proof(case, ServedDocument::Decision)?,
        InstrumentKind::FileIndex => index(case)?,
    };
    Some(Instrument {
        kind,
        number: number.to_owned(),
        issued_on,
    })
}

type Found<'a> = Option<(&'a str, NaiveDate)>;

fn filing(case: &Case) -> Found<'_> {
    let filing = case.filing.as_ref()?;
    Some((&filing.number, filing.filed_on))
}

fn notice(case: &Case) -> Found<'_> {
    let notice = case.notice.as_ref()?;
    Some((&notice.number, notice.issued_on))
}

fn decision(case: &Case) -> Found<'_> {
    let decision = case.decision.as_ref()?;
    Some((&decision.number, decision.decided_on))
}

fn proof(case: &Case, document: ServedDocument) -> Found<'_> {
    let ((number, issued_on), waits) = match document {
        ServedDocument::Notice => (notice(case)?, case.stage == Stage::NoticeIssued),
        ServedDocument::Decision => (decision(case)?, case.stage == Stage::Decided),
    };
    match case.service(document) {
        Some(service) => Some((number, service.served_on)),
        None if waits => Some((number, issued_on)),
        None => None,
    }
}

/// Nothing is recorded after archiving, so the last record is the archiving itself.
fn index(case: &Case) -> Found<'_> {
    if case.stage != Stage::Archived {
        return None;
    }
    let archived_on = case.updated_at?.date_naive();
    let number = case.filing.as_ref().map_or("", |filing| filing.number.as_str());
    Some((number, archived_on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use yizhi_casework::testkit::Scene;

    fn kinds(scene: &Scene) -> Vec<InstrumentKind> {
        available(&scene.case).into_iter().map(|i| i.kind).collect()
    }

    #[test]
    fn they_appear_with_the_procedure() {
        use InstrumentKind as K;
        assert_eq!(kinds(&Scene::new()), []);
        assert_eq!(kinds(&Scene::opened()), []);
        assert_eq!(kinds(&Scene::filed("GAS")), [K::FilingApproval]);
        let noticed = [K::FilingApproval, K::PriorNotice, K::ProofOfServiceNotice];
        assert_eq!(kinds(&Scene::noticed("GAS", 5_000_000)), noticed);
        assert_eq!(kinds(&Scene::notified(5_000_000)), noticed);
        let all_but_index = &K::ALL[..5];
        assert_eq!(kinds(&Scene::decided(5_000_000)), all_but_index);
        assert_eq!(kinds(&Scene::served(5_000_000)), all_but_index);
    }

    #[test]
    fn a_notice_overtaken_by_a_decision_has_no_proof() {
        let spare = serde_json::json!({"type": "decide", "outcome": "no_penalty", "ground": "no_fault", "reasons": "无过错"});
        let scene = Scene::noticed("GAS", 5_000_000).act("HEAD", spare).accepted();
        assert!(!kinds(&scene).contains(&InstrumentKind::ProofOfServiceNotice));
        assert!(kinds(&scene).contains(&InstrumentKind::ProofOfServiceDecision));
    }

    #[test]
    fn a_proof_has_the_day_of_service() {
        let scene = Scene::served(5_000_000);
        let proof = find(&scene.case, InstrumentKind::ProofOfServiceNotice).unwrap();
        assert_eq!(proof.issued_on.to_string(), "2026-07-20");
    }

    #[test]
    fn keys_are_the_json_names() {
        for kind in InstrumentKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.key());
            assert_eq!(kind.key().parse(), Ok(kind));
        }
        assert_eq!("seal".parse::<InstrumentKind>(), Err(UnknownKind));
    }
}
