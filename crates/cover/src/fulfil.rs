//! From rights to lots: which units hold what, and which of it is owned already.
//!
//! What is owned may serve some units of a holder and not the others, so here units are counted, not holders. Units
//! that may choose among the same bundles for the same rights make one class; how many units of a class hold which
//! bundle is a small linear program in whole numbers. Its shadow prices are the rents of what is owned.

use crate::cost::Cost;
use crate::problem::{Bundle, BundleId, HolderId, Item, ItemId, Problem};
use crate::rights::Rights;
use crate::solution::{Lot, Quantity};
use crate::table::{at, edit};
use crate::tableau::{Optimum, Program};
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
    /// What one more of each owned item would save, at most its price; the price for items without a pool.
    pub rents: Vec<i64>,
}

/// The cheapest lots that give holders, by number and in order, their rights.
pub fn fulfil(problem: &Problem, targets: &[(u32, Rights)]) -> Option<Fulfilment> {
    let classes = classes(problem, targets)?;
    let mut plan = Plan::of(problem, &classes);
    let mut fulfilment = Fulfilment {
        rents: problem.items.iter().map(|item| if item.pool > 0 { 0 } else { item.price }).collect(),
        ..Fulfilment::default()
    };
    let bound = plan.solve(&mut fulfilment.rents)?;
    let mut units = plan.best.take()?.units;
    fulfilment.lots = lots(problem, targets, &classes, &plan.ways, &mut units);
    count(problem, &mut fulfilment);
    fulfilment.bound = bound.min(fulfilment.cost);
    Some(fulfilment)
}

/// Units that may hold the same for the same rights.
struct Class {
    units: u64,
    bundles: Vec<BundleId>,
}

/// Classes by menu and rights.
type Classes = BTreeMap<(u32, Rights), Class>;

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

