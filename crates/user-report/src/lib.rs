//! Messages between the page and the worker of the user analysis.
//!
//! ```text
//! page --Request: look at these files--> worker --Reply: what they are taken for--> page
//!      --Request: count them-----------> worker --Reply: how far, then the report--> page
//!      --Request: show these users-----> worker --Reply: a part of the list--------> page
//!      --Request: save-----------------> worker --Reply: a file--------------------> page
//! ```
//!
//! Both sides are compiled from these types. A message is a few bytes of `postcard`; files go along
//! beside it, since browsers hand them over without copying.

mod list;
mod report;
mod request;

pub use list::{Listed, Selection, Sort, UserQuery, UserRow};
pub use report::{
    AnalysisCount, Citation, ClassCount, Difference, Finding, FoundRole, LimitExceeded, Memory,
    NotSaidCount, OwnedRow, PeopleOffer, ProblemCount, ReasonCount, Report, Unreadable,
};
pub use request::{FileSaved, FoundFile, Instructions, Labels, Progress, Reply, Request};

pub use seatwise_core::rulebook::{Confidence, RoleCategory, UserClass};
pub use seatwise_core::user_analysis::{Decided, NotSaid};
pub use seatwise_exports::{FileKind, Mapping, Meaning, Problem, Shape};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The bytes of a message.
#[must_use]
pub fn to_bytes(message: &impl Serialize) -> Vec<u8> {
    // Only what has no length beforehand is refused, and no message has that.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// The message of some bytes; none where they are not what the other side writes.
#[must_use]
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
