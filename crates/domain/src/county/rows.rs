//! Reading tables so that a fault names its file, row and column.

use super::Files;
use crate::Day;
use std::{cell::RefCell, collections::BTreeSet, str::FromStr};

/// Something wrong in a county's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// File name.
    pub file: String,
    /// Row of the file, the header being row 1; 0 for the file as a whole.
    pub row: usize,
    /// Column name; empty for the row as a whole.
    pub column: String,
    /// What is wrong.
    pub says: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}, row {}, column '{}': {}",
            self.file, self.row, self.column, self.says
        )
    }
}

/// Reads files and collects every fault instead of stopping at the first.
pub(super) struct Reader<'a> {
    files: &'a Files,
    faults: RefCell<Vec<Fault>>,
}

/// One row of a table.
pub(super) struct Row<'a> {
    reader: &'a Reader<'a>,
    file: &'a str,
    row: usize,
    headers: csv::StringRecord,
    record: csv::StringRecord,
}

impl<'a> Reader<'a> {
    pub(super) fn new(files: &'a Files) -> Self {
        Self {
            files,
            faults: RefCell::new(Vec::new()),
        }
    }

    pub(super) fn into_faults(self) -> Vec<Fault> {
        self.faults.into_inner()
    }

    pub(super) fn fault(&self, file: &str, row: usize, column: &str, says: impl ToString) {
        self.faults.borrow_mut().push(Fault {
            file: file.to_owned(),
            row,
            column: column.to_owned(),
            says: says.to_string(),
        });
    }

    fn bytes(&self, file: &str) -> Option<&'a [u8]> {
        let bytes = self.files.get(file).map(Vec::as_slice);
        if bytes.is_none() {
            self.fault(file, 0, "", "the file is missing");
        }
        bytes
    }

    pub(super) fn text(&self, file: &str) -> Option<&'a str> {
        match std::str::from_utf8(self.bytes(file)?) {
            Ok(text) => Some(text),
            Err(error) => {
                self.fault(file, 0, "", format!("not UTF-8: {error}"));
                None
            }
        }
    }

    pub(super) fn json<T: serde::de::DeserializeOwned>(&self, file: &str) -> Option<T> {
        match serde_json::from_slice(self.bytes(file)?) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(file, error.line(), "", error);
                None
            }
        }
    }

    /// Rows of a table that must have exactly these columns.
    pub(super) fn table(&'a self, file: &'a str, columns: &[&str]) -> Vec<Row<'a>> {
        let Some(text) = self.text(file) else {
            return Vec::new();
        };
        let mut table = csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let headers = match table.headers() {
            Ok(headers) => headers.clone(),
            Err(error) => {
                self.fault(file, 1, "", error);
                return Vec::new();
            }
        };
        let (given, wanted): (BTreeSet<&str>, BTreeSet<&str>) =
            (headers.iter().collect(), columns.iter().copied().collect());
        for missing in wanted.difference(&given) {
            self.fault(file, 1, missing, "the column is missing");
        }
        for unknown in given.difference(&wanted) {
            self.fault(file, 1, unknown, "no such column is known");
        }
        if given != wanted {
            return Vec::new();
        }
        let mut rows = Vec::new();
        for (place, record) in table.records().enumerate() {
            match record {
                Ok(record) => {
                    rows.push(Row {
                        reader: self,
                        file,
                        row: place + 2,
                        headers: headers.clone(),
                        record,
                    });
                }
                Err(error) => self.fault(file, place + 2, "", error),
            }
        }
        rows
    }
}

impl Row<'_> {
    pub(super) fn fault(&self, column: &str, says: impl ToString) {
        self.reader.fault(self.file, self.row, column, says);
    }

    /// The cell, trimmed; empty when there is none.
    pub(super) fn cell(&self, column: &str) -> &str {
        let place = self.headers.iter().position(|header| header == column);
        place
            .and_then(|place| self.record.get(place))
            .unwrap_or("")
            .trim()
    }

    /// A cell that must not be empty.
    pub(super) fn required(&self, column: &str) -> Option<String> {
        let text = self.cell(column);
        if text.is_empty() {
            self.fault(column, "the cell is empty");
            return None;
        }
        Some(text.to_owned())
    }

    /// An optional cell as text.
    pub(super) fn optional(&self, column: &str) -> Option<String> {
        Some(self.cell(column))
            .filter(|text| !text.is_empty())
            .map(ToOwned::to_owned)
    }

    /// A cell read by a function that says what is wrong; `Some(None)` when it is empty.
    pub(super) fn read<T, E: ToString>(
        &self,
        column: &str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Option<Option<T>> {
        let text = self.cell(column);
        if text.is_empty() {
            return Some(None);
        }
        match read(text) {
            Ok(value) => Some(Some(value)),
            Err(error) => {
                self.fault(column, format!("'{text}': {}", error.to_string()));
                None
            }
        }
    }

    /// The same, for a cell that must not be empty.
    pub(super) fn must<T, E: ToString>(
        &self,
        column: &str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        self.required(column)?;
        self.read(column, read)?
    }

    pub(super) fn day(&self, column: &str) -> Option<Option<Day>> {
        self.read(column, Day::from_str)
    }

    pub(super) fn must_day(&self, column: &str) -> Option<Day> {
        self.must(column, Day::from_str)
    }

    /// A word of a closed list, by its serde name.
    pub(super) fn word<T: serde::de::DeserializeOwned>(&self, column: &str) -> Option<T> {
        self.must(column, word)
    }

    /// `yes` or `no`.
    pub(super) fn yes(&self, column: &str) -> Option<bool> {
        self.must(column, |text| match text {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err("must be yes or no"),
        })
    }

    /// A code that must be among the known ones.
    pub(super) fn known<C: Clone + Ord + TryFrom<String>>(
        &self,
        column: &str,
        known: &BTreeSet<C>,
    ) -> Option<Option<C>> {
        self.read(column, |text| {
            C::try_from(text.to_owned())
                .ok()
                .filter(|code| known.contains(code))
                .ok_or("is not among the known codes")
        })
    }
}

/// A word of a closed list, by its serde name.
pub(super) fn word<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).map_err(|error| error.to_string())
}
