//! The answer: who holds what, what it costs, and the proof that nothing costs less.

use crate::cost::Cost;
use crate::id::{BundleId, HolderId, IdVec, ItemId, RequirementId};

/// Units of one holder that hold the same, obtained the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Whose units.
    pub holder: HolderId,
    /// Their place among the holder's units: that of the first.
    pub first: u64,
    /// Number of units.
    pub units: u64,
    /// Bundle that each of them holds.
    pub bundle: BundleId,
    /// Those of the bundle's items that are owned already; the others are bought.
    pub owned: Vec<ItemId>,
}

/// Counts of one item in a cover.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quantity {
    /// Units that hold it.
    pub needed: u64,
    /// Units whose item comes from the pool.
    pub owned: u64,
    /// Number bought: what the pool does not have, or the least number that is paid for.
    pub bought: u64,
}

/// Charges that no cover can avoid: a lower bound which can be checked by adding up.
///
/// Each requirement is charged something, and each owned item has a shadow price between nothing
/// and its price; a limited one may ask more. If for every holder and every bundle it may hold, the
/// charges of the holder's requirements which the bundle grants are at most what the bundle costs
/// for all its units (owned and limited items at their shadow price), then every cover pays at
/// least the charges, less the shadow prices of the whole pools, less what is asked beyond the
/// price for all that may be bought: `bound`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certificate {
    /// Minor units charged to each requirement, by its number.
    pub charges: IdVec<RequirementId, i64>,
    /// Minor units of shadow price for one of each item, by its number; the price, for items
    /// without a pool or a limit.
    pub shadow_prices: ShadowPrices,
    /// The charges less the shadow prices of the pools, and less what limited items ask beyond
    /// their price for all of them.
    pub bound: i64,
}

/// Shadow price of each item: what one more of it would save at most.
pub type ShadowPrices = IdVec<ItemId, i64>;

/// Proof that no cover costs less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The charges add up to the cost.
    Charges(Certificate),
    /// The charges add up to less, but every other choice was tried or ruled out.
    Search {
        /// The bound before the search.
        certificate: Certificate,
        /// Number of literals branched on.
        branches: u64,
    },
    /// The search stopped at its step budget: the cheapest cover costs at least `bound`.
    Gap {
        /// The bound before the search.
        certificate: Certificate,
        /// The bound after it, in minor units.
        bound: i64,
    },
}

impl Proof {
    /// The charges of the proof, whichever way it went.
    #[must_use]
    pub const fn certificate(&self) -> &Certificate {
        match self {
            Self::Charges(certificate)
            | Self::Search { certificate, .. }
            | Self::Gap { certificate, .. } => certificate,
        }
    }
}

/// A cover, counted and proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// Lots, by holder; a holder that is not listed holds nothing.
    pub lots: Vec<Lot>,
    /// Counts of each item.
    pub quantities: IdVec<ItemId, Quantity>,
    /// Cost of the cover.
    pub cost: Cost,
    /// Proof that nothing costs less.
    pub proof: Proof,
    /// Steps of the budget taken to find it.
    pub steps: u64,
}

impl Solution {
    /// The lots of one holder.
    pub fn lots_of(&self, holder: HolderId) -> impl Iterator<Item = &Lot> {
        let start = self.lots.partition_point(|lot| lot.holder < holder);
        self.lots.iter().skip(start).take_while(move |lot| lot.holder == holder)
    }

    /// True if no cover costs less money.
    #[must_use]
    pub const fn is_proved(&self) -> bool {
        !matches!(self.proof, Proof::Gap { .. })
    }
}
