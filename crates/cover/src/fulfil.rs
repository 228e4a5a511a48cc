//! From rights to lots.

use crate::cost::Cost;
use crate::prices::Prices;
use crate::problem::{HolderId, Problem};
use crate::rights::Rights;
use crate::solution::{Lot, Quantity};

/// The cheapest lots that give every holder its rights.
pub fn fulfil(problem: &Problem, targets: &[Rights]) -> (Vec<Lot>, Vec<Quantity>, Cost) {
    let prices = Prices::of(problem);
    let mut lots = Vec::new();
    let mut quantities = vec![Quantity::default(); problem.items.len()];
    let mut cost = Cost::ZERO;
    for ((place, holder), target) in (0_u32..).zip(&problem.holders).zip(targets) {
        if target.is_empty() || holder.count == 0 {
            continue;
        }
        let able = problem.choices(HolderId(place)).filter(|(_, bundle)| bundle.grants.includes(*target));
        let Some((id, bundle)) = able.min_by_key(|(id, _)| prices.bundle(*id).1) else { continue };
        let units = u64::from(holder.count);
        for item in &bundle.items {
            if let Some(quantity) = quantities.get_mut(item.0 as usize) {
                quantity.needed += units;
                quantity.bought += units;
            }
        }
        cost += prices.bundle(id).1.times(units);
        lots.push(Lot { holder: HolderId(place), units, bundle: id, owned: Vec::new() });
    }
    (lots, quantities, cost)
}
