//! Demand: who needs which right, or why not.

pub(crate) mod allowance;
pub(crate) mod derive;
pub(crate) mod holder;
pub(crate) mod right_class;
pub(crate) mod server_limits;
pub(crate) mod verdict;

pub(crate) use derive::{Demand, Requirement, derive};
pub(crate) use holder::Holder;
