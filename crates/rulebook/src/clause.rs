//! Clauses and the documents that they stand in.

use crate::vocabulary::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Degree of trust in a source, from most to least.
    Confidence {
        /// Microsoft's own page or repository.
        Official = "official",
        /// Microsoft's text, hosted by somebody else.
        OfficialCopy = "official copy",
        /// An analyst firm.
        Analyst = "analyst",
        /// A partner, distributor or licensing consultant.
        Reseller = "reseller",
        /// A blog or forum.
        Blog = "blog",
        /// Our own arithmetic or logic on other clauses.
        Derived = "derived",
        /// An assumption of ours, to be replaced.
        Assumption = "assumption",
    }
}

/// A document that rules or prices are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Name within the book.
    pub id: String,
    /// Title of the document.
    pub title: String,
    /// Date of the document, as precise as it is known: `2012-12`.
    pub date: String,
    /// Address where it was read.
    pub address: String,
    /// Degree of trust in it.
    pub confidence: Confidence,
}

/// A clause's place in its rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClauseId(pub u16);

/// One rule of one document, in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Name within the book.
    pub id: String,
    /// Index of its document in the book's sources.
    pub source: u16,
    /// Section, page or row of the document.
    pub section: String,
    /// Rule in our own words; one sentence without a full stop.
    pub says: String,
    /// Degree of trust in it: the source's, unless the clause says less.
    pub confidence: Confidence,
    /// Date of the last review, `YYYY-MM-DD`.
    pub reviewed: String,
    /// Date of the last search for a text that settles the point, `YYYY-MM-DD`, where none was
    /// found.
    pub searched: Option<String>,
}
