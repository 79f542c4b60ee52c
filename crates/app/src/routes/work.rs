//! What the law and the day want from the person who asks, and the figures of the board.

use crate::{
    error::Answer,
    guard::SignedIn,
    parts::Parts,
    views::case::{self, CaseRow},
};
use rocket::{Route, State, get, routes, serde::json::Json};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use yizhi_casework::case::WaitingFor;
use yizhi_domain::{
    id::StationCode,
    organisation::Role,
    permit::{Act, permit_some, reach},
    rules::Unit,
};
use yizhi_persistence::{CaseFilter, CaseSort};

pub(super) fn routes() -> Vec<Route> {
    routes![work, overview]
}

/// My work, in three groups, the most urgent first.
#[derive(Serialize, ToSchema)]
pub struct Work {
    /// A limit ends soon or is over.
    pub due: Vec<CaseRow>,
    /// My move.
    pub todo: Vec<CaseRow>,
    /// Somebody else's move.
    pub waiting: Vec<CaseRow>,
}

/// The most cases one page of work shows; a person has a few dozen.
const MOST: u64 = 100;

/// My work.
#[utoipa::path(tag = "work", responses((status = 200, body = Work)))]
#[get("/work")]
pub async fn work(who: SignedIn, parts: &State<Parts>) -> Answer<Json<Work>> {
    permit_some(&who.actor, Act::ReadCase)?;
    let mine: Vec<&str> = who
        .actor
        .roles
        .iter()
        .filter_map(|role| waits_for(*role))
        .collect();
    let handler = who.actor.roles.contains(&Role::Officer);
    let reaches = reach(&who.actor, Act::ReadCase);
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    let mut take = |page: Vec<yizhi_persistence::CaseListRow>| {
        rows.extend(
            page.into_iter()
                .filter(|row| seen.insert(row.case_id))
                .map(|row| case::row(parts, row)),
        );
    };
    if handler {
        let filter = CaseFilter {
            hand: Some(who.actor.person.clone()),
            ..CaseFilter::default()
        };
        take(
            parts
                .store
                .cases(&reaches, &filter, CaseSort::Due, None, MOST)
                .await?
                .rows,
        );
    }
    for role in &mine {
        let filter = CaseFilter {
            waiting_for: Some((*role).to_owned()),
            ..CaseFilter::default()
        };
        if *role != "officer" {
            take(
                parts
                    .store
                    .cases(&reaches, &filter, CaseSort::Due, None, MOST)
                    .await?
                    .rows,
            );
        }
    }
    let soon = parts
        .county
        .rules
        .find("reminder_lead", "*", parts.today())
        .map(|rule| i64::from(rule.amount));
    Ok(Json(group(rows, &mine, soon.unwrap_or(0))))
}

fn waits_for(role: Role) -> Option<&'static str> {
    match role {
        Role::Officer => Some("officer"),
        Role::Head => Some("head"),
        Role::Reviewer => Some("reviewer"),
        Role::Finance => Some("finance"),
        Role::Captain | Role::Supervisor | Role::Administrator | Role::Department => None,
    }
}

fn group(rows: Vec<CaseRow>, mine: &[&str], soon: i64) -> Work {
    let mut work = Work {
        due: Vec::new(),
        todo: Vec::new(),
        waiting: Vec::new(),
    };
    for row in rows {
        let my_move = match row.waiting_for {
            WaitingFor::Officer => mine.contains(&"officer"),
            WaitingFor::Head => mine.contains(&"head"),
            WaitingFor::Reviewer => mine.contains(&"reviewer"),
            WaitingFor::Finance => mine.contains(&"finance"),
            WaitingFor::Party => false,
            WaitingFor::None => continue,
        };
        let pressing = row.next_due.as_ref().is_some_and(|due| {
            let ahead = if due.unit == Unit::WorkingDays {
                soon
            } else {
                soon + 4
            };
            due.left <= ahead
        });
        let group = match (my_move, pressing) {
            (true, true) => &mut work.due,
            (true, false) => &mut work.todo,
            (false, _) => &mut work.waiting,
        };
        group.push(row);
    }
    work
}

/// Load of a station.
#[derive(Serialize, ToSchema)]
pub struct StationLoad {
    /// Station.
    #[schema(value_type = String)]
    pub code: StationCode,
    /// Leads that wait.
    pub open_leads: u64,
    /// Cases that are open.
    pub open_cases: u64,
    /// Officers posted there with a valid credential.
    pub officers: u64,
}

/// Figures of the board, cut by reach.
#[derive(Serialize, ToSchema)]
pub struct Overview {
    /// Cases in each stage.
    pub stages: BTreeMap<String, u64>,
    /// Links in each state.
    pub links: BTreeMap<String, u64>,
    /// Cases with a limit that is over.
    pub overdue: u64,
    /// Load of each station.
    pub stations: Vec<StationLoad>,
}

/// The board.
#[utoipa::path(tag = "work", responses((status = 200, body = Overview)))]
#[get("/overview")]
pub async fn overview(who: SignedIn, parts: &State<Parts>) -> Answer<Json<Overview>> {
    permit_some(&who.actor, Act::ReadOverview)?;
    let of = |act| reach(&who.actor, act);
    let store = &parts.store;
    let cases: BTreeMap<_, _> = store
        .open_cases_by_station(&of(Act::ReadCase))
        .await?
        .into_iter()
        .collect();
    let leads: BTreeMap<_, _> = store
        .open_leads_by_station(&of(Act::ReadLead))
        .await?
        .into_iter()
        .collect();
    let today = parts.today();
    let load = |code: &StationCode| StationLoad {
        code: code.clone(),
        open_leads: leads.get(&Some(code.clone())).copied().unwrap_or(0),
        open_cases: cases.get(&Some(code.clone())).copied().unwrap_or(0),
        officers: parts
            .county
            .roster
            .iter()
            .filter(|person| person.station.as_ref() == Some(code) && person.certified_on(today))
            .fold(0, |count, _| count + 1),
    };
    Ok(Json(Overview {
        stages: store.case_stages(&of(Act::ReadCase)).await?.into_iter().collect(),
        links: store.link_states(&of(Act::ReadLink)).await?.into_iter().collect(),
        overdue: store.overdue_cases(&of(Act::ReadCase), today).await?,
        stations: parts
            .county
            .stations
            .iter()
            .map(|station| load(&station.code))
            .collect(),
    }))
}
