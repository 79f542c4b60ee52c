//! Projections: rows for lists, written from the folded state in the transaction of the events.
//!
//! Invariant: a row is a function of the fold and nothing else, so [`crate::Store::rebuild`] writes the
//! same bytes again.

mod board;
pub(crate) mod case_list;
mod case_row;
mod dump;
pub(crate) mod lead_list;
mod lead_row;
pub(crate) mod link_list;
mod of_case;
mod of_edition;
mod of_lead;
mod of_link;
pub(crate) mod page;
mod rebuild;
mod scope;

pub(crate) use scope::storable;

use crate::{error::StoreError, journal::event_store::Folded};
use case_list::CaseListRow;
use lead_list::LeadListRow;
use link_list::LinkListRow;
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;
use uuid::Uuid;
use yizhi_domain::{Moment, deadline::Deadline, id::PersonId, journal::Aggregate};

/// What the journal knows of a stream, beside its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The stream.
    pub id: Uuid,
    /// Its version.
    pub version: u64,
    /// When its last event was recorded.
    pub at: Moment,
}

/// The rows of one stream.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    /// Of a case, with its running limits.
    Case(Box<CaseListRow>, Vec<Deadline>),
    /// Of a lead.
    Lead(Box<LeadListRow>),
    /// Of a link.
    Link(Box<LinkListRow>),
    /// Of the editions of the catalogue.
    Editions(Vec<of_edition::EditionRow>),
    /// None; the stream is in no list.
    None,
}

/// An aggregate that stands in a list.
pub trait Projected: Aggregate {
    /// The rows of this state. Pure.
    fn rows(&self, head: &Head) -> Rows;
}

/// Writes the rows of a folded stream in place of the ones it had.
pub(crate) async fn write<A: Projected>(
    tx: &impl ConnectionTrait,
    stream: Uuid,
    folded: &Folded<A>,
) -> Result<(), StoreError> {
    let Some(at) = folded.at else { return Ok(()) };
    match folded.state.rows(&Head {
        id: stream,
        version: folded.version,
        at,
    }) {
        Rows::Case(row, running) => case_row::write(tx, &row, &running).await,
        Rows::Lead(row) => lead_row::write(tx, &row).await,
        Rows::Link(row) => link_list::write(tx, &row).await,
        Rows::Editions(rows) => of_edition::write(tx, &rows).await,
        Rows::None => Ok(()),
    }
}

/// The people of a list row with their places, each once.
fn in_order(hands: &[PersonId]) -> Vec<(i32, String)> {
    let mut seen = BTreeSet::new();
    (0..)
        .zip(
            hands
                .iter()
                .filter(|person| seen.insert(*person))
                .map(ToString::to_string),
        )
        .collect()
}
