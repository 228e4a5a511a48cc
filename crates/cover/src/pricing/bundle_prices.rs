//! What each bundle costs one unit, at the prices or shadow prices of its items.

use crate::cost::Cost;
use crate::id::at;
use crate::problem::{BundleId, Problem};
use crate::rights::Rights;

/// What each bundle grants and costs.
#[derive(Clone, Debug)]
pub struct Prices {
    bundles: Vec<(Rights, Cost)>,
}

impl Prices {
    /// The prices of a problem, as if nothing were owned.
    pub fn of(problem: &Problem) -> Self {
        let shadow_prices: Vec<i64> = problem.items.iter().map(|item| item.price).collect();
        Self::at_shadow_prices(problem, &shadow_prices)
    }

    /// The prices when each item is had for its shadow price.
    pub fn at_shadow_prices(problem: &Problem, shadow_prices: &[i64]) -> Self {
        let price = |item: u32| {
            let preference = problem.items.get(item as usize).map_or(0, |item| item.preference);
            Cost::new(at(shadow_prices, item), preference)
        };
        let bundles = problem.bundles.iter();
        let bundles = bundles
            .map(|bundle| (bundle.grants, bundle.items.iter().map(|item| price(item.0)).sum()));
        Self { bundles: bundles.collect() }
    }

    /// The greatest amount of which the money of every cover is a multiple; 1 if all covers are
    /// free.
    pub fn unit(&self) -> i64 {
        self.bundles.iter().fold(0, |unit, (_, price)| common_divisor(unit, price.money)).max(1)
    }

    /// What a bundle grants and costs.
    pub fn bundle(&self, bundle: BundleId) -> (Rights, Cost) {
        at(&self.bundles, bundle.0)
    }
}

fn common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { common_divisor(b, a % b) }
}
