//! The tariffs in use, each worked out once.

use crate::prices::Prices;
use crate::problem::Problem;
use crate::rights::Rights;
use crate::tariff::Tariff;
use std::collections::BTreeMap;

/// Tariffs by menu, rights that must be held, and rights that are asked for.
///
/// Hundreds of holders share a handful of them.
pub struct Tariffs<'a> {
    problem: &'a Problem,
    prices: Prices,
    known: BTreeMap<(u32, Rights, Rights), Option<u32>>,
    all: Vec<Tariff>,
    nothing: Tariff,
}

impl<'a> Tariffs<'a> {
    /// No tariffs yet, for these prices.
    pub fn new(problem: &'a Problem, prices: Prices) -> Self {
        Self { problem, prices, known: BTreeMap::new(), all: Vec::new(), nothing: Tariff::default() }
    }

    /// The number of the tariff for a menu; nothing if no bundle has the rights that must be held.
    pub fn find(&mut self, menu: u32, must: Rights, asked: Rights) -> Option<u32> {
        let Self { problem, prices, known, all, .. } = self;
        *known.entry((menu, must, asked)).or_insert_with(|| {
            let bundles = problem.menus.get(menu as usize).map(Vec::as_slice).unwrap_or_default();
            let tariff = Tariff::new(prices, bundles, must, asked)?;
            all.push(tariff);
            Some(crate::table::count(all) - 1)
        })
    }

    /// A tariff by its number.
    pub fn get(&self, number: u32) -> &Tariff {
        self.all.get(number as usize).unwrap_or(&self.nothing)
    }
}
