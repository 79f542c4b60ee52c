//! The list of items as a table: one template, the same for CSV and XLSX, for reading and for writing.
//!
//! A cell that holds several values separates them by `|`. Columns of one group (`basis_…`, `fine_…`) are read side by
//! side: the second value of each belongs to the second article or branch; one value alone stands for all.

mod columns;
mod difference;
mod read;
mod read_fine;
mod write;

pub use columns::{COLUMNS, Column, column_of};
pub use difference::{ChangedCell, Difference, difference};
pub use read::{Context, Table, read};
pub(crate) use read::{decimal, read_rows};
pub use write::{cells, header, row};
