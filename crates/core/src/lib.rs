//! # Seatwise: from an organisation to a licence bill, with the reasons
//!
//! ```text
//! Scenario --case::read()--> Case --requirement::derive()--> Derived --mix::solve()--> Mix --bill::write()--> Assessment
//!    ^                                      |                                  |                     |
//!    +-- link::decode(), Scenario::from_json()                                 |                     v
//!                                           +------------- Trace --------------+---------> explain::line()
//! ```
//!
//! One direction, no step back. No input or output, no clock, no floating point; the same input gives the same bytes,
//! and a problem is a [`diagnostic::Diagnostic`] in the answer, never a panic.

mod allowance;
pub mod analysis;
mod assess;
pub mod assessment;
mod bill;
pub mod books;
pub mod break_even;
mod case;
mod catalogue;
pub mod certificate_checks;
mod choice;
pub mod completeness;
pub mod compliance;
mod conversion;
pub mod date;
pub mod deadline;
mod demand;
mod dependencies;
pub mod diagnostic;
pub mod environment;
pub mod examples;
pub mod explain;
pub mod forced_choice;
pub mod generation;
mod holder;
mod input;
pub mod limits;
pub mod link;
mod mix;
#[cfg(feature = "model")]
pub mod model;
pub mod money;
mod not_needed;
mod note;
pub mod ordinary;
pub mod organisation;
mod owned;
pub mod period;
mod price;
mod question;
pub mod replacement;
mod right_class;
pub mod scenario;
#[cfg(feature = "schema")]
pub mod schema;
pub mod server_licence;
mod server_limits;
pub mod solved;
pub mod trace;
mod unpriced;

pub use assess::{assess, assess_with};
pub use seatwise_rulebook as rulebook;
pub use solved::Solved;
