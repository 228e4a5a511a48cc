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
    Instance, Mix, MixLot, MixTotals, Proved, Quantity, Restriction, licence_ids, named, period_of,
    units, unreduced_problem,
};
pub(crate) use work::Work;
