//! Branch and bound, and the heuristics that find covers.

pub(crate) mod branch_and_bound;
pub(crate) mod heuristics;
pub(crate) mod incumbent;
pub(crate) mod local_search;
pub(crate) mod reduced_costs;
pub(crate) mod relaxer;
