//! Lower bounds by minimum cuts.

pub(crate) mod bipartition;
pub(crate) mod min_cut;
pub(crate) mod multipliers;
pub(crate) mod network;
pub(crate) mod residual_graph;
pub(crate) mod search_trees;
