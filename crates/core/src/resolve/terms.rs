//! The terms of a plan: the cost of holding a licence beside its price, and licences that are not
//! to be bought. A bill without a plan has none of them.

use crate::money::Money;
use seatwise_rulebook::LicenceId;

/// The terms of a case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    /// The payments that go on for what is held.
    pub(crate) upkeep: Vec<Upkeep>,
    /// Licences that are not bought, though they are for sale.
    pub(crate) barred: Vec<LicenceId>,
}

/// The cost of each unit of a licence that is held, owned or bought.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Upkeep {
    pub(crate) licence: LicenceId,
    pub(crate) price: Money,
    /// Number of units that may be held without it.
    pub(crate) free: u64,
}

impl Terms {
    /// True if a licence is not to be bought.
    pub(crate) fn bars(&self, id: LicenceId) -> bool {
        self.barred.contains(&id)
    }
}
