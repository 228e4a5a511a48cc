//! Cost of each bundle for one unit, at the prices or shadow prices of its items.

use crate::cost::Cost;
use crate::id::{BundleId, IdVec, ItemId, at};
use crate::pricing::price_option::PriceOption;
use crate::problem::Problem;
use crate::solution::ShadowPrices;

/// Price and rights of each bundle.
#[derive(Clone, Debug)]
pub struct Prices {
    bundles: IdVec<BundleId, PriceOption>,
}

impl Prices {
    /// The prices of a problem, as if nothing were owned.
    pub fn of(problem: &Problem) -> Self {
        let shadow_prices: ShadowPrices = problem.items.iter().map(|item| item.price).collect();
        Self::at_shadow_prices(problem, &shadow_prices)
    }

    /// The prices when each item is had for its shadow price.
    pub fn at_shadow_prices(problem: &Problem, shadow_prices: &ShadowPrices) -> Self {
        let price = |item: &ItemId| {
            let preference = problem.items.at(item).map_or(0, |item| item.preference);
            Cost::new(at(shadow_prices, item), preference)
        };
        let bundles = problem.bundles.iter();
        let bundles = bundles.map(|bundle| PriceOption {
            grants: bundle.grants,
            price: bundle.items.iter().map(price).sum(),
        });
        Self { bundles: bundles.collect() }
    }

    /// The greatest amount of which the money of every cover is a multiple; 1 if all covers are
    /// free.
    pub fn unit(&self) -> i64 {
        let prices = self.bundles.iter().map(|option| option.price.money);
        prices.fold(0, common_divisor).max(1)
    }

    /// Returns the rights and the price of a bundle.
    pub fn bundle(&self, bundle: BundleId) -> PriceOption {
        at(&self.bundles, bundle)
    }
}

fn common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { common_divisor(b, a % b) }
}
