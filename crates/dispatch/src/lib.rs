//! Areas, leads and their assignment: from a complaint to the right officers.
//!
//! Invariant: pure. It knows no penalty, no case event, no map tile, no clock and no database.

pub mod coverage;
pub mod lead;
