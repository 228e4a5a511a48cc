//! Tables as a spreadsheet.
//!
//! ```text
//! page: Workbook --to_json()--> text --workbook()--> bytes of an .xlsx file
//! ```
//!
//! The page describes what is to be written, and loads the module with the writer only when
//! somebody asks for a spreadsheet. Amounts are written as numbers, their sums as formulas whose
//! results are written beside them.

#[cfg(all(feature = "writer", target_family = "wasm"))]
mod shell;
#[cfg(feature = "writer")]
mod write;

#[cfg(feature = "writer")]
pub use write::write;

use serde::{Deserialize, Serialize};

/// A spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workbook {
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// One sheet: headings, and rows below them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name: up to 31 characters count.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its width in characters.
    pub width: u16,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words; never a formula.
    Text(String),
    /// A number of things.
    Count(u64),
    /// An amount of money, as `146000.00`.
    Money(String),
    /// The sum of the amounts in so many rows above, and what it comes to.
    Sum {
        /// The number of rows above it are added up.
        rows: u32,
        /// Their sum, as `146000.00`.
        result: String,
    },
}

impl Workbook {
    /// The spreadsheet as text, for the module that writes it.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Texts, numbers and lists: writing them cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}
