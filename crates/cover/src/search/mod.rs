//! Branch and bound, and the heuristics that find covers.

pub(crate) mod branch_and_bound;
pub(crate) mod incumbent;
pub(crate) mod local_search;
