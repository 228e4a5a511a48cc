//! Cost, for one unit of a holder, of the rights that are asked of it.

use crate::cost::Cost;
use crate::id::BundleId;
use crate::id::{at, count};
use crate::pricing::bundle_prices::Prices;
use crate::pricing::cost_layers::{self, CostLayer};
use crate::pricing::price_option::PriceOption;
use crate::rights::{Right, Rights};
use std::cmp::Reverse;

/// Vertex that is paid for only together with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Implication {
    /// Vertex, counted from the first of the price function.
    pub vertex: u32,
    /// Vertex that it needs.
    pub needed: u32,
}

/// Price of each set of asked rights for one unit of a holder, given the rights that it must
/// have.
///
/// Exactness: rights that nobody asks for are worth nothing, so bundles are projected on the rights
/// that are asked for; a bundle that grants no more than a cheaper one is never needed.
#[derive(Clone, Debug, Default)]
pub struct PriceFunction {
    /// The least price of the rights that must be held.
    pub base: Cost,
    /// The asked rights that some bundle grants together with those that must be held.
    pub available: Rights,
    /// The asked rights that every bundle worth holding grants.
    pub free: Rights,
    /// The choices, cheapest first; the first costs nothing more than the base.
    pub options: Vec<PriceOption>,
    /// A sum of "one of these is held, so pay this" that is never more than the true price.
    pub layers: Vec<CostLayer>,
    /// True if the layers give the true price of everything, so that a cut on them is exact.
    pub exact: bool,
    /// True if each layer's rights are among those of the layer before.
    pub chain: bool,
    /// The rights that are told apart: one of each kind with the same price in every choice.
    pub classes: Vec<Rights>,
    slots: Vec<u8>,
}

impl PriceFunction {
    /// The price function of a menu for `asked` rights beside those that `must` be held; nothing if
    /// no bundle has these.
    pub fn new(
        prices: &Prices,
        menu: &[BundleId],
        required: Rights,
        asked: Rights,
    ) -> Option<Self> {
        let asked = asked.without(required);
        let (options, base) = options(prices, menu, required, asked)?;
        let available = options.iter().fold(Rights::NONE, |all, option| all.with(option.grants));
        let free = options.iter().fold(available, |all, option| all.common(option.grants));
        let mut price_function = Self { base, available, free, options, ..Self::default() };
        price_function.lay();
        Some(price_function)
    }

    /// Returns the domain of a menu for `asked` rights, whatever its prices: no layers, and only
    /// those rights are free that every bundle with those that `must` be held grants.
    pub fn unpriced(
        prices: &Prices,
        menu: &[BundleId],
        required: Rights,
        asked: Rights,
    ) -> Option<Self> {
        let nothing = required.is_empty().then_some(Rights::NONE);
        let bundles = menu
            .iter()
            .map(|bundle| prices.bundle(*bundle).grants)
            .filter(|grants| grants.includes(required));
        let mut all =
            nothing.into_iter().chain(bundles).map(|grants| grants.common(asked).without(required));
        let first = all.next()?;
        let (available, free) =
            all.fold((first, first), |(a, b), grants| (a.with(grants), b.common(grants)));
        Some(Self { available, free, ..Self::default() })
    }

    /// The marginal price of `rights`; nothing if no bundle grants them all.
    pub fn price(&self, rights: Rights) -> Option<Cost> {
        self.options.iter().find(|option| option.grants.includes(rights)).map(|option| option.price)
    }

    /// The place of a right among the classes, or among the layers of a chain.
    pub fn slot(&self, right: Right) -> u32 {
        u32::from(at(&self.slots, u32::from(right)))
    }

    /// Implications among the vertices of the price function.
    ///
    /// The vertices are the layers, then, unless they form a chain, the classes.
    pub fn implications(&self) -> impl Iterator<Item = Implication> {
        let layers = count(&self.layers);
        let chain = (1..layers).filter(|_| self.chain);
        let chain = chain.map(|vertex| Implication { vertex, needed: vertex - 1 });
        let classes = self.classes.iter().enumerate().flat_map(move |(class, rights)| {
            let hit =
                self.layers.iter().enumerate().filter(|(_, layer)| layer.rights.meets(*rights));
            hit.map(move |(layer, _)| Implication {
                vertex: layers + class as u32,
                needed: layer as u32,
            })
        });
        chain.chain(classes.filter(|_| !self.chain))
    }

    /// Returns the number of vertices that the price function takes in a network.
    pub fn vertices(&self) -> u32 {
        let classes = if self.chain { 0 } else { count(&self.classes) };
        count(&self.layers) + classes
    }

    /// Works out the layers and the node of each right.
    fn lay(&mut self) {
        let open = self.available.without(self.free);
        self.chain = self.options.is_sorted_by(|a, b| b.grants.includes(a.grants));
        if self.chain {
            self.layers = cost_layers::of_chain(&self.options, open);
            self.exact = true;
            self.slots = slots(0, self.layers.iter().map(|layer| layer.rights));
        } else {
            self.classes = classes(&self.options, open);
            (self.layers, self.exact) = cost_layers::of_options(&self.options, &self.classes);
            self.slots = slots(self.layers.len(), self.classes.iter().copied());
        }
    }
}

