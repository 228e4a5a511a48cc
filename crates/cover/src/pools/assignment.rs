//! From rights to lots: which units hold what, and which of it is owned already.
//!
//! Owned items may serve some units of a holder and not the others, so here units are counted, not
//! holders. Units that may choose among the same bundles for the same rights make one class; how
//! many units of a class hold which bundle is a small linear program in whole numbers. Its shadow
//! prices are those of what is owned. Units whose companions may have a right instead of them
//! choose first, and feed their companions into the class of what is left.

use crate::cost::Cost;
use crate::id::{BundleId, HolderId, IdVec, ItemId, MenuId, Place};
use crate::id::{at, edit};
use crate::pools::assignment_program::{
    AssignmentProgram, Column, Feed, HeldBundle, MOST_WORK, UnitClass, items, price,
};
use crate::pools::companions::PairRights;
use crate::problem::{Item, Problem};
use crate::rights::{HolderRights, Rights, rights_of};
use crate::solution::{Lot, Quantity, ShadowPrices};
use std::collections::BTreeMap;

/// The cheapest lots for some holders' rights.
#[derive(Clone, Debug, Default)]
pub struct Assignment {
    /// The lots, by holder.
    pub lots: Vec<Lot>,
    /// Counts of each item.
    pub quantities: IdVec<ItemId, Quantity>,
    /// Cost of the lots.
    pub cost: Cost,
    /// No lots for these rights cost less; below the cost only if the numbers got out of hand.
    pub bound: Cost,
    /// Saving by one more of each shared item; the price for the others.
    pub shadow_prices: ShadowPrices,
    /// Steps of a budget that it took.
    pub steps: u64,
}

/// Entries of a tableau that are worked out in one step of a budget.
const ENTRIES: u64 = 5_000;

/// Steps that are taken in any case: a cover that is counted badly is of no use.
const LEAST_STEPS: u64 = 100;

/// The cheapest lots that give holders, by number and in order, their rights, and the units of
/// pairs what either must have.
///
/// It takes about `steps` of a budget at most, and says how many it took: then the lots may not be
/// the cheapest.
pub fn assign(
    problem: &Problem,
    targets: &[HolderRights],
    either: &[PairRights],
    steps: u64,
) -> Option<Assignment> {
    let groups = groups(problem, targets, either);
    let mut classes = Classes::default();
    for group in &groups {
        classes.add(problem, group)?;
    }
    let work_limit = steps.max(LEAST_STEPS).saturating_mul(ENTRIES).min(MOST_WORK);
    let mut program = AssignmentProgram::of(problem, &classes.all, work_limit);
    let mut assignment = Assignment {
        shadow_prices: problem
            .items
            .iter()
            .map(|item| if item.is_shared() { 0 } else { item.price })
            .collect(),
        ..Assignment::default()
    };
    let bound = program.solve(&mut assignment.shadow_prices)?;
    let units = program.best.take()?.units;
    assignment.steps = program.work / ENTRIES;
    let mut distribution = Distribution {
        problem,
        columns: &program.columns,
        units,
        pools: pools(problem),
        lots: Vec::new(),
    };
    for group in &groups {
        if let Some(class) = classes.numbers.get(&group.demand) {
            distribution.distribute_to(group, *class);
        }
    }
    assignment.lots = distribution.lots;
    assignment.lots.sort_by_key(|lot| (lot.holder, lot.first));
    count(problem, &mut assignment);
    assignment.bound = bound.min(assignment.cost);
    Some(assignment)
}

/// Units that are counted together: those of a holder, and with them their companions if either may
/// have a right.
struct Group {
    holder: HolderId,
    companions: Option<HolderId>,
    units: u64,
    demand: Demand,
}

/// Demand that the units of a class have in common: their menu and rights, and if they have
/// companions, how many, the menu and rights of these, and the rights that either must have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Demand {
    menu: MenuId,
    rights: Rights,
    times: u32,
    menu_of_companions: MenuId,
    rights_of_companions: Rights,
    either: Rights,
}

