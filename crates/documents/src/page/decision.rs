//! 行政处罚决定书

use super::parts::{self, Course, Exhibit, Party, SiteRecord};
use crate::{InstrumentKind, RenderError, Sheet, Terms, checks::Core, terms::Term, words};
use serde::Serialize;
use yizhi_casework::case::{Correction, Decision, Penalty};

#[derive(Serialize)]
pub(super) struct Body<'a> {
    party: Option<Party<'a>>,
    cause: &'a str,
    filing_number: &'a str,
    filed_on: String,
    acted_on: String,
    place: &'a str,
    facts: Vec<&'a str>,
    records: Vec<SiteRecord<'a>>,
    exhibits: Vec<Exhibit<'a>>,
    course: Option<Course<'a>>,
    reasons: Vec<&'a str>,
    order: Option<Order<'a>>,
    no_order_reason: Option<Vec<&'a str>>,
    basis: words::Basis<'a>,
    penalty: words::PrintedPenalty,
    payment_term: Term,
}

/// The order to correct that goes with the penalty (处罚法 Art. 28).
#[derive(Serialize)]
struct Order<'a> {
    number: &'a str,
    ordered_on: String,
    content: Vec<&'a str>,
    due_on: String,
    reinspected_on: Option<String>,
    corrected: bool,
}

pub(super) fn body<'a>(
    sheet: &Sheet<'a>,
    decision: &'a Decision,
    penalty: &Penalty,
    terms: &Terms,
) -> Result<Body<'a>, RenderError> {
    let case = sheet.case;
    let core = Core::of(case, InstrumentKind::Decision)?;
    let item = &core.proposal.item;
    Ok(Body {
        party: sheet.party.map(Party::of),
        cause: words::cause(&item.name),
        filing_number: &core.filing.number,
        filed_on: words::day(core.filing.filed_on),
        acted_on: words::day(core.proposal.acted_on),
        place: core.opening.address.as_str(),
        facts: words::paragraphs(&core.report.facts),
        records: parts::site_records(sheet),
        exhibits: parts::exhibits(case, decision.decided_on),
        course: parts::course(case, decision.decided_on),
        reasons: words::paragraphs(&decision.reasons),
        order: case.correction.as_ref().map(Order::of),
        no_order_reason: decision.no_correction_reason.as_ref().map(words::paragraphs),
        basis: words::Basis::of(item),
        penalty: words::PrintedPenalty::of(penalty),
        payment_term: terms.payment.or_recorded("payment", &decision.pay_by),
    })
}

impl<'a> Order<'a> {
    fn of(order: &'a Correction) -> Self {
        Self {
            number: &order.number,
            ordered_on: words::day(order.ordered_on),
            content: words::paragraphs(&order.content),
            due_on: words::day(order.due_on),
            reinspected_on: order.reinspected_on.map(words::day),
            corrected: order.corrected == Some(true),
        }
    }
}
