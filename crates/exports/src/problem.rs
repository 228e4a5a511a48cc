//! Problems: reasons why something cannot be read.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A reason why a record, or a part of it, is left out. Pages have words of their own for it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Problem {
    /// A row has another number of cells than the heading.
    Cells {
        /// Number that it has.
        found: usize,
        /// Number that the heading has.
        wanted: usize,
    },
    /// A quotation mark is opened and not closed.
    OpenQuote,
    /// An object is no JSON, with the parser's own message.
    Json(String),
    /// The file ends within a record.
    Cut,
    /// A record is longer than any real one.
    TooLong,
    /// Nobody is named.
    Nobody,
    /// An entry among the plans is neither a name nor a GUID of one.
    Plan(String),
    /// A product is not in Microsoft's table.
    Product(String),
    /// Several products with different plans are called like this.
    AmbiguousProduct(String),
    /// The state of a plan is no word of Microsoft's.
    Status(String),
    /// An access mode is none.
    Mode(String),
    /// The state of an account does not read as yes or no.
    Account(String),
    /// A script wrote the name of a type in place of what it holds.
    TypeName(String),
    /// A page of Microsoft Graph names a next one, which is not in the file.
    MorePages,
    /// Characters could not be decoded.
    Characters,
}

impl Problem {
    /// True if the whole record is left out, rather than a part of what it says.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        matches!(
            self,
            Self::Cells { .. }
                | Self::OpenQuote
                | Self::Json(_)
                | Self::Cut
                | Self::TooLong
                | Self::Nobody
        )
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cells { found, wanted } => {
                write!(f, "the row has {found} cells, and the heading {wanted}")
            }
            Self::OpenQuote => f.write_str("a quotation mark is opened and not closed"),
            Self::Json(error) => write!(f, "this is no JSON: {error}"),
            Self::Cut => f.write_str("the file ends within this record"),
            Self::TooLong => f.write_str("the record is longer than any real one"),
            Self::Nobody => f.write_str("nobody is named"),
            Self::Plan(text) => write!(f, "`{text}` is neither the name nor the GUID of a plan"),
            Self::Product(text) => write!(f, "`{text}` is no known product"),
            Self::AmbiguousProduct(text) => write!(f, "several products are called `{text}`"),
            Self::Status(text) => write!(f, "`{text}` is no state of a plan"),
            Self::Mode(text) => write!(f, "`{text}` is no access mode"),
            Self::Account(text) => write!(f, "`{text}` does not say whether it is enabled"),
            Self::TypeName(text) => write!(f, "`{text}` is the name of a type"),
            Self::MorePages => f.write_str("the page names a next one, which is not in the file"),
            Self::Characters => f.write_str("some characters could not be decoded"),
        }
    }
}
