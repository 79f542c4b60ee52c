//! Files of lists on their way in: CSV and XLSX to rows of text, or a refusal that says what the file is.

use calamine::{Data, Reader, Xlsx};
use encoding_rs::{Encoding, GB18030};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};
use yizhi_domain::{
    catalogue::sheet::{COLUMNS, Table, column_of},
    refusal::{Ground, Refusal},
};

/// The most bytes a list may have, as sent.
pub const LIST_LIMIT: u64 = 10 * 1024 * 1024;
/// The most bytes an XLSX may unpack to.
const UNPACKED_LIMIT: u64 = 128 * 1024 * 1024;
/// The most rows of a list; the whole province has fewer.
const ROW_LIMIT: usize = 100_000;

/// The file is neither.
pub const NOT_A_LIST: Ground = Ground {
    code: "list.not_a_table",
    article: "",
    says: "The file is neither a CSV text nor an XLSX workbook.",
    remedy: "Download the template, fill it in, and save it as XLSX or CSV.",
};
/// The workbook cannot be opened.
pub const BAD_WORKBOOK: Ground = Ground {
    code: "list.bad_workbook",
    article: "",
    says: "The XLSX workbook is damaged or has no sheet that can be read.",
    remedy: "Open it in a spreadsheet program and save it again.",
};
/// It unpacks to more than is taken.
pub const TOO_LARGE: Ground = Ground {
    code: "list.too_large",
    article: "",
    says: "The list is larger than is taken here.",
    remedy: "Send at most 10 MiB, 128 MiB unpacked, and 100,000 rows.",
};
/// The text is in no encoding that we read.
pub const BAD_ENCODING: Ground = Ground {
    code: "list.encoding",
    article: "",
    says: "The text is neither UTF-8, UTF-16 with a mark, nor GBK/GB18030.",
    remedy: "Save the file as UTF-8 or as XLSX.",
};
/// Nothing in it.
pub const EMPTY: Ground = Ground {
    code: "list.empty",
    article: "",
    says: "The list has no heading and no rows.",
    remedy: "Download the template and fill it in.",
};

/// Every ground of this file.
pub const ALL: &[&Ground] = &[&NOT_A_LIST, &BAD_WORKBOOK, &TOO_LARGE, &BAD_ENCODING, &EMPTY];

/// Reads a file, by its bytes and not by its name.
pub fn read(name: &str, bytes: &[u8]) -> Result<Table, Refusal> {
    if bytes.is_empty() {
        return Err(EMPTY.refuse());
    }
    let table = if bytes.starts_with(b"PK") {
        workbook(name, bytes)?
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        // The old XLS; its macros and links are not worth the risk.
        return Err(NOT_A_LIST.refuse());
    } else {
        text(name, bytes)?
    };
    if table.headings.is_empty() {
        return Err(EMPTY.refuse());
    }
    TOO_LARGE.unless(table.rows.len() <= ROW_LIMIT)?;
    Ok(table)
}

fn text(name: &str, bytes: &[u8]) -> Result<Table, Refusal> {
    // A byte of zero is in no text but UTF-16, which begins with its mark.
    let marked = Encoding::for_bom(bytes);
    if marked.is_none() && bytes.contains(&0) {
        return Err(NOT_A_LIST.refuse());
    }
    let text = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| NOT_A_LIST.refuse().with("why", error))?;
        let line = record.position().map_or(0, csv::Position::record);
        let row = usize::try_from(line).unwrap_or(usize::MAX).saturating_add(1);
        rows.push((row, record.iter().map(ToOwned::to_owned).collect::<Vec<String>>()));
        TOO_LARGE.unless(rows.len() <= ROW_LIMIT + 1)?;
    }
    Ok(table(name, rows))
}

/// UTF-8 or UTF-16 by its mark; else UTF-8; else GB18030, which holds GBK, when the headings then make sense.
fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
        return text.map(Into::into).ok_or_else(|| BAD_ENCODING.refuse());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    let text = text.ok_or_else(|| BAD_ENCODING.refuse())?;
    let first = text.lines().next().unwrap_or_default();
    BAD_ENCODING.unless(
        first
            .split(',')
            .any(|heading| column_of(heading.trim_matches('"')).is_some()),
    )?;
    Ok(text.into())
}

/// Cells are taken one by one: a workbook of two cells, the second in the last row and column there can be, is small in
/// bytes and would fill the memory as a rectangle.
fn workbook(name: &str, bytes: &[u8]) -> Result<Table, Refusal> {
    let bad = |error: &dyn std::fmt::Display| BAD_WORKBOOK.refuse().with("why", error);
    within_limit(bytes)?;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes))
        .map_err(|error: calamine::XlsxError| bad(&error))?;
    let sheet = book
        .sheet_names()
        .first()
        .cloned()
        .ok_or_else(|| BAD_WORKBOOK.refuse())?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|error| bad(&error))?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell_with_formula().map_err(|error| bad(&error))? {
        let text = match cell.formula.filter(|formula| !formula.is_empty()) {
            // A formula is refused as one, whatever it last came to.
            Some(formula) => format!("={formula}"),
            None => cell_text(&cell.value.into()),
        };
        if text.trim().is_empty() {
            continue;
        }
        let (row, column) = (cell.pos.0, usize::try_from(cell.pos.1).unwrap_or(usize::MAX));
        TOO_LARGE.unless(column < 4 * COLUMNS.len() && rows.len() <= ROW_LIMIT + 1)?;
        let texts = rows.entry(row).or_default();
        if texts.len() <= column {
            texts.resize(column + 1, String::new());
        }
        if let Some(slot) = texts.get_mut(column) {
            *slot = text;
        }
    }
    let number = |row: u32| usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
    Ok(table(
        name,
        rows.into_iter()
            .map(|(row, texts)| (number(row), texts))
            .collect(),
    ))
}

/// Unpacks every part into nothing and counts: what a part says of its own size may be a lie.
fn within_limit(bytes: &[u8]) -> Result<(), Refusal> {
    let bad = |error: &dyn std::fmt::Display| BAD_WORKBOOK.refuse().with("why", error);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| bad(&error))?;
    let mut left = UNPACKED_LIMIT;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|error| bad(&error))?;
        let read =
            std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|error| bad(&error))?;
        left = left.checked_sub(read).ok_or_else(|| TOO_LARGE.refuse())?;
    }
    Ok(())
}

/// What stands in a cell, as one would type it.
fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

/// The first row that is not empty is the heading; rows without any text are left out, also in the middle.
fn table(name: &str, rows: Vec<(usize, Vec<String>)>) -> Table {
    let filled = |row: &(usize, Vec<String>)| row.1.iter().any(|cell| !cell.trim().is_empty());
    let mut rows = rows.into_iter().filter(filled);
    let mut headings = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    // Spreadsheets like to leave empty columns at the right.
    while headings.last().is_some_and(|heading| heading.trim().is_empty()) {
        headings.pop();
    }
    Table {
        name: name.to_owned(),
        headings,
        rows: rows.collect(),
    }
}
