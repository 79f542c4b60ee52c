//! Reading tables so that a fault names its file, row and column.

use super::Files;
use crate::Day;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    str::FromStr,
};

/// Something wrong in a county's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// File name.
    pub file: String,
    /// Row of the file, the header being row 1; 0 for the file as a whole.
    pub row: usize,
    /// Column name; empty for the row as a whole.
    pub column: String,
    /// Stable code; the front end says it in Chinese.
    pub code: &'static str,
    /// The cell's text, shortened; empty where the fault is not in one cell.
    pub value: String,
    /// What is wrong.
    pub says: String,
}

/// The most of a cell's text that a fault repeats, in characters.
const SHOWN: usize = 60;

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
pub(crate) struct Reader<'a> {
    files: &'a Files,
    faults: RefCell<Vec<Fault>>,
}

/// One row of a table.
pub(crate) struct Row<'a> {
    reader: &'a Reader<'a>,
    file: &'a str,
    row: usize,
    places: Rc<BTreeMap<String, usize>>,
    record: csv::StringRecord,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(files: &'a Files) -> Self {
        Self {
            files,
            faults: RefCell::new(Vec::new()),
        }
    }

    pub(crate) fn into_faults(self) -> Vec<Fault> {
        self.faults.into_inner()
    }

    pub(crate) fn fault(&self, file: &str, row: usize, column: &str, says: impl ToString) {
        self.fault_as(("row.wrong", ""), file, row, column, says);
    }

    /// A fault with a code of its own and the cell's text.
    pub(crate) fn fault_as(
        &self,
        (code, value): (&'static str, &str),
        file: &str,
        row: usize,
        column: &str,
        says: impl ToString,
    ) {
        self.faults.borrow_mut().push(Fault {
            file: file.to_owned(),
            row,
            column: column.to_owned(),
            code,
            value: value.chars().take(SHOWN).collect(),
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

    pub(crate) fn text(&self, file: &str) -> Option<&'a str> {
        match std::str::from_utf8(self.bytes(file)?) {
            Ok(text) => Some(text),
            Err(error) => {
                self.fault(file, 0, "", format!("not UTF-8: {error}"));
                None
            }
        }
    }

    pub(crate) fn json<T: serde::de::DeserializeOwned>(&self, file: &str) -> Option<T> {
        match serde_json::from_slice(self.bytes(file)?) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(file, error.line(), "", error);
                None
            }
        }
    }

    /// Rows of a table that must have exactly these columns.
    pub(crate) fn table(&'a self, file: &'a str, columns: &[&str]) -> Vec<Row<'a>> {
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
        let mut records = Vec::new();
        for (place, record) in table.records().enumerate() {
            match record {
                Ok(record) => records.push((place + 2, record)),
                Err(error) => self.fault_as(("row.unreadable", ""), file, place + 2, "", error),
            }
        }
        self.rows(file, &headers, records, columns)
    }

    /// Rows that were read elsewhere, with their numbers; they must have exactly these columns.
    pub(crate) fn rows(
        &'a self,
        file: &'a str,
        headers: &csv::StringRecord,
        records: Vec<(usize, csv::StringRecord)>,
        columns: &[&str],
    ) -> Vec<Row<'a>> {
        let (given, wanted): (BTreeSet<&str>, BTreeSet<&str>) =
            (headers.iter().collect(), columns.iter().copied().collect());
        for missing in wanted.difference(&given) {
            self.fault_as(("column.missing", ""), file, 1, missing, "the column is missing");
        }
        for unknown in given.difference(&wanted) {
            self.fault_as(
                ("column.unknown", unknown),
                file,
                1,
                unknown,
                "no such column is known",
            );
        }
        if given != wanted {
            return Vec::new();
        }
        if headers.len() != given.len() {
            self.fault_as(("column.twice", ""), file, 1, "", "a column stands twice");
            return Vec::new();
        }
        let places: Rc<BTreeMap<String, usize>> = Rc::new(
            headers
                .iter()
                .enumerate()
                .map(|(place, name)| (name.to_owned(), place))
                .collect(),
        );
        records
            .into_iter()
            .map(|(row, record)| Row {
                reader: self,
                file,
                row,
                places: Rc::clone(&places),
                record,
            })
            .collect()
    }
}

impl Row<'_> {
    pub(crate) fn fault(&self, column: &str, says: impl ToString) {
        self.reader.fault(self.file, self.row, column, says);
    }

    /// A fault with a code of its own; the cell's text goes with it.
    pub(crate) fn fault_as(&self, code: &'static str, column: &str, says: impl ToString) {
        let value = self.cell(column).to_owned();
        self.reader
            .fault_as((code, &value), self.file, self.row, column, says);
    }

    /// Number of the row in its file.
    pub(crate) fn number(&self) -> usize {
        self.row
    }

    /// Every cell.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        self.places
            .iter()
            .map(|(name, place)| (name.as_str(), self.record.get(*place).unwrap_or("")))
    }

    /// The cell, trimmed; empty when there is none.
    pub(crate) fn cell(&self, column: &str) -> &str {
        let place = self.places.get(column);
        place
            .and_then(|place| self.record.get(*place))
            .unwrap_or("")
            .trim()
    }

    /// A cell that must not be empty.
    pub(crate) fn required(&self, column: &str) -> Option<String> {
        let text = self.cell(column);
        if text.is_empty() {
            self.fault_as("cell.empty", column, "the cell is empty");
            return None;
        }
        Some(text.to_owned())
    }

    /// An optional cell as text.
    pub(crate) fn optional(&self, column: &str) -> Option<String> {
        Some(self.cell(column))
            .filter(|text| !text.is_empty())
            .map(ToOwned::to_owned)
    }

    /// A cell read by a function that says what is wrong; `Some(None)` when it is empty.
    pub(crate) fn read<T, E: ToString>(
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
                self.fault_as(
                    "cell.unreadable",
                    column,
                    format!("'{text}': {}", error.to_string()),
                );
                None
            }
        }
    }

    /// The same, for a cell that must not be empty.
    pub(crate) fn must<T, E: ToString>(
        &self,
        column: &str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        self.required(column)?;
        self.read(column, read)?
    }

    pub(crate) fn day(&self, column: &str) -> Option<Option<Day>> {
        self.read(column, Day::from_str)
    }

    pub(crate) fn must_day(&self, column: &str) -> Option<Day> {
        self.must(column, Day::from_str)
    }

    /// A word of a closed list, by its serde name.
    pub(crate) fn word<T: serde::de::DeserializeOwned>(&self, column: &str) -> Option<T> {
        self.must(column, word)
    }

    /// `yes` or `no`.
    pub(crate) fn yes(&self, column: &str) -> Option<bool> {
        self.must(column, |text| match text {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err("must be yes or no"),
        })
    }

    /// A code that must be among the known ones.
    pub(crate) fn known<C: Clone + Ord + TryFrom<String>>(
        &self,
        column: &str,
        known: &BTreeSet<C>,
    ) -> Option<Option<C>> {
        let text = self.cell(column);
        if text.is_empty() {
            return Some(None);
        }
        let code = C::try_from(text.to_owned())
            .ok()
            .filter(|code| known.contains(code));
        if code.is_none() {
            self.fault_as(
                "cell.unknown",
                column,
                format!("'{text}' is not among the known codes"),
            );
        }
        code.map(Some)
    }
}

/// A word of a closed list, by its serde name.
pub(crate) fn word<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).map_err(|error| error.to_string())
}
