//! The cheapest licences that meet the demand.

pub(crate) mod catalogue;
pub(crate) mod cheapest;
pub(crate) mod dependencies;
pub mod environment;
pub(crate) mod solve;
pub(crate) mod unpriced;
pub(crate) mod work;

pub(crate) use catalogue::{Catalogue, Offer};
pub(crate) use solve::{
    Mix, MixLot, Proved, Quantity, Restriction, is_of, plain, solve, solve_other, units,
};
pub(crate) use work::Work;
