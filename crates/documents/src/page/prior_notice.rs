//! 行政处罚事先告知书

use super::parts::{self, Party};
use crate::{InstrumentKind, RenderError, Sheet, Terms, checks::Core, terms::Term, words};
use serde::Serialize;
use yizhi_casework::case::Notice;

#[derive(Serialize)]
pub(super) struct Body<'a> {
    party: Option<Party<'a>>,
    cause: &'a str,
    filing_number: &'a str,
    filed_on: String,
    acted_on: String,
    place: &'a str,
    facts: Vec<&'a str>,
    reasons: Vec<&'a str>,
    basis: words::Basis<'a>,
    penalty: words::PrintedPenalty,
    hearing_right: bool,
    statement_term: Term,
    hearing_term: Term,
    handlers: Vec<String>,
}

pub(super) fn body<'a>(
    sheet: &Sheet<'a>,
    notice: &'a Notice,
    terms: &Terms,
) -> Result<Body<'a>, RenderError> {
    let core = Core::of(sheet.case, InstrumentKind::PriorNotice)?;
    let item = &core.proposal.item;
    let recorded = &notice.periods;
    Ok(Body {
        party: sheet.party.map(Party::of),
        cause: words::cause(&item.name),
        filing_number: &core.filing.number,
        filed_on: words::day(core.filing.filed_on),
        acted_on: words::day(core.proposal.acted_on),
        place: core.opening.address.as_str(),
        facts: words::paragraphs(&core.report.facts),
        reasons: words::paragraphs(&core.report.reasons),
        basis: words::Basis::of(item),
        penalty: words::PrintedPenalty::of(&notice.penalty),
        hearing_right: notice.hearing_right,
        statement_term: terms.statement.or_recorded("statement", recorded),
        hearing_term: terms.hearing_request.or_recorded("hearing_request", recorded),
        handlers: parts::handlers(sheet),
    })
}