/// By right: the last set it is in, counted from `first`.
fn slots(first: usize, sets: impl Iterator<Item = Rights>) -> Vec<u8> {
    let mut slots = vec![0; 128];
    for (place, rights) in sets.enumerate() {
        let slot = u8::try_from(first + place).unwrap_or(u8::MAX);
        rights.iter().for_each(|right| crate::id::put(&mut slots, u32::from(right), slot));
    }
    slots
}

/// The choices worth having, cheapest first, their prices beyond that of the cheapest, and this
/// price.
fn options(
    prices: &Prices,
    menu: &[BundleId],
    required: Rights,
    asked: Rights,
) -> Option<(Vec<PriceOption>, Cost)> {
    let nothing = required.is_empty().then_some(PriceOption::default());
    let bundles = menu.iter().filter_map(|bundle| {
        let option = prices.bundle(*bundle);
        let grants = option.grants.common(asked);
        option.grants.includes(required).then_some(PriceOption { grants, ..option })
    });
    let mut all: Vec<PriceOption> = nothing.into_iter().chain(bundles).collect();
    // Of two at the same price the one that grants more comes first and drops the other.
    all.sort_by_key(|option| (option.price, Reverse(option.grants.len())));
    let base = all.first()?.price;
    let mut cheapest: Vec<PriceOption> = Vec::new();
    for option in all {
        if !cheapest.iter().any(|cheaper| cheaper.grants.includes(option.grants)) {
            cheapest.push(PriceOption { price: option.price - base, ..option });
        }
    }
    Some((cheapest, base))
}

/// Groups the rights that every choice grants together or not at all.
fn classes(options: &[PriceOption], open: Rights) -> Vec<Rights> {
    let mut left = open;
    let mut classes = Vec::new();
    while let Some(right) = left.iter().next() {
        let class = options.iter().fold(left, |class, option| {
            if option.grants.has(right) {
                class.common(option.grants)
            } else {
                class.without(option.grants)
            }
        });
        classes.push(class);
        left = left.without(class);
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Problem;

    /// The price function of bundles given as (rights, price).
    fn price_function(
        bundles: &[(u128, i64)],
        required: u128,
        asked: u128,
    ) -> Option<PriceFunction> {
        let mut problem = Problem::new();
        let menu: Vec<BundleId> = bundles
            .iter()
            .map(|(grants, price)| {
                let item = problem.item(*price, 0, 0);
                problem.bundle(&[item], Rights::from_bits(*grants))
            })
            .collect();
        PriceFunction::new(
            &Prices::of(&problem),
            &menu,
            Rights::from_bits(required),
            Rights::from_bits(asked),
        )
    }

    fn weights(price_function: &PriceFunction) -> Vec<(u128, i64)> {
        price_function
            .layers
            .iter()
            .map(|layer| (layer.rights.bits(), layer.weight.money))
            .collect()
    }

    #[test]
    fn a_chain_becomes_one_layer_a_level() {
        let price_function = price_function(&[(1, 10), (3, 25), (7, 60)], 0, 7).unwrap();
        assert!(price_function.exact && price_function.chain);
        assert_eq!(weights(&price_function), [(7, 10), (6, 15), (4, 35)]);
        assert_eq!(
            price_function.implications().map(|i| (i.vertex, i.needed)).collect::<Vec<_>>(),
            [(1, 0), (2, 1)]
        );
    }

    #[test]
    fn rights_that_nobody_asks_for_do_not_count() {
        let price_function = price_function(&[(1, 10), (2, 25), (6, 20)], 0, 3).unwrap();
        assert_eq!(
            price_function.options.len(),
            3,
            "nothing, the first, and the cheaper of the two others"
        );
        assert_eq!(price_function.price(Rights::of(1)), Some(Cost::new(20, 0)));
    }

    #[test]
    fn rights_side_by_side_over_a_common_base_stay_exact() {
        let price_function = price_function(&[(1, 95), (2, 95), (3, 115)], 0, 3).unwrap();
        assert!(price_function.exact && !price_function.chain);
        let mut layers = weights(&price_function);
        layers.sort_unstable();
        assert_eq!(layers, [(1, 20), (2, 20), (3, 75)]);
    }

    #[test]
    fn what_must_be_held_is_the_base() {
        let price_function = price_function(&[(1, 95), (2, 95), (3, 115)], 1, 3).unwrap();
        assert_eq!((price_function.base.money, weights(&price_function)), (95, vec![(2, 20)]));
    }

    #[test]
    fn rights_that_come_with_what_must_be_held_are_free() {
        let price_function = price_function(&[(3, 95), (7, 100)], 1, 7).unwrap();
        assert_eq!(
            (price_function.free, price_function.available),
            (Rights::from_bits(2), Rights::from_bits(6))
        );
    }

    #[test]
    fn there_is_no_tariff_for_what_nobody_sells() {
        assert!(price_function(&[(1, 10)], 2, 1).is_none());
    }
}
