//! Answer to a solved scenario: the bill, the proof, the reasons, what is open.

pub(crate) mod assess;
pub mod assessment;
pub(crate) mod bill;
pub(crate) mod choice;
pub mod completeness;
pub(crate) mod conversion;
pub mod deadline;
pub(crate) mod not_needed;
pub(crate) mod note;
pub(crate) mod question;
pub mod server_licence;
