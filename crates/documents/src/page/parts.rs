//! Parts that several papers share.

use crate::{PrintedParty, Sheet, words};
use serde::Serialize;
use yizhi_casework::case::{Case, EvidenceKind, Statement, Visit};
use yizhi_domain::{
    Day,
    party::{PartyCode, PartyKind},
};

/// The party on a paper.
#[derive(Serialize)]
pub(super) struct Party<'a> {
    kind: PartyKind,
    name: &'a str,
    code: &'a str,
    /// Whether the code is an identity number.
    resident: bool,
    /// Of an identity number, as the words' key.
    sex: Option<&'static str>,
    born_on: Option<String>,
    representative: Option<&'a str>,
    address: &'a str,
}

impl<'a> Party<'a> {
    pub(super) fn of(party: &'a PrintedParty) -> Self {
        let number = match PartyCode::try_from(party.code.clone()) {
            Ok(PartyCode::Resident(number)) => Some(number),
            Ok(PartyCode::Credit(_)) | Err(_) => None,
        };
        Self {
            kind: party.kind,
            name: &party.name,
            code: &party.code,
            resident: number.is_some() || party.kind == PartyKind::Person,
            sex: number.as_deref().and_then(sex),
            born_on: number.as_deref().and_then(born_on).map(words::day),
            representative: party.representative.as_deref(),
            address: &party.address,
        }
    }
}

/// The 17th figure of an identity number is odd for a man (GB 11643).
fn sex(number: &str) -> Option<&'static str> {
    let figure = number.chars().nth(16)?.to_digit(10)?;
    Some(if figure % 2 == 1 { "male" } else { "female" })
}

fn born_on(number: &str) -> Option<Day> {
    let birth: String = number.chars().skip(6).take(8).collect();
    Day::parse_from_str(&birth, "%Y%m%d").ok()
}

/// A piece of evidence, named on the paper.
#[derive(Serialize)]
pub(super) struct Exhibit<'a> {
    kind: EvidenceKind,
    title: &'a str,
    source: &'a str,
    taken_on: String,
}

/// The evidence that was in the file by a day: what came later was not what the paper rests on.
pub(super) fn exhibits(case: &Case, by: Day) -> Vec<Exhibit<'_>> {
    case.evidence
        .iter()
        .filter(|piece| piece.added_at.date_naive() <= by)
        .map(|piece| Exhibit {
            kind: piece.kind,
            title: piece.title.as_str(),
            source: piece.source.as_str(),
            taken_on: words::day(piece.taken_on),
        })
        .collect()
}

/// An on-site record, with the officers and the certificates they showed.
#[derive(Serialize)]
pub(super) struct SiteRecord<'a> {
    on: String,
    address: &'a str,
    officers: Vec<Officer<'a>>,
}

#[derive(Serialize)]
struct Officer<'a> {
    name: String,
    credential_no: &'a str,
}

pub(super) fn site_records<'a>(sheet: &Sheet<'a>) -> Vec<SiteRecord<'a>> {
    let record = |visit: &'a Visit| SiteRecord {
        on: words::day(visit.started_at.date_naive()),
        address: visit.address.as_str(),
        officers: visit
            .officers
            .iter()
            .map(|officer| Officer {
                name: (sheet.names)(&officer.person),
                credential_no: &officer.credential_no,
            })
            .collect(),
    };
    sheet.case.visits.iter().map(record).collect()
}

/// What the party said and what the bureau answers.
#[derive(Serialize)]
pub(super) struct Heard<'a> {
    made_on: String,
    text: Vec<&'a str>,
    answer: Vec<&'a str>,
    requests_hearing: bool,
}

impl<'a> Heard<'a> {
    fn of(statement: &'a Statement) -> Self {
        Self {
            made_on: words::day(statement.made_on),
            text: words::paragraphs(&statement.text),
            answer: words::paragraphs(&statement.answer),
            requests_hearing: statement.requests_hearing,
        }
    }
}

/// How the notice was given and what came of it.
#[derive(Serialize)]
pub(super) struct Course<'a> {
    number: &'a str,
    /// The day the service took effect.
    served_on: String,
    hearing_right: bool,
    /// Whether the time for statement and hearing was over on the day of the decision.
    over: bool,
    statements: Vec<Heard<'a>>,
    waived_on: Option<String>,
    discussed_on: Option<String>,
}

/// The course from the notice to the decision; none when the notice was not served.
pub(super) fn course(case: &Case, decided_on: Day) -> Option<Course<'_>> {
    let notice = case.notice.as_ref()?;
    let service = notice.service.as_ref()?;
    Some(Course {
        number: &notice.number,
        served_on: words::day(service.effective_on),
        hearing_right: notice.hearing_right,
        over: notice.periods.iter().all(|period| period.is_over(decided_on)),
        statements: case.statements.iter().map(Heard::of).collect(),
        waived_on: case.waiver.as_ref().map(|(on, _)| words::day(*on)),
        discussed_on: case
            .discussion
            .as_ref()
            .map(|discussion| words::day(discussion.held_on)),
    })
}

/// The names of the handlers.
pub(super) fn handlers(sheet: &Sheet<'_>) -> Vec<String> {
    sheet.case.handlers.iter().map(sheet.names).collect()
}