/// The bundles with these rights, without those that take the same owned items as another or more, and cost no less.
fn worthwhile(problem: &Problem, holder: HolderId, target: Rights) -> Vec<BundleId> {
    let mut kept: Vec<(BundleId, &Bundle, Cost)> = Vec::new();
    let mut all: Vec<(BundleId, &Bundle, Cost)> = problem
        .choices(holder)
        .filter(|(_, bundle)| bundle.grants.includes(target))
        .map(|(id, bundle)| (id, bundle, price(problem, bundle, |item| item.pool == 0)))
        .collect();
    all.sort_by_key(|(_, bundle, price)| (*price, bundle.items.len()));
    let owned = |bundle: &Bundle| -> Vec<ItemId> {
        let items = bundle.items.iter().copied();
        items.filter(|item| problem.items.get(item.0 as usize).is_some_and(|item| item.pool > 0)).collect()
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

/// What the items of a bundle that `counts` cost.
fn price(problem: &Problem, bundle: &Bundle, counts: impl Fn(&Item) -> bool) -> Cost {
    let items = bundle.items.iter().filter_map(|item| problem.items.get(item.0 as usize));
    items.map(|item| Cost::new(if counts(item) { item.price } else { 0 }, item.preference)).sum()
}

/// One bundle for units of one class.
struct Way {
    class: usize,
    bundle: BundleId,
    price: Cost,
    /// The places of its items among the owned ones.
    owned: Vec<usize>,
}

/// How many units go each way, and what that costs.
struct Split {
    units: Vec<u64>,
    cost: Cost,
}

/// The program of a fulfilment.
struct Plan<'a> {
    problem: &'a Problem,
    units: Vec<u64>,
    ways: Vec<Way>,
    /// The owned items that some way takes.
    owned: Vec<ItemId>,
    best: Option<Split>,
    branches: u32,
}

/// More branches than any program needs whose fractions are not contrived.
const MOST_BRANCHES: u32 = 400;

/// How many units of a way are settled, and the most it may have.
#[derive(Clone, Copy, Default)]
struct Range {
    least: u64,
    most: Option<u64>,
}

impl<'a> Plan<'a> {
    fn of(problem: &'a Problem, classes: &Classes) -> Self {
        let mut plan =
            Self { problem, units: Vec::new(), ways: Vec::new(), owned: Vec::new(), best: None, branches: 0 };
        for (number, class) in classes.values().enumerate() {
            plan.units.push(class.units);
            for id in &class.bundles {
                let Some(bundle) = problem.bundles.get(id.0 as usize) else { continue };
                let owned = bundle.items.iter().filter_map(|item| plan.own(*item)).collect();
                let price = price(problem, bundle, |_| true);
                plan.ways.push(Way { class: number, bundle: *id, price, owned });
            }
        }
        plan
    }

    /// The place of an item among the owned ones.
    fn own(&mut self, item: ItemId) -> Option<usize> {
        self.problem.items.get(item.0 as usize).filter(|item| item.pool > 0)?;
        let known = self.owned.iter().position(|owned| *owned == item);
        Some(known.unwrap_or_else(|| {
            self.owned.push(item);
            self.owned.len() - 1
        }))
    }

    /// Finds the best split; gives a bound on every split, and fills in the rents of the owned items.
    fn solve(&mut self, rents: &mut [i64]) -> Option<Cost> {
        if self.owned.is_empty() {
            self.take_cheapest();
            return self.best.as_ref().map(|best| best.cost);
        }
        let free = vec![Range::default(); self.ways.len()];
        let (root, bound) = self.relaxed(&free)?;
        for (place, item) in self.owned.iter().enumerate() {
            let worth = root.worth.get(self.units.len() + self.owned.len() + place);
            let saved = worth.and_then(|goals| goals.get(1)).map_or(0, |saved| saved / root.denominator);
            crate::table::put(rents, item.0, i64::try_from(saved).unwrap_or(0));
        }
        self.branch(&free, root, bound);
        let cut_short = self.branches >= MOST_BRANCHES;
        self.best.as_ref().map(|best| if cut_short { bound.min(best.cost) } else { best.cost })
    }

    /// The best split when nothing is owned: the first, cheapest way of each class.
    fn take_cheapest(&mut self) {
        let mut split = Split { units: vec![0; self.ways.len()], cost: Cost::ZERO };
        for (class, units) in self.units.iter().enumerate() {
            let ways = self.ways.iter().enumerate().filter(|(_, way)| way.class == class);
            if let Some((place, way)) = ways.min_by_key(|(_, way)| way.price) {
                split.cost += way.price.times(*units);
                split.units.get_mut(place).into_iter().for_each(|taken| *taken = *units);
            }
        }
        self.best = Some(split);
    }

    /// Looks for the best split within the ranges, given the program's solution there.
    fn branch(&mut self, ranges: &[Range], solved: Optimum, bound: Cost) {
        if self.best.as_ref().is_some_and(|best| best.cost <= bound) || self.branches >= MOST_BRANCHES {
            return;
        }
        self.branches += 1;
        let broken =
            (0..self.ways.len()).find(|way| solved.values.get(*way).is_some_and(|v| v % solved.denominator != 0));
        let whole: Vec<u64> = ranges
            .iter()
            .zip(&solved.values)
            .map(|(range, value)| range.least + u64::try_from(value / solved.denominator).unwrap_or(0))
            .collect();
        let Some(way) = broken else { return self.take(whole) };
        let floor = whole.get(way).copied().unwrap_or(0);
        for range in [
            Range { most: Some(floor), ..at(ranges, way as u32) },
            Range { least: floor + 1, ..at(ranges, way as u32) },
        ] {
            let mut narrowed = ranges.to_vec();
            edit(&mut narrowed, way as u32, |_| range);
            if let Some((solved, bound)) = self.relaxed(&narrowed) {
                self.branch(&narrowed, solved, bound);
            }
        }
        // Something to hold on to, should the branches run out.
        if self.best.is_none() {
            self.take_cheapest();
        }
    }

    /// Keeps a split if it is the best.
    fn take(&mut self, units: Vec<u64>) {
        let mut needed = vec![0_u64; self.owned.len()];
        let mut cost = Cost::ZERO;
        for (way, units) in self.ways.iter().zip(&units) {
            cost += way.price.times(*units);
            way.owned.iter().for_each(|item| edit(&mut needed, *item as u32, |count| count + *units));
        }
        for (item, needed) in self.owned.iter().zip(needed) {
            if let Some(item) = self.problem.items.get(item.0 as usize) {
                cost -= Cost::new(item.price, 0).times(needed.min(item.pool));
            }
        }
        if self.best.as_ref().is_none_or(|best| cost < best.cost) {
            self.best = Some(Split { units, cost });
        }
    }

    /// Solves the program within the ranges, fractions allowed; gives the least cost of it, rounded up.
    fn relaxed(&self, ranges: &[Range]) -> Option<(Optimum, Cost)> {
        let settled = |class: usize| -> u64 {
            let ways = self.ways.iter().zip(ranges).filter(|(way, _)| way.class == class);
            ways.map(|(_, range)| range.least).sum()
        };
        let open: Option<Vec<u64>> =
            self.units.iter().enumerate().map(|(class, units)| units.checked_sub(settled(class))).collect();
        let open = open?;
        let program = self.program(ranges, &open);
        let solved = program.solve()?;
        let sum = |goal: usize| -> i128 {
            let coefficients = program.goals.get(goal).into_iter().flatten();
            coefficients.zip(&solved.values).map(|(a, b)| a * b).sum()
        };
        if -sum(0) != i128::from(open.iter().sum::<u64>()) * solved.denominator {
            return None;
        }
        let fixed: Cost = self.ways.iter().zip(ranges).map(|(way, range)| way.price.times(range.least)).sum();
        let up = |sum: i128| i64::try_from(-((-sum).div_euclid(solved.denominator))).unwrap_or(i64::MAX / 4);
        let (money, points) = (sum(1), sum(2));
        // Rounding up the money leaves no claim on the points, which are at least 0.
        let points = if money % solved.denominator == 0 { up(points) + fixed.preference } else { 0 };
        let bound = Cost::new(up(money) + fixed.money, points);
        Some((solved, bound))
    }

    /// Units by way, then how many of each item come from its pool: serve all units, then save money, then points.
    fn program(&self, ranges: &[Range], open: &[u64]) -> Program {
        let (ways, width) = (self.ways.len(), self.ways.len() + self.owned.len());
        let items = || self.owned.iter().map(|item| self.problem.items.get(item.0 as usize));
        let mut goals = vec![vec![0_i128; width]; 3];
        if let [served, money, points] = goals.as_mut_slice() {
            for (place, way) in (0_u32..).zip(&self.ways) {
                edit(served, place, |_| -1);
                edit(money, place, |_| way.price.money.into());
                edit(points, place, |_| way.price.preference.into());
            }
            for (place, item) in (ways as u32..).zip(items().flatten()) {
                edit(money, place, |_| -i128::from(item.price));
            }
        }
        let line = |takes: &dyn Fn(&Way) -> bool, sign: i128| -> Vec<i128> {
            let ways = self.ways.iter().map(|way| if takes(way) { sign } else { 0 });
            ways.chain(std::iter::repeat_n(0, self.owned.len())).collect()
        };
        let mut rows = Vec::new();
        for (class, open) in open.iter().enumerate() {
            rows.push((line(&|way| way.class == class, 1), i128::from(*open)));
        }
        for item in 0..self.owned.len() {
            let settled = self.ways.iter().zip(ranges).filter(|(way, _)| way.owned.contains(&item));
            let mut row = line(&|way| way.owned.contains(&item), -1);
            edit(&mut row, (ways + item) as u32, |_| 1);
            rows.push((row, settled.map(|(_, range)| i128::from(range.least)).sum()));
        }
        for (place, item) in (ways as u32..).zip(items()) {
            let mut row = vec![0; width];
            edit(&mut row, place, |_| 1);
            rows.push((row, item.map_or(0, |item| i128::from(item.pool))));
        }
        for (place, range) in (0_u32..).zip(ranges) {
            if let Some(most) = range.most {
                let mut row = vec![0; width];
                edit(&mut row, place, |_| 1);
                rows.push((row, i128::from(most.saturating_sub(range.least))));
            }
        }
        Program { goals, rows }
    }
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
    let costs = problem.items.iter().zip(&quantities);
    let costs = costs.map(|(item, count)| {
        Cost::new(item.price, 0).times(count.bought) + Cost::new(0, item.preference).times(count.needed)
    });
    fulfilment.cost = costs.sum();
    fulfilment.quantities = quantities;
}
