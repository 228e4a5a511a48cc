//! Writes a spreadsheet.

use crate::{Cell, Sheet, Workbook};
use rust_xlsxwriter::{Format, Formula, Workbook as Book, Worksheet, XlsxError};

/// The most characters of a sheet's name.
const LONGEST_NAME: usize = 31;
/// Signs that no sheet's name may have.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// Writes a spreadsheet as the bytes of an .xlsx file.
///
/// # Errors
///
/// Why it cannot be written.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new();
    for sheet in &workbook.sheets {
        let page = book.add_worksheet();
        page.set_name(name(&sheet.name))?;
        fill(page, sheet)?;
    }
    book.save_to_buffer()
}

fn name(wanted: &str) -> String {
    let plain = wanted.chars().filter(|sign| !NOT_IN_NAMES.contains(sign));
    plain.take(LONGEST_NAME).collect()
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let (bold, money) = (Format::new().set_bold(), Format::new().set_num_format("#,##0.00"));
    let sum = Format::new().set_num_format("#,##0.00").set_bold();
    for (place, column) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(0, place, &column.heading, &bold)?;
        page.set_column_width(place, f64::from(column.width))?;
    }
    page.set_freeze_panes(1, 0)?;
    for (line, row) in (1_u32..).zip(&sheet.rows) {
        for (place, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Blank => {}
                Cell::Text(text) => {
                    page.write_string(line, place, text)?;
                }
                Cell::Count(count) => {
                    page.write_number(line, place, number(&count.to_string()))?;
                }
                Cell::Money(amount) => {
                    page.write_number_with_format(line, place, number(amount), &money)?;
                }
                Cell::Sum { rows, result } => {
                    let column = rust_xlsxwriter::utility::column_number_to_name(place);
                    let (first, last) = (line.saturating_sub(*rows) + 1, line);
                    let formula = format!("=SUM({column}{first}:{column}{last})");
                    let formula = Formula::new(formula).set_result(result);
                    page.write_formula_with_format(line, place, formula, &sum)?;
                }
            }
        }
    }
    Ok(())
}

/// The nearest number that a spreadsheet has: it counts with fifteen digits.
fn number(text: &str) -> f64 {
    text.parse().unwrap_or_default()
}
