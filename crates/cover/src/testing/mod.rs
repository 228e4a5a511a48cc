//! Problems to try the solver on, a naive solver, and a format for other solvers.

pub mod generate;
pub mod lp_format;
pub mod oracle;
pub(crate) mod unit_groups;
