//! Lists on their way out: the same cells as CSV and XLSX. No cell begins like a formula.

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use yizhi_domain::catalogue::{
    Item,
    sheet::{self, COLUMNS},
};

/// Name of the sheet with the items.
const ITEMS: &str = "事项";
/// Name of the sheet that says what belongs in each column.
const HELP: &str = "填写说明";

/// The items as CSV: UTF-8 with a mark, so that spreadsheet programs read it right.
pub fn csv<'a>(items: impl IntoIterator<Item = &'a Item>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(sheet::header())?;
    for item in items {
        writer.write_record(sheet::row(item).into_iter().map(harmless))?;
    }
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

/// The items as XLSX, with a second sheet that explains the columns.
pub fn xlsx<'a>(items: impl IntoIterator<Item = &'a Item>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same list gives the same bytes.
    book.set_properties(
        &rust_xlsxwriter::DocProperties::new()
            .set_creation_datetime(&rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 1, 1)?),
    );
    let bold = Format::new().set_bold();
    let rows = book.add_worksheet();
    rows.set_name(ITEMS)?;
    for (column, heading) in (0_u16..).zip(sheet::header()) {
        rows.write_string_with_format(0, column, heading, &bold)?;
    }
    rows.set_freeze_panes(1, 1)?;
    for (row, item) in (1_u32..).zip(items) {
        for (column, text) in (0_u16..)
            .zip(sheet::row(item))
            .filter(|(_, text)| !text.is_empty())
        {
            rows.write_string(row, column, harmless(text))?;
        }
    }
    let help = book.add_worksheet();
    help.set_name(HELP)?;
    for (column, heading) in (0_u16..).zip(["列", "是否必填", "说明"]) {
        help.write_string_with_format(0, column, heading, &bold)?;
    }
    help.set_column_width(0, 18)?;
    help.set_column_width(2, 80)?;
    for (row, column) in (1_u32..).zip(COLUMNS) {
        help.write_string(row, 0, column.chinese)?;
        help.write_string(row, 1, if column.required { "是" } else { "否" })?;
        help.write_string(row, 2, column.help)?;
    }
    book.save_to_buffer()
}

/// A text that a spreadsheet would take for a formula gets a sign in front that it does not show.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_begins_like_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert!(harmless(text.to_owned()).starts_with('\''), "{text}");
        }
        assert_eq!(harmless("对甲的行政处罚".to_owned()), "对甲的行政处罚");
    }
}
