//! Legal instruments (执法文书): from a case to a page that can be printed, signed and sealed.
//!
//! Invariant: pure. Values go in, text comes out; no clock, no file, no database, no HTTP. The same case gives the
//! same bytes. What a party or an officer typed is never markup. The sentences of the law stand in
//! `templates/zh-CN/`; here stands only what they are filled with, and what must not be missing.

mod capitals;
mod checks;
mod defect;
mod engine;
mod instrument;
mod page;
mod sheet;
mod terms;
mod words;

pub use capitals::capitals;
pub use defect::{Defect, RenderError};
pub use instrument::{Instrument, InstrumentKind, UnknownKind, available};
pub use page::render;
pub use sheet::{PrintedParty, Sheet};
pub use terms::{Term, Terms};
