//! 立案审批表

use super::parts::{self, Party};
use crate::{Defect, InstrumentKind, RenderError, Sheet, words};
use serde::Serialize;
use yizhi_casework::case::{Case, Filing, Opening, Proposal};

#[derive(Serialize)]
pub(super) struct Body<'a> {
    source: &'a str,
    opened_on: String,
    cause: &'a str,
    item_code: &'a str,
    party: Option<Party<'a>>,
    acted_on: String,
    place: &'a str,
    facts: Vec<&'a str>,
    basis: words::Basis<'a>,
    handlers: Vec<String>,
    opinion: Vec<&'a str>,
    approved_by: String,
    decide_by: String,
    decide_by_article: &'a str,
}

pub(super) fn body<'a>(sheet: &Sheet<'a>, filing: &'a Filing) -> Result<Body<'a>, RenderError> {
    let (opening, proposal) = proposed(sheet.case).ok_or_else(|| RenderError::Void {
        kind: InstrumentKind::FilingApproval,
        defects: vec![Defect::FileIncomplete],
    })?;
    Ok(Body {
        source: &opening.source,
        opened_on: words::day(opening.opened_on),
        cause: words::cause(&proposal.item.name),
        item_code: proposal.item.code.as_str(),
        party: sheet.party.map(Party::of),
        acted_on: words::day(proposal.acted_on),
        place: opening.address.as_str(),
        facts: words::paragraphs(&proposal.facts),
        basis: words::Basis::of(&proposal.item),
        handlers: parts::handlers(sheet),
        opinion: words::paragraphs(&filing.opinion),
        approved_by: (sheet.names)(&filing.approved_by),
        decide_by: words::day(filing.decide_by.due_on),
        decide_by_article: &filing.decide_by.article,
    })
}

fn proposed(case: &Case) -> Option<(&Opening, &Proposal)> {
    Some((case.opening.as_ref()?, case.proposal.as_ref()?))
}
