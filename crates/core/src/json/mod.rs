//! JSON as scenarios need it, in a tenth of the code that a general library brings to the page.
//!
//! Reading goes through the text once. What does not fit is refused in the words of `serde_json`, which
//! [`crate::scenario`]'s types derive as well: a test holds the two together, so that a scenario is refused alike
//! wherever it is read.

mod place;
mod read;
mod write;

pub(crate) use read::{Reader, Refusal, Shape};
pub(crate) use write::Writer;
