//! Counts the users of exports, in a worker of its own.
//!
//! ```text
//! bytes --Population::push()--> Person, Findings --Sink--> Counting --> Report
//!                                                      |-> Listing  --> a part of a list
//!                                                      '-> Saving   --> lines of CSV
//! ```
//!
//! A [`Population`] goes through the files in passes and hands on one user after the other, with
//! what every analysis makes of the user. Whoever asks for something is a [`Sink`]; none keeps
//! users beyond a bound, so that memory does not grow with the rows. `worker` alone touches the
//! browser; everything else runs natively as well, where the tests are.

mod counting;
mod csv;
mod listing;
mod owned;
mod people;
mod population;
mod reasons;
mod saving;
mod sink;
mod tables;
#[cfg(target_family = "wasm")]
mod worker;

pub use counting::Counting;
pub use listing::{Listing, NextStep};
pub use population::{FileToRead, Pass, Population, Task, is_of_no_use};
pub use saving::Saving;
pub use sink::{At, Findings, Sink};
pub use tables::tables;
