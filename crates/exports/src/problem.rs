//! What cannot be read, and why.

use serde::{Deserialize, Serialize};

/// A reason why a record, or a part of it, is left out. The words are made by whoever shows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Problem {
    /// A row has another number of cells than the heading.
    Cells {
        /// How many it has.
        found: usize,
        /// How many the heading has.
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
    /// Whether the account is enabled does not read as yes or no.
    Account(String),
    /// A script wrote the name of a type in place of what it holds.
    TypeName(String),
    /// A page of Microsoft Graph names a next one, which is not in the file.
    MorePages,
    /// Characters could not be decoded.
    Characters,
}

impl Problem {
    /// Whether the whole record is left out, rather than a part of what it says.
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
