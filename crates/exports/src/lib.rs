//! Exports of users as people have them, read one user at a time.
//!
//! ```text
//! bytes --Encoding::of()--> text --Records::push()--> Record --Reader::read()--> Person --Join--> Person
//!            |                         ^                          ^                |
//!            +-- Format::of() ---------+        Heading --guess()-+ Mapping        +--user()--> core: User
//! ```
//!
//! * [`Encoding`] and [`Format`] are found from the beginning of a file; decoding is left to whoever
//!   has the bytes.
//! * [`Records`] takes pieces of any length and hands out one record after the other: a row, or the
//!   text of a JSON object. What cannot be read is a record too, with its line and the reason.
//! * [`Mapping`] says what each column is taken for; it is guessed from the heading, and whoever
//!   asked for it can change it.
//! * [`Reader`] turns a record into a [`Person`], whose lists it fills anew for each: a million rows
//!   take no more memory than one.
//! * [`Join`] keeps what another file says of users, in some bytes for each.
//!
//! Nothing here does input or output, and nothing decides what a user counts as.

mod cache;
mod delimited;
mod encoding;
mod entries;
mod format;
mod inspect;
mod join;
mod json;
mod mapping;
mod person;
mod problem;
mod reader;
mod record;
mod roles;
mod shape;

pub use encoding::Encoding;
pub use format::Format;
pub use inspect::{Inspection, inspect};
pub use join::{Join, Joined};
pub use mapping::{Mapping, Meaning};
pub use person::Person;
pub use problem::Problem;
pub use reader::{Reader, Tables, sets_of};
pub use record::{Record, Records, Start};
pub use roles::{FoundRole, RoleNames};
pub use shape::{FileKind, Shape};
