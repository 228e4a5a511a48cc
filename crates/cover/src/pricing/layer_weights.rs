//! Weights of layers, fitted to the prices where these are no sums of layers.
//!
//! Many sums of layers bound such a price from below, and any of them makes a cut that bounds the
//! cost. The bound is concave in the weights, and a cut says for which rights its holder would be
//! asked: weights are moved towards those that ask the most for these (after Frank and Wolfe),
//! until nothing is gained by it.

use crate::cost::Cost;
use crate::id::PriceFunctionId;
use crate::pricing::cost_layers::tightest;
use crate::pricing::price_function::PriceFunction;
use crate::rights::Rights;
use std::collections::BTreeMap;

/// The weights that ask the most for some rights, by the price function's number.
#[derive(Default)]
pub struct Tightest {
    known: BTreeMap<(PriceFunctionId, Rights), Vec<Cost>>,
}

impl Tightest {
    fn of(
        &mut self,
        id: PriceFunctionId,
        price_function: &PriceFunction,
        rights: Rights,
    ) -> &[Cost] {
        self.known
            .entry((id, rights))
            .or_insert_with(|| tightest(&price_function.layers, &price_function.options, rights))
    }
}

/// The weights of a node's layers.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// Price function of the node.
    pub price_function: PriceFunctionId,
    /// One weight for each layer; none where the price function's own are exact.
    pub layers: Vec<Cost>,
}

impl Weights {
    /// The weights that the price function itself has.
    pub fn of(id: PriceFunctionId, price_function: &PriceFunction) -> Self {
        let layers = price_function
            .layers
            .iter()
            .filter(|_| !price_function.exact)
            .map(|layer| layer.weight)
            .collect();
        Self { price_function: id, layers }
    }

    /// Moves the weights a share of one in `parts` of the way to those that ask the most for some
    /// rights; says whether there is anything to gain.
    ///
    /// Exactness: what is between weights that ask no bundle for more than its price does not
    /// either, nor does less.
    pub fn approach(
        &mut self,
        tightest: &mut Tightest,
        price_function: &PriceFunction,
        rights: Rights,
        parts: i64,
    ) -> bool {
        let hit = price_function
            .layers
            .iter()
            .zip(&self.layers)
            .filter(|(layer, _)| layer.rights.meets(rights));
        let asked: Cost = hit.map(|(_, weight)| *weight).sum();
        if self.layers.is_empty() || price_function.price(rights).is_none_or(|price| asked >= price)
        {
            return false;
        }
        let goal = tightest.of(self.price_function, price_function, rights);
        for (weight, goal) in self.layers.iter_mut().zip(goal) {
            let between =
                |from: i64, to: i64| (from + (to - from).div_euclid(parts)).min(from.max(to));
            let money = between(weight.money, goal.money);
            *weight = Cost::new(money, between(weight.preference, goal.preference)).max(Cost::ZERO);
        }
        true
    }
}
