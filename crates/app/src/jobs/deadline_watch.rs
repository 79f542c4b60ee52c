//! Each morning: who must act because a limit ends soon or is over.

use crate::{error::Answer, parts::Parts};
use chrono::Days;
use uuid::Uuid;
use yizhi_casework::case::{Case, DeadlineState, WaitingFor};
use yizhi_domain::{Day, deadline::Deadline, id::PersonId, organisation::Role};
use yizhi_persistence::Notice;

/// Limits are looked at this many calendar days ahead; the lead in working days comes from the rule book.
const HORIZON_DAYS: u64 = 14;

/// Writes reminders; one for each person, limit and occasion, however often it runs.
pub async fn run(parts: &Parts) -> Answer<u64> {
    let today = parts.today();
    let lead = parts.county.rules.find("reminder_lead", "*", today)?.amount;
    let through = today.checked_add_days(Days::new(HORIZON_DAYS)).unwrap_or(today);
    let mut written = 0;
    for running in parts.store.running_deadlines(through).await? {
        let Some(occasion) = occasion(parts, &running.deadline, today, lead) else {
            continue;
        };
        let Some((case, _)) = parts.store.load::<Case>(running.case_id.0).await? else {
            continue;
        };
        let still = case
            .deadlines()
            .into_iter()
            .find(|t| t.deadline == running.deadline);
        if still.is_none_or(|tracked| tracked.state != DeadlineState::Running) {
            continue;
        }
        for person in people(parts, &case, occasion) {
            let message = message(
                parts,
                &case,
                running.case_id.0,
                &running.deadline,
                occasion,
                person,
            );
            written += u64::from(parts.store.tell(&message).await?);
        }
    }
    Ok(written)
}

/// `soon` within the lead, `today` on the last day, `over` after it; the party's own time ends without a word of
/// lateness, it is then the head's move.
fn occasion(parts: &Parts, deadline: &Deadline, today: Day, lead: u32) -> Option<&'static str> {
    let party = matches!(deadline.rule.as_str(), "statement" | "hearing_request");
    if deadline.is_over(today) {
        return Some(if party { "ended" } else { "over" });
    }
    if party {
        return None;
    }
    if deadline.due_on == today {
        return Some("today");
    }
    let left = parts.county.calendar.working_days_between(today, deadline.due_on);
    (left <= i64::from(lead)).then_some("soon")
}

/// Handlers always; the reviewers or heads when it is their move.
fn people(parts: &Parts, case: &Case, occasion: &str) -> Vec<PersonId> {
    let mut people = case.handlers.clone();
    let role = match case.waiting_for() {
        WaitingFor::Head => Some(Role::Head),
        WaitingFor::Reviewer => Some(Role::Reviewer),
        WaitingFor::Finance => Some(Role::Finance),
        _ => None,
    };
    let roster = || parts.county.roster.iter();
    if let Some(role) = role {
        people.extend(
            roster()
                .filter(|person| person.is(role))
                .map(|person| person.id.clone()),
        );
    }
    if occasion == "over" {
        let brigade = case.opening.as_ref().map(|opening| opening.brigade.clone());
        let captains = roster().filter(|person| person.is(Role::Captain) && person.brigade == brigade);
        people.extend(captains.map(|person| person.id.clone()));
    }
    people.sort();
    people.dedup();
    people
}

fn message(
    parts: &Parts,
    case: &Case,
    id: Uuid,
    deadline: &Deadline,
    occasion: &str,
    person: PersonId,
) -> Notice {
    let params = [
        ("title", case.title()),
        (
            "number",
            case.filing
                .as_ref()
                .map(|filing| filing.number.clone())
                .unwrap_or_default(),
        ),
        ("rule", deadline.rule.clone()),
        ("due_on", deadline.due_on.to_string()),
        ("article", deadline.article.clone()),
    ];
    Notice {
        id: Uuid::new_v4(),
        once_key: format!("{person}/{id}/{}/{}/{occasion}", deadline.rule, deadline.due_on),
        person,
        kind: "deadline".to_owned(),
        subject_kind: "case".to_owned(),
        subject_id: id,
        text_code: format!("deadline_{occasion}"),
        params: params
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        due_on: Some(deadline.due_on),
        created_at: parts.now(),
        read_at: None,
    }
}