/// The groups in which something is needed.
fn groups(problem: &Problem, targets: &[HolderRights], either: &[PairRights]) -> Vec<Group> {
    let rights = |id: HolderId| rights_of(targets, id);
    let menu = |id: HolderId| problem.holders.at(id).map_or(MenuId(0), |holder| holder.menu);
    let mut paired: Vec<HolderId> = Vec::new();
    let mut groups = Vec::new();
    for PairRights { pair, rights: either } in either {
        let Some(pair) = problem.companions.get(pair.index()) else { continue };
        paired.extend([pair.of, pair.holder]);
        let demand = Demand {
            menu: menu(pair.of),
            rights: rights(pair.of),
            times: pair.times,
            menu_of_companions: menu(pair.holder),
            rights_of_companions: rights(pair.holder),
            either: *either,
        };
        let units = problem.holders.at(pair.of).map_or(0, |holder| holder.count.into());
        groups.push(Group { holder: pair.of, companions: Some(pair.holder), units, demand });
    }
    paired.sort_unstable();
    for HolderRights { holder, rights } in
        targets.iter().copied().filter(|target| !target.rights.is_empty())
    {
        let units = problem.holders.at(holder).map_or(0, |holder| holder.count.into());
        if paired.binary_search(&holder).is_err() {
            let demand = Demand { menu: menu(holder), rights, ..Demand::default() };
            groups.push(Group { holder, companions: None, units, demand });
        }
    }
    groups.retain(|group| group.units > 0);
    groups
}

/// The classes of all groups, and the number of each demand's class.
#[derive(Default)]
struct Classes {
    all: Vec<UnitClass>,
    numbers: BTreeMap<Demand, usize>,
}

impl Classes {
    /// Adds the units of a group; nothing if no bundles grant what they need.
    fn add(&mut self, problem: &Problem, group: &Group) -> Option<()> {
        let number = self.number(problem, group.demand)?;
        self.all.get_mut(number).into_iter().for_each(|class| class.units += group.units);
        Some(())
    }

    /// The number of the class with a demand.
    ///
    /// Units whose companions may have some rights instead of them choose first: a bundle leaves
    /// their companions to have the rest, and these are units of a class of their own then, each of
    /// which may hold what it likes.
    fn number(&mut self, problem: &Problem, demand: Demand) -> Option<usize> {
        if let Some(number) = self.numbers.get(&demand) {
            return Some(*number);
        }
        let Demand { times, either, .. } = demand;
        let mut held = Vec::new();
        for choice in choices(problem, &demand) {
            let left = demand.rights_of_companions.with(either.without(choice.grants));
            let feeds = if times == 0 || left.is_empty() {
                Some(None)
            } else {
                let rest =
                    Demand { menu: demand.menu_of_companions, rights: left, ..Demand::default() };
                self.number(problem, rest).map(|class| Some(Feed { class, times }))
            };
            held.extend(feeds.map(|feeds| HeldBundle { bundle: choice.bundle, feeds }));
        }
        if held.is_empty() {
            return None;
        }
        self.all.push(UnitClass { units: 0, choices: held });
        self.numbers.insert(demand, self.all.len() - 1);
        Some(self.all.len() - 1)
    }
}

/// One way for a unit to have what it needs.
struct Choice {
    bundle: Option<BundleId>,
    /// Rights that it grants of those that its companions may have instead.
    grants: Rights,
    /// Price of its items that are not shared, and the points of all.
    price: Cost,
    /// The shared items.
    shared: Vec<ItemId>,
}

impl Choice {
    fn of(problem: &Problem, bundle: Option<BundleId>, grants: Rights) -> Self {
        let is_shared = |item: &ItemId| problem.items.at(item).is_some_and(Item::is_shared);
        let shared = items(problem, bundle).iter().copied().filter(is_shared).collect();
        Self { bundle, grants, price: price(problem, bundle, |item| !item.is_shared()), shared }
    }

    /// True if it does wherever the other does, and never costs more.
    fn replaces(&self, other: &Self) -> bool {
        self.price <= other.price
            && self.price.preference <= other.price.preference
            && self.grants.includes(other.grants)
            && self.shared.iter().all(|item| other.shared.contains(item))
    }
}

/// The bundles of a menu with these rights, without those that another replaces, cheapest first;
/// nothing at all is a choice where no right is needed.
fn choices(problem: &Problem, demand: &Demand) -> Vec<Choice> {
    let Demand { menu, rights, either, .. } = *demand;
    let bundles = problem.menus.at(menu).into_iter().flatten();
    let bundles = bundles.filter_map(|id| Some((*id, problem.bundles.at(id)?)));
    let granting = bundles.filter(|(_, bundle)| bundle.grants.includes(rights));
    let nothing = rights.is_empty().then(|| Choice::of(problem, None, Rights::NONE));
    let some =
        granting.map(|(id, bundle)| Choice::of(problem, Some(id), bundle.grants.common(either)));
    let mut all: Vec<Choice> = nothing.into_iter().chain(some).collect();
    let size = |choice: &Choice| items(problem, choice.bundle).len();
    all.sort_by_key(|choice| (choice.price, size(choice)));
    let mut choices: Vec<Choice> = Vec::new();
    for choice in all {
        if !choices.iter().any(|other| other.replaces(&choice)) {
            choices.push(choice);
        }
    }
    choices
}

