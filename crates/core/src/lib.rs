//! # Seatwise: from an organisation to a licence bill, with the reasons
//!
//! ```text
//! Scenario --resolve::case::read()--> Case --demand::derive()--> Demand --Instance::solve()--> Mix
//!    ^                                  \________________________|________________________/
//!    |                                                        Solved --Answer::of()--> Assessment --> explain::Writer
//!    +-- link::decode(), Scenario::from_json()                   |
//!                                                                +--> what_if: break-evens, forced choices, ...
//! ```
//!
//! One direction, no step back. No input or output, no clock, no floating point; the same input
//! gives the same bytes, and a problem is a [`diagnostic::Diagnostic`] in the answer, never a
//! panic.

pub mod answer;
pub mod books;
pub mod calls;
pub mod date;
mod demand;
pub mod diagnostic;
pub mod examples;
pub mod explain;
mod input;
pub mod language;
pub mod limits;
pub mod link;
mod mix;
#[cfg(feature = "model")]
pub mod model;
pub mod money;
pub mod ordinary;
pub mod organisation;
pub mod percent;
pub mod period;
mod resolve;
pub mod roles;
pub mod scenario;
#[cfg(feature = "schema")]
pub mod schema;
pub mod solved;
mod text;
pub mod trace;
pub mod user_analysis;
#[cfg(feature = "schema")]
mod vocabulary_schema;
pub mod what_if;
pub mod words;
pub mod years;

pub use answer::assess::{assess, assess_with};
pub use answer::{assessment, completeness, deadline, server_licence};
pub use mix::environment;
pub use resolve::price::undiscounted;
pub use seatwise_fluent as fluent;
pub use seatwise_rulebook as rulebook;
pub use solved::Solved;
pub use what_if::{
    assumption, break_even, certificate_checks, compliance, forced_choice, generation, then_and_now,
};
