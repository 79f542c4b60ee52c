//! Why an instrument is not rendered.

use crate::instrument::InstrumentKind;

/// A fault that would make a paper void or contestable (rule book 3.3). The code before the colon is stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum Defect {
    /// The paper has no number.
    #[error("document.number_missing: the document has no number")]
    NumberMissing,
    /// No party was handed in.
    #[error("document.party_missing: there is no party")]
    PartyMissing,
    /// The party has no name (处罚法 Art. 59).
    #[error("document.party_name_missing: the party has no name")]
    PartyNameMissing,
    /// The party has no address (处罚法 Art. 59).
    #[error("document.party_address_missing: the party has no address")]
    PartyAddressMissing,
    /// The party has no identity code, so that another could be meant.
    #[error("document.party_code_missing: the party has no identity code")]
    PartyCodeMissing,
    /// The party handed in is of another kind than that of the case.
    #[error("document.party_differs: the party is of another kind than in the case")]
    PartyDiffers,
    /// A part of the case that the paper rests on is missing: filing, item or report.
    #[error("document.file_incomplete: the filing, the item or the report is missing")]
    FileIncomplete,
    /// Neither a record nor a piece of evidence is in the file (处罚法 Art. 59).
    #[error("document.evidence_missing: there is no evidence to name")]
    EvidenceMissing,
    /// The statute or its article is missing (处罚法 Art. 59).
    #[error("document.basis_missing: the statute or its article is missing")]
    BasisMissing,
    /// The penalty names no kind, or kinds and amounts do not fit together.
    #[error("document.amounts_disagree: kinds of penalty and amounts do not agree")]
    AmountsDisagree,
    /// The notice was not served (处罚法 Art. 44, 62).
    #[error("document.notice_not_served: the prior notice was not served")]
    NoticeNotServed,
    /// The day of the decision lies within the time for statement or hearing (处罚法 Art. 62, 64).
    #[error("document.decided_too_early: decided before the time for statement or hearing was over")]
    DecidedTooEarly,
    /// The decision goes beyond what was notified.
    #[error("document.beyond_notice: the decision goes beyond the notified penalty")]
    BeyondNotice,
    /// A case in the scope of a hearing was not discussed collectively (处罚法 Art. 57).
    #[error("document.discussion_missing: the collective discussion is missing")]
    DiscussionMissing,
    /// A handler reviewed or decided the case (处罚法 Art. 58; rule book 7).
    #[error("document.handler_decides: a handler reviewed or decided the case")]
    HandlerDecides,
    /// The county names no bureau.
    #[error("document.organ_missing: the county has no name of the bureau")]
    OrganMissing,
    /// The county names no bank or account (235号令 Art. 7).
    #[error("document.payee_missing: the county has no bank or account")]
    PayeeMissing,
    /// The county names no organ of review or no court (处罚法 Art. 59).
    #[error("document.remedy_missing: the county has no organ of review or no court")]
    RemedyMissing,
}

impl Defect {
    /// The stable code; the front end translates it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NumberMissing => "document.number_missing",
            Self::PartyMissing => "document.party_missing",
            Self::PartyNameMissing => "document.party_name_missing",
            Self::PartyAddressMissing => "document.party_address_missing",
            Self::PartyCodeMissing => "document.party_code_missing",
            Self::PartyDiffers => "document.party_differs",
            Self::FileIncomplete => "document.file_incomplete",
            Self::EvidenceMissing => "document.evidence_missing",
            Self::BasisMissing => "document.basis_missing",
            Self::AmountsDisagree => "document.amounts_disagree",
            Self::NoticeNotServed => "document.notice_not_served",
            Self::DecidedTooEarly => "document.decided_too_early",
            Self::BeyondNotice => "document.beyond_notice",
            Self::DiscussionMissing => "document.discussion_missing",
            Self::HandlerDecides => "document.handler_decides",
            Self::OrganMissing => "document.organ_missing",
            Self::PayeeMissing => "document.payee_missing",
            Self::RemedyMissing => "document.remedy_missing",
        }
    }
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The instrument does not exist at this point of the case.
    #[error("document.not_issued: the {} does not exist at this point of the case", .0.key())]
    NotIssued(InstrumentKind),
    /// The paper would be void or contestable; all that is wrong is named.
    #[error("document.void: the {} is not printed: {}", .kind.key(), codes(.defects))]
    Void {
        /// Which paper.
        kind: InstrumentKind,
        /// What is wrong, in the order of the paper.
        defects: Vec<Defect>,
    },
    /// A template is wrong; a fault of ours.
    #[error("document.template: {0:#}")]
    Template(#[from] minijinja::Error),
}

impl RenderError {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotIssued(_) => "document.not_issued",
            Self::Void { .. } => "document.void",
            Self::Template(_) => "document.template",
        }
    }
    /// What is wrong with the paper, if it was refused for that.
    #[must_use]
    pub fn defects(&self) -> &[Defect] {
        match self {
            Self::Void { defects, .. } => defects,
            Self::NotIssued(_) | Self::Template(_) => &[],
        }
    }
}

fn codes(defects: &[Defect]) -> String {
    let codes: Vec<&str> = defects.iter().map(|defect| defect.code()).collect();
    codes.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_every_defect() {
        let defects = vec![Defect::NumberMissing, Defect::PartyAddressMissing];
        for defect in &defects {
            assert!(defect.to_string().starts_with(defect.code()));
        }
        let error = RenderError::Void {
            kind: InstrumentKind::Decision,
            defects,
        };
        assert_eq!(
            error.to_string(),
            "document.void: the decision is not printed: document.number_missing, document.party_address_missing"
        );
        assert_eq!((error.code(), error.defects().len()), ("document.void", 2));
    }
}
