//! JSON as scenarios need it, in a tenth of the code that a general library brings to the page.
//!
//! Reading goes through the text once. What does not fit is refused in one sentence and by its place. The types of
//! [`crate::scenario`] derive `serde`'s readers as well, for schemas and tests: a test holds that whatever is taken here
//! is read the same there, and that nothing is refused here but what is refused there or written in a roundabout way.

mod place;
mod read;
mod whole;
mod write;

pub(crate) use read::{Reader, Refusal, Shape};
pub(crate) use write::Writer;
