//! Each morning: who must act because a limit ends soon or is over.

use crate::{error::Answer, parts::Parts};
use chrono::Days;
use uuid::Uuid;
use yizhi_casework::case::{Case, DeadlineState, WaitingFor};
use yizhi_domain::{
    Day,
    id::{BrigadeCode, PersonId},
    organisation::Role,
    permit::Reach,
};
use yizhi_persistence::{LeadFilter, LeadSort, LinkFilter, LinkSort, Notice};

/// Limits are looked at this many calendar days ahead; the lead in working days comes from the rule book.
const HORIZON_DAYS: u64 = 14;
/// Rows on a page of the lists that are walked.
const PAGE: u64 = 100;

/// A limit of something, as a reminder tells it.
struct Limit {
    /// `case`, `lead` or `link`.
    kind: &'static str,
    id: Uuid,
    title: String,
    number: String,
    rule: String,
    article: String,
    due_on: Day,
}

/// Writes reminders; one for each person, limit and occasion, however often it runs.
pub async fn run(parts: &Parts) -> Answer<u64> {
    let through = parts
        .today()
        .checked_add_days(Days::new(HORIZON_DAYS))
        .unwrap_or(parts.today());
    Ok(cases(parts, through).await? + leads(parts, through).await? + links(parts, through).await?)
}

async fn cases(parts: &Parts, through: Day) -> Answer<u64> {
    let mut written = 0;
    for running in parts.store.running_deadlines(through).await? {
        let Some((case, _)) = parts.store.load::<Case>(running.case_id.0).await? else {
            continue;
        };
        let still = case
            .deadlines()
            .into_iter()
            .find(|tracked| tracked.deadline == running.deadline);
        if still.is_none_or(|tracked| tracked.state != DeadlineState::Running) {
            continue;
        }
        let limit = Limit {
            kind: "case",
            id: running.case_id.0,
            title: case.title(),
            number: case
                .filing
                .as_ref()
                .map(|filing| filing.number.clone())
                .unwrap_or_default(),
            rule: running.deadline.rule,
            article: running.deadline.article,
            due_on: running.deadline.due_on,
        };
        if let Some(occasion) = occasion(parts, &limit)? {
            written += tell(parts, &limit, occasion, people(parts, &case, occasion)).await?;
        }
    }
    Ok(written)
}

/// Leads that no captain has settled: the captain of the brigade, or while nobody owns it every captain.
async fn leads(parts: &Parts, through: Day) -> Answer<u64> {
    let article = parts
        .county
        .rules
        .find("verification", "GEN", parts.today())?
        .article
        .clone();
    let filter = LeadFilter {
        state: Some(vec!["received".to_owned()]),
        ..LeadFilter::default()
    };
    let (mut written, mut after) = (0, None::<String>);
    loop {
        let page = parts
            .store
            .leads(&[Reach::Bureau], &filter, LeadSort::Due, after.as_deref(), PAGE)
            .await?;
        for row in page.rows {
            let Some(due_on) = row.verify_due_on.filter(|day| *day <= through) else {
                continue;
            };
            let limit = Limit {
                kind: "lead",
                id: row.lead_id.0,
                title: row.text.chars().take(60).collect(),
                number: String::new(),
                rule: "verification".to_owned(),
                article: article.clone(),
                due_on,
            };
            if let Some(occasion) = occasion(parts, &limit)? {
                written += tell(parts, &limit, occasion, captains(parts, row.brigade.as_ref())).await?;
            }
        }
        after = page.next;
        if after.is_none() {
            return Ok(written);
        }
    }
}

