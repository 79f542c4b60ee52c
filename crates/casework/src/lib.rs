//! A case from verification to archive: the law of the ordinary procedure (普通程序).
//!
//! Invariant: pure. No database, no clock, no HTTP; it knows no lead, no map, no approval. A reader who
//! wants only the law reads `case/decide/`.

pub mod case;

#[cfg(any(test, feature = "testkit"))]
pub mod testkit;
