//! Sinks: receivers of the users of a pass.

use seatwise_core::user_analysis::Finding;
use seatwise_exports::{Person, Problem, RoleNames, Start};

/// Findings of every analysis about a user, in their order.
pub type Findings = [Finding];

/// Takes one user after the other.
pub trait Sink {
    /// A user was read.
    fn person(&mut self, at: At, person: &Person, findings: &Findings, roles: &RoleNames);

    /// A record could not be read.
    fn broken(&mut self, _at: At, _problem: &Problem) {}

    /// True if no more is needed.
    fn is_full(&self) -> bool {
        false
    }
}

/// Place of a record in the files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The place of the pass among those that hand on users.
    pub pass: usize,
    /// The place of the file.
    pub file: usize,
    /// The place in the file.
    pub start: Start,
}
