//! From rights to lots: which units hold what, and which of it is owned already.
//!
//! What is owned may serve some units of a holder and not the others, so here units are counted, not holders. Units
//! that may choose among the same bundles for the same rights make one class; how many units of a class hold which
//! bundle is a small linear program in whole numbers. Its shadow prices are the rents of what is owned.

use crate::cost::Cost;
use crate::order::sort_by;
use crate::plan::{Class, Classes, Plan, Way, price};
use crate::problem::{Bundle, BundleId, HolderId, Item, ItemId, Problem};
use crate::rights::Rights;
use crate::solution::{Lot, Quantity};
use crate::table::{at, edit};
use std::collections::BTreeMap;

/// The cheapest lots for some holders' rights.
#[derive(Clone, Debug, Default)]
pub struct Fulfilment {
    /// The lots, by holder.
    pub lots: Vec<Lot>,
    /// How many of each item.
    pub quantities: Vec<Quantity>,
    /// What they cost.
    pub cost: Cost,
    /// No lots for these rights cost less; below the cost only if the numbers got out of hand.
    pub bound: Cost,
    /// What one more of each shared item would save; the price for the others.
    pub rents: Vec<i64>,
}

/// The cheapest lots that give holders, by number and in order, their rights.
pub fn fulfil(problem: &Problem, targets: &[(u32, Rights)]) -> Option<Fulfilment> {
    let classes = classes(problem, targets)?;
    let mut plan = Plan::of(problem, &classes);
    let mut fulfilment = Fulfilment {
        rents: problem.items.iter().map(|item| if item.is_shared() { 0 } else { item.price }).collect(),
        ..Fulfilment::default()
    };
    let bound = plan.solve(&mut fulfilment.rents)?;
    let mut units = plan.best.take()?.units;
    fulfilment.lots = lots(problem, targets, &classes, &plan.ways, &mut units);
    count(problem, &mut fulfilment);
    fulfilment.bound = bound.min(fulfilment.cost);
    Some(fulfilment)
}

/// The classes of the holders that need something; nothing if no bundle grants what one of them needs.
fn classes(problem: &Problem, targets: &[(u32, Rights)]) -> Option<Classes> {
    let mut classes = Classes::new();
    for (number, target) in targets {
        let holder = problem.holders.get(*number as usize)?;
        if target.is_empty() || holder.count == 0 {
            continue;
        }
        let class = classes
            .entry((holder.menu.0, *target))
            .or_insert_with(|| Class { units: 0, bundles: worthwhile(problem, HolderId(*number), *target) });
        if class.bundles.is_empty() {
            return None;
        }
        class.units += u64::from(holder.count);
    }
    Some(classes)
}

/// The bundles with these rights, without those that take the same shared items as another or more, and cost no less.
fn worthwhile(problem: &Problem, holder: HolderId, target: Rights) -> Vec<BundleId> {
    let mut kept: Vec<(BundleId, &Bundle, Cost)> = Vec::new();
    let mut all: Vec<(BundleId, &Bundle, Cost)> = problem
        .choices(holder)
        .filter(|(_, bundle)| bundle.grants.includes(target))
        .map(|(id, bundle)| (id, bundle, price(problem, bundle, |item| !item.is_shared())))
        .collect();
    sort_by(&mut all, |a, b| (a.2, a.1.items.len()).cmp(&(b.2, b.1.items.len())));
    let owned = |bundle: &Bundle| -> Vec<ItemId> {
        let items = bundle.items.iter().copied();
        items.filter(|item| problem.items.get(item.0 as usize).is_some_and(Item::is_shared)).collect()
    };
    for (id, bundle, price) in all {
        let mine = owned(bundle);
        let beaten = kept.iter().any(|(_, other, cost)| {
            *cost <= price && cost.preference <= price.preference && owned(other).iter().all(|item| mine.contains(item))
        });
        if !beaten {
            kept.push((id, bundle, price));
        }
    }
    kept.into_iter().map(|(id, _, _)| id).collect()
}

/// Deals the units of each way to the holders of its class, in order.
fn lots(problem: &Problem, targets: &[(u32, Rights)], classes: &Classes, ways: &[Way], units: &mut [u64]) -> Vec<Lot> {
    let mut lots = Vec::new();
    let order: BTreeMap<&(u32, Rights), usize> = classes.keys().zip(0..).collect();
    let mut pools: Vec<u64> = problem.items.iter().map(|item| item.pool).collect();
    for (number, target) in targets {
        let Some(holder) = problem.holders.get(*number as usize) else { continue };
        let Some(class) = order.get(&(holder.menu.0, *target)) else { continue };
        let mut left = u64::from(holder.count);
        for (way, units) in ways.iter().zip(units.iter_mut()).filter(|(way, _)| way.class == *class) {
            let taken = left.min(*units);
            *units -= taken;
            left -= taken;
            deal(problem, HolderId(*number), way.bundle, taken, &mut pools, &mut lots);
        }
    }
    lots
}

/// Deals what lots take out of the pools again, and counts it.
pub fn recount(problem: &Problem, lots: &[Lot]) -> Fulfilment {
    let mut fulfilment = Fulfilment::default();
    let mut pools: Vec<u64> = problem.items.iter().map(|item| item.pool).collect();
    for alike in lots.chunk_by(|a, b| (a.holder, a.bundle) == (b.holder, b.bundle)) {
        let Some(first) = alike.first() else { continue };
        let units = alike.iter().map(|lot| lot.units).sum();
        deal(problem, first.holder, first.bundle, units, &mut pools, &mut fulfilment.lots);
    }
    count(problem, &mut fulfilment);
    fulfilment
}

/// Adds the lots of some units with the same bundle: as long as the pools last, from there.
fn deal(problem: &Problem, holder: HolderId, id: BundleId, mut units: u64, pools: &mut [u64], lots: &mut Vec<Lot>) {
    let items = problem.bundles.get(id.0 as usize).map(|bundle| bundle.items.as_slice()).unwrap_or_default();
    while units > 0 {
        let owned: Vec<ItemId> = items.iter().copied().filter(|item| at(pools, item.0) > 0).collect();
        let some = owned.iter().map(|item| at(pools, item.0)).fold(units, u64::min);
        owned.iter().for_each(|item| edit(pools, item.0, |left| left - some));
        lots.push(Lot { holder, units: some, bundle: id, owned });
        units -= some;
    }
}

/// Counts what the lots take, and what that costs.
fn count(problem: &Problem, fulfilment: &mut Fulfilment) {
    let mut quantities = vec![Quantity::default(); problem.items.len()];
    for lot in &fulfilment.lots {
        let items = problem.bundles.get(lot.bundle.0 as usize).map(|bundle| bundle.items.as_slice());
        for item in items.unwrap_or_default() {
            let owned = if lot.owned.contains(item) { lot.units } else { 0 };
            edit(&mut quantities, item.0, |count| Quantity {
                needed: count.needed + lot.units,
                owned: count.owned + owned,
                bought: count.bought + lot.units - owned,
            });
        }
    }
    let costs = problem.items.iter().zip(&mut quantities);
    let costs = costs.map(|(item, count)| {
        count.bought = item.bought(count.needed).unwrap_or(count.bought);
        Cost::new(item.price, 0).times(count.bought) + Cost::new(0, item.preference).times(count.needed)
    });
    fulfilment.cost = costs.sum();
    fulfilment.quantities = quantities;
}
