//! Owned and limited items: shadow prices, and units counted.

pub(crate) mod assignment;
pub(crate) mod assignment_program;
pub(crate) mod companions;
pub(crate) mod cutting_planes;
pub(crate) mod pooled_search;
pub(crate) mod simplex;
pub(crate) mod trim;
