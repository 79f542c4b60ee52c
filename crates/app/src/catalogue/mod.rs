//! The catalogue while the program runs: what is shown today, its search, its copy for the pocket, its files.

pub mod bundle;
pub mod lexicon;
pub mod shelf;
pub mod table;
pub mod workbook;

pub use shelf::{Shelf, Shown};