fn pools(problem: &Problem) -> Vec<u64> {
    problem.items.iter().map(|item| item.pool).collect()
}

/// Units of one column that follow each other.
struct Run {
    column: usize,
    first: u64,
    units: u64,
}

/// Deals the units of each way to the groups of its class, in order.
struct Distribution<'a> {
    problem: &'a Problem,
    columns: &'a [Column],
    /// Number of units left of each column.
    units: Vec<u64>,
    pools: Vec<u64>,
    lots: Vec<Lot>,
}

impl Distribution<'_> {
    fn distribute_to(&mut self, group: &Group, class: usize) {
        let (holder, units) = (group.holder, group.units);
        for Run { column, first, units } in self.take(class, units) {
            let Some(held) = self.columns.get(column).map(|column| column.held) else { continue };
            self.hold(holder, held.bundle, first, units);
            let Some((feed, companions)) = held.feeds.zip(group.companions) else { continue };
            let times = u64::from(feed.times);
            for run in self.take(feed.class, units * times) {
                let bundle = self.columns.get(run.column).and_then(|column| column.held.bundle);
                self.hold(companions, bundle, first * times + run.first, run.units);
            }
        }
    }

    /// Takes units of the ways of a class: the number of each way, where its units begin, and how
    /// many they are.
    fn take(&mut self, class: usize, units: u64) -> Vec<Run> {
        let mut rows = Vec::new();
        let mut done = 0;
        let columns = self.columns.iter().zip(&mut self.units).enumerate();
        for (number, (_, left)) in columns.filter(|(_, (column, _))| column.class == class) {
            let taken = (units - done).min(*left);
            if taken > 0 {
                *left -= taken;
                rows.push(Run { column: number, first: done, units: taken });
                done += taken;
            }
        }
        rows
    }

    fn hold(&mut self, holder: HolderId, bundle: Option<BundleId>, first: u64, units: u64) {
        if let Some(bundle) = bundle {
            let lot = Lot { holder, first, units, bundle, owned: Vec::new() };
            distribute(self.problem, lot, &mut self.pools, &mut self.lots);
        }
    }
}

/// Deals what lots take out of the pools again, and counts it.
pub fn recount(problem: &Problem, lots: &[Lot]) -> Assignment {
    let mut assignment = Assignment::default();
    let mut pools = pools(problem);
    let follows =
        |a: &Lot, b: &Lot| (a.holder, a.bundle, a.first + a.units) == (b.holder, b.bundle, b.first);
    for alike in lots.chunk_by(follows) {
        let Some(first) = alike.first() else { continue };
        let units = alike.iter().map(|lot| lot.units).sum();
        distribute(problem, Lot { units, ..first.clone() }, &mut pools, &mut assignment.lots);
    }
    count(problem, &mut assignment);
    assignment
}

/// Adds the lots of some units with the same bundle: as long as the pools last, from there.
fn distribute(problem: &Problem, lot: Lot, pools: &mut [u64], lots: &mut Vec<Lot>) {
    let items =
        problem.bundles.at(lot.bundle).map(|bundle| bundle.items.as_slice()).unwrap_or_default();
    let (mut first, mut units) = (lot.first, lot.units);
    while units > 0 {
        let owned: Vec<ItemId> = items.iter().copied().filter(|item| at(pools, item) > 0).collect();
        let some = owned.iter().map(|item| at(pools, item)).fold(units, u64::min);
        owned.iter().for_each(|item| edit(pools, item, |left| left - some));
        lots.push(Lot { first, units: some, owned, ..lot });
        (first, units) = (first + some, units - some);
    }
}

/// Counts what the lots take, and what that costs.
fn count(problem: &Problem, assignment: &mut Assignment) {
    let mut quantities: IdVec<ItemId, Quantity> =
        problem.items.iter().map(|_| Quantity::default()).collect();
    for lot in &assignment.lots {
        let items = problem.bundles.at(lot.bundle).map(|bundle| bundle.items.as_slice());
        for item in items.unwrap_or_default() {
            let owned = if lot.owned.contains(item) { lot.units } else { 0 };
            edit(&mut quantities, item, |count| Quantity {
                needed: count.needed + lot.units,
                owned: count.owned + owned,
                bought: count.bought + lot.units - owned,
            });
        }
    }
    let costs = problem.items.iter().zip(&mut quantities);
    let costs = costs.map(|(item, count)| {
        count.bought = item.bought(count.needed).unwrap_or(count.bought);
        Cost::new(item.price, 0).times(count.bought)
            + Cost::new(0, item.preference).times(count.needed)
    });
    assignment.cost = costs.sum();
    assignment.quantities = quantities;
}
