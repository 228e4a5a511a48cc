//! The scenario with its names looked up and its numbers within bounds.

pub(crate) mod case;
pub(crate) mod ended;
pub(crate) mod owned;
pub(crate) mod price;
pub(crate) mod term;
pub(crate) mod terms;