/// Referrals that wait for an answer (L-08).
async fn links(parts: &Parts, through: Day) -> Answer<u64> {
    let article = parts
        .county
        .rules
        .find("link_acceptance", "*", parts.today())?
        .article
        .clone();
    let filter = LinkFilter {
        state: Some(vec!["referred".to_owned()]),
        ..LinkFilter::default()
    };
    let (mut written, mut after) = (0, None::<String>);
    loop {
        let page = parts
            .store
            .links(&[Reach::Bureau], &filter, LinkSort::Due, after.as_deref(), PAGE)
            .await?;
        for row in page.rows {
            let Some(due_on) = row.due_on.filter(|day| *day <= through) else {
                continue;
            };
            let limit = Limit {
                kind: "link",
                id: row.link_id.0,
                title: row.text.chars().take(60).collect(),
                number: String::new(),
                rule: "link_acceptance".to_owned(),
                article: article.clone(),
                due_on,
            };
            if let Some(occasion) = occasion(parts, &limit)? {
                written += tell(parts, &limit, occasion, captains(parts, row.brigade.as_ref())).await?;
            }
        }
        after = page.next;
        if after.is_none() {
            return Ok(written);
        }
    }
}

/// `soon` within the lead, `today` on the last day, `over` after it; the party's own time ends without a word of
/// lateness, it is then the head's move.
fn occasion(parts: &Parts, limit: &Limit) -> Answer<Option<&'static str>> {
    let today = parts.today();
    let party = matches!(limit.rule.as_str(), "statement" | "hearing_request");
    if today > limit.due_on {
        return Ok(Some(if party { "ended" } else { "over" }));
    }
    if party {
        return Ok(None);
    }
    if limit.due_on == today {
        return Ok(Some("today"));
    }
    let lead = parts.county.rules.find("reminder_lead", "*", today)?.amount;
    let left = parts.county.calendar.working_days_between(today, limit.due_on);
    Ok((left <= i64::from(lead)).then_some("soon"))
}

/// Handlers always; the reviewers or heads when it is their move; the captain when it is over.
fn people(parts: &Parts, case: &Case, occasion: &str) -> Vec<PersonId> {
    let mut people = case.handlers.clone();
    let role = match case.waiting_for() {
        WaitingFor::Head => Some(Role::Head),
        WaitingFor::Reviewer => Some(Role::Reviewer),
        WaitingFor::Finance => Some(Role::Finance),
        _ => None,
    };
    if let Some(role) = role {
        let with_role = parts.county.roster.iter().filter(|person| person.is(role));
        people.extend(with_role.map(|person| person.id.clone()));
    }
    if occasion == "over" {
        people.extend(captains(
            parts,
            case.opening.as_ref().map(|opening| &opening.brigade),
        ));
    }
    people.sort();
    people.dedup();
    people
}

/// The captain of a brigade, or of all.
fn captains(parts: &Parts, brigade: Option<&BrigadeCode>) -> Vec<PersonId> {
    let captains = parts
        .county
        .roster
        .iter()
        .filter(|person| person.is(Role::Captain));
    let concerned = captains.filter(|person| brigade.is_none() || person.brigade.as_ref() == brigade);
    concerned.map(|person| person.id.clone()).collect()
}

async fn tell(parts: &Parts, limit: &Limit, occasion: &str, people: Vec<PersonId>) -> Answer<u64> {
    let mut written = 0;
    for person in people {
        written += u64::from(parts.store.tell(&message(parts, limit, occasion, person)).await?);
    }
    Ok(written)
}

fn message(parts: &Parts, limit: &Limit, occasion: &str, person: PersonId) -> Notice {
    let params = [
        ("title", limit.title.clone()),
        ("number", limit.number.clone()),
        ("rule", limit.rule.clone()),
        ("due_on", limit.due_on.to_string()),
        ("article", limit.article.clone()),
    ];
    Notice {
        id: Uuid::new_v4(),
        once_key: format!("{person}/{}/{}/{}/{occasion}", limit.id, limit.rule, limit.due_on),
        person,
        kind: "deadline".to_owned(),
        subject_kind: limit.kind.to_owned(),
        subject_id: limit.id,
        text_code: format!("deadline_{occasion}"),
        params: params
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        due_on: Some(limit.due_on),
        created_at: parts.now(),
        read_at: None,
    }
}
