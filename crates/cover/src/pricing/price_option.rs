//! One choice of a price function.

use crate::cost::Cost;
use crate::rights::Rights;

/// One choice of a tariff: rights beyond those that must be held, and what they cost beyond these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    pub grants: Rights,
    pub price: Cost,
}
