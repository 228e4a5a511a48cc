//! One choice of a price function.

use crate::cost::Cost;
use crate::rights::Rights;

/// One choice of a price function: rights beyond those that must be held, and what they cost beyond
/// these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PriceOption {
    pub grants: Rights,
    pub price: Cost,
}
