//! The price functions in use, each worked out once.

use crate::id::{BundleId, IdVec, ItemId, MenuId, PriceFunctionId, at};
use crate::pricing::bundle_prices::Prices;
use crate::pricing::price_function::PriceFunction;
use crate::problem::{Item, Problem};
use crate::rights::Rights;
use std::collections::BTreeMap;

/// Price functions by menu, rights that must be held, and rights that are asked for.
///
/// Hundreds of holders share a handful of them.
pub struct PriceFunctions<'a> {
    problem: &'a Problem,
    prices: Prices,
    known: BTreeMap<(MenuId, Rights, Rights), Option<PriceFunctionId>>,
    all: IdVec<PriceFunctionId, PriceFunction>,
    nothing: PriceFunction,
    /// The menus of which the prices are not to be relied on.
    unpriced: Vec<bool>,
}

impl<'a> PriceFunctions<'a> {
    /// No price functions yet, for these prices.
    pub fn new(problem: &'a Problem, prices: Prices) -> Self {
        Self {
            problem,
            prices,
            known: BTreeMap::new(),
            all: IdVec::default(),
            nothing: PriceFunction::default(),
            unpriced: Vec::new(),
        }
    }

    /// Price functions that rely on prices only for menus without owned items: those of owned items
    /// depend on who else wants them.
    pub fn cautious(problem: &'a Problem) -> Self {
        Self { unpriced: pooled_menus(problem), ..Self::new(problem, Prices::of(problem)) }
    }

    /// The greatest amount of which the money of every cover is a multiple.
    pub fn unit(&self) -> i64 {
        self.prices.unit()
    }

    /// True if the menu has an owned item on it, for [`PriceFunctions::cautious`].
    pub fn is_pooled(&self, menu: MenuId) -> bool {
        at(&self.unpriced, menu)
    }

    /// Returns the id of the price function for a menu; nothing if no bundle has the rights that
    /// must be held.
    pub fn find(
        &mut self,
        menu: MenuId,
        required: Rights,
        asked: Rights,
    ) -> Option<PriceFunctionId> {
        let pooled = self.is_pooled(menu);
        let Self { problem, prices, known, all, .. } = self;
        *known.entry((menu, required, asked)).or_insert_with(|| {
            let bundles = problem.menus.at(menu).map(Vec::as_slice).unwrap_or_default();
            let make = if pooled { PriceFunction::unpriced } else { PriceFunction::new };
            let price_function = make(prices, bundles, required, asked)?;
            Some(all.push(price_function))
        })
    }

    /// Returns a price function.
    pub fn get(&self, id: PriceFunctionId) -> &PriceFunction {
        self.all.at(id).unwrap_or(&self.nothing)
    }
}

/// For each menu, whether something on it is owned or limited.
pub fn pooled_menus(problem: &Problem) -> Vec<bool> {
    let shared = |item: &ItemId| problem.items.at(item).is_some_and(Item::is_shared);
    let bundle = |id: &BundleId| {
        problem.bundles.at(id).is_some_and(|bundle| bundle.items.iter().any(shared))
    };
    problem.menus.iter().map(|menu| menu.iter().any(bundle)).collect()
}
