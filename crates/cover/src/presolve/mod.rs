//! Conclusions about a problem before it is searched.

pub(crate) mod components;
pub(crate) mod propagation;
pub(crate) mod subproblem;
pub(crate) mod symmetry;
