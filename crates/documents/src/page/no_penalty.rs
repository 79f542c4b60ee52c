//! 不予行政处罚决定书

use super::parts::{self, Course, Exhibit, Party, SiteRecord};
use crate::{InstrumentKind, RenderError, Sheet, checks::Core, words};
use serde::Serialize;
use yizhi_casework::case::{Decision, NoPenaltyGround};

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
    ground: NoPenaltyGround,
}

pub(super) fn body<'a>(
    sheet: &Sheet<'a>,
    decision: &'a Decision,
    ground: NoPenaltyGround,
) -> Result<Body<'a>, RenderError> {
    let case = sheet.case;
    let core = Core::of(case, InstrumentKind::Decision)?;
    Ok(Body {
        party: sheet.party.map(Party::of),
        cause: words::cause(&core.proposal.item.name),
        filing_number: &core.filing.number,
        filed_on: words::day(core.filing.filed_on),
        acted_on: words::day(core.proposal.acted_on),
        place: core.opening.address.as_str(),
        facts: words::paragraphs(&core.report.facts),
        records: parts::site_records(sheet),
        exhibits: parts::exhibits(case, decision.decided_on),
        course: parts::course(case, decision.decided_on),
        reasons: words::paragraphs(&decision.reasons),
        ground,
    })
}
