//! Links as shown, and the chain as a line of steps.

use super::{act::ActView, deadline, deadline::DeadlineView, timeline, timeline::TimelineEntry};
use crate::parts::Parts;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;
use yizhi_domain::{id::DepartmentCode, permit::Actor};
use yizhi_linkage::link::{Approval, Finding, Link, LinkActKind, LinkState, Referral, ResultKind};
use yizhi_persistence::{
    LinkListRow, StoredEvent,
    projection::{Head, Projected, Rows},
};

/// A link on a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LinkRow {
    /// Id.
    pub id: Uuid,
    /// State.
    pub state: LinkState,
    /// Department that referred it.
    #[schema(value_type = String)]
    pub department: DepartmentCode,
    /// The party.
    pub party_name: String,
    /// What was found.
    pub text: String,
    /// When it was referred.
    pub referred_at: DateTime<FixedOffset>,
    /// Whether it is urgent.
    pub urgent: bool,
    /// Its lead.
    pub lead_id: Option<Uuid>,
    /// Its case.
    pub case_id: Option<Uuid>,
    /// Last day to answer, while it waits.
    pub due_on: Option<NaiveDate>,
    /// Version.
    pub version: u64,
}

/// A step of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChainStepKind {
    /// The approval.
    Approval,
    /// What supervision found.
    Supervision,
    /// The referral.
    Referral,
    /// The lead.
    Lead,
    /// The case.
    Case,
    /// The decision.
    Decision,
    /// The feedback that closes the loop.
    Feedback,
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChainStepState {
    /// Done.
    Done,
    /// The next move.
    Waiting,
    /// Not reached, or there is none.
    Absent,
    /// The chain ended here without going on.
    Broken,
}

/// A step with its day and what it points to.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChainStep {
    /// Which.
    pub step: ChainStepKind,
    /// Where it stands.
    pub state: ChainStepState,
    /// The day it was done.
    pub on: Option<NaiveDate>,
    /// Values for its sentence.
    pub params: BTreeMap<String, String>,
    /// The thing behind it.
    pub target: Option<ChainTarget>,
}

/// The thing behind a step.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChainTarget {
    /// `lead`, `case` or `link`.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
}

/// A link with all of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LinkView {
    /// What the list shows.
    #[serde(flatten)]
    pub row: LinkRow,
    /// The approval.
    pub approval: Option<Approval>,
    /// The finding.
    pub finding: Finding,
    /// The item the department thinks of.
    pub item: Option<String>,
    /// Where.
    pub place: String,
    /// Acts.
    pub available_acts: Vec<ActView>,
    /// Timeline.
    pub timeline: Vec<TimelineEntry>,
    /// Limits.
    pub deadlines: Vec<DeadlineView>,
    /// The chain.
    pub chain: Vec<ChainStep>,
}

/// A row of a list; `None` when it is spelled in a way this version does not know.
#[must_use]
pub fn listed(row: LinkListRow) -> Option<LinkRow> {
    Some(LinkRow {
        id: row.link_id.0,
        state: serde_json::from_value(row.state.into()).ok()?,
        department: row.department,
        party_name: row.party_name,
        text: row.text,
        referred_at: row.referred_at,
        urgent: row.urgent,
        lead_id: row.lead_id.map(|lead| lead.0),
        case_id: row.case_id.map(|case| case.0),
        due_on: row.due_on,
        version: row.version,
    })
}

/// The row of one link from its state, made the way the lists are made.
fn row(id: Uuid, link: &Link, referral: &Referral) -> Option<LinkRow> {
    match link.rows(&Head {
        id,
        version: link.version,
        at: referral.referred_at,
    }) {
        Rows::Link(row) => listed(*row),
        _ => None,
    }
}

/// The whole link.
#[must_use]
pub fn view(parts: &Parts, actor: &Actor, id: Uuid, link: &Link, events: &[StoredEvent]) -> Option<LinkView> {
    let referral = link.referral.as_ref()?;
    let acts = link.available_acts(actor);
    Some(LinkView {
        row: row(id, link, referral)?,
        approval: referral.approval.clone(),
        finding: referral.finding.clone(),
        item: referral.item.as_ref().map(ToString::to_string),
        place: referral.place.to_string(),
        available_acts: acts
            .iter()
            .map(|(kind, reason)| ActView::of(kind, *kind == LinkActKind::Accept, reason.as_ref()))
            .collect(),
        timeline: timeline::of(parts, events),
        deadlines: if link.state == LinkState::Referred {
            vec![deadline::running(parts, referral.answer_by.clone(), true)]
        } else {
            Vec::new()
        },
        chain: chain(id, link, referral),
    })
}

/// The chain as a line of steps (L-15).
fn chain(id: Uuid, link: &Link, referral: &Referral) -> Vec<ChainStep> {
    use ChainStepKind as K;
    use ChainStepState as S;
    let told = |wanted: &[ResultKind]| link.told.iter().find(|told| wanted.contains(&told.result));
    let broken = matches!(link.state, LinkState::Returned | LinkState::NotFiled);
    let mut steps: Vec<ChainStep> = Vec::new();
    let mut step = |kind,
                    on: Option<NaiveDate>,
                    params: Vec<(&str, String)>,
                    target: Option<(&str, Uuid)>,
                    wanted: bool| {
        let open = steps
            .iter()
            .all(|step: &ChainStep| !matches!(step.state, S::Waiting | S::Broken));
        let state = match (on, wanted) {
            (Some(_), _) => S::Done,
            (None, false) => S::Absent,
            (None, true) if open && broken => S::Broken,
            (None, true) if open => S::Waiting,
            (None, true) => S::Absent,
        };
        steps.push(ChainStep {
            step: kind,
            state,
            on,
            params: params
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            target: target.map(|(kind, id)| ChainTarget {
                kind: kind.to_owned(),
                id,
            }),
        });
    };
    let approval = referral.approval.as_ref();
    let granted = approval.map_or(Vec::new(), |approval| {
        vec![
            ("permit_no", approval.permit_no.to_string()),
            ("item", approval.approval_item.to_string()),
        ]
    });
    step(K::Approval, approval.map(|a| a.granted_on), granted, None, false);
    let found = vec![("text", referral.finding.text.to_string())];
    step(K::Supervision, Some(referral.finding.found_on), found, None, true);
    let referred = vec![("department", referral.department.to_string())];
    step(
        K::Referral,
        Some(referral.referred_at.date_naive()),
        referred,
        Some(("link", id)),
        true,
    );
    let lead = link.lead.map(|lead| ("lead", lead.0));
    step(K::Lead, link.lead.and(link.answered_on), Vec::new(), lead, true);
    let case = |told: &yizhi_linkage::link::Told| told.case.map(|case| ("case", case.0));
    let number = |told: &yizhi_linkage::link::Told| {
        told.number
            .iter()
            .map(|number| ("number", number.clone()))
            .collect::<Vec<_>>()
    };
    for (kind, wanted) in [
        (K::Case, &[ResultKind::Filed][..]),
        (
            K::Decision,
            &[ResultKind::Decided, ResultKind::DecidedNoPenalty][..],
        ),
        (K::Feedback, &[ResultKind::Closed][..]),
    ] {
        let found = told(wanted);
        step(
            kind,
            found.map(|t| t.on),
            found.map(number).unwrap_or_default(),
            found.and_then(case),
            true,
        );
    }
    steps
}
