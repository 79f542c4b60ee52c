//! From a case to a page, one instrument a file.

mod decision;
mod file_index;
mod filing_approval;
mod no_penalty;
mod parts;
mod prior_notice;
mod proof_of_service;

use crate::{InstrumentKind, RenderError, Sheet, Terms, checks, engine, instrument, words};
use serde::Serialize;
use yizhi_casework::case::{Outcome, ServedDocument};
use yizhi_domain::county::Profile;

/// What a template is filled with: what all pages have, and the body of this one.
#[derive(Serialize)]
struct Page<'a, B> {
    trial: bool,
    county: &'a Profile,
    number: &'a str,
    issued_on: String,
    body: B,
}

/// Renders an instrument as a page of HTML. The periods come from the county's rules; where the case has already
/// computed a period, the page states that one.
///
/// # Errors
/// When the instrument does not exist in the case, or a paper that goes outside would be void.
pub fn render(kind: InstrumentKind, sheet: &Sheet<'_>, terms: &Terms) -> Result<String, RenderError> {
    let case = sheet.case;
    let missing = || RenderError::NotIssued(kind);
    let paper = instrument::find(case, kind).ok_or_else(missing)?;
    let page = Pager { sheet, paper: &paper };
    match kind {
        InstrumentKind::FilingApproval => {
            let filing = case.filing.as_ref().ok_or_else(missing)?;
            page.fill("filing_approval.html", filing_approval::body(sheet, filing)?)
        }
        InstrumentKind::PriorNotice => {
            let notice = case.notice.as_ref().ok_or_else(missing)?;
            checks::notice(sheet, &paper, notice)?;
            page.fill("prior_notice.html", prior_notice::body(sheet, notice, terms)?)
        }
        InstrumentKind::Decision => {
            let decision = case.decision.as_ref().ok_or_else(missing)?;
            checks::decision(sheet, &paper, decision)?;
            match &decision.outcome {
                Outcome::Penalty(penalty) => {
                    page.fill("decision.html", decision::body(sheet, decision, penalty, terms)?)
                }
                Outcome::NoPenalty(ground) => {
                    page.fill("no_penalty.html", no_penalty::body(sheet, decision, *ground)?)
                }
            }
        }
        InstrumentKind::ProofOfServiceNotice => page.prove(ServedDocument::Notice),
        InstrumentKind::ProofOfServiceDecision => page.prove(ServedDocument::Decision),
        InstrumentKind::FileIndex => page.fill("file_index.html", file_index::body(sheet)),
    }
}

struct Pager<'a> {
    sheet: &'a Sheet<'a>,
    paper: &'a instrument::Instrument,
}

impl Pager<'_> {
    fn prove(&self, document: ServedDocument) -> Result<String, RenderError> {
        checks::proof(self.sheet, self.paper)?;
        self.fill(
            "proof_of_service.html",
            proof_of_service::body(self.sheet, document),
        )
    }
    fn fill(&self, template: &str, body: impl Serialize) -> Result<String, RenderError> {
        let page = Page {
            trial: self.sheet.trial,
            county: self.sheet.county,
            number: &self.paper.number,
            issued_on: words::day(self.paper.issued_on),
            body,
        };
        Ok(engine::fill(template, page)?)
    }
}
