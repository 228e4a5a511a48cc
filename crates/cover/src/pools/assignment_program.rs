//! The number of units that hold each bundle: a linear program in whole numbers.
//!
//! The program has few variables, and its solution is nearly always whole; where it is not, a
//! fraction is branched on.

use crate::cost::Cost;
use crate::id::{BundleId, ItemId};
use crate::id::{at, edit};
use crate::pools::simplex::{LinearProgram, Optimum};
use crate::problem::{Item, Problem};
use crate::solution::ShadowPrices;

/// One choice of the units of a class: a bundle, or nothing, and what each of their companions
/// needs then.
#[derive(Clone, Copy, Debug)]
pub struct HeldBundle {
    pub bundle: Option<BundleId>,
    /// Companions that each unit adds to a class.
    pub feeds: Option<Feed>,
}

/// Companions that each unit adds to a class.
#[derive(Clone, Copy, Debug)]
pub struct Feed {
    /// Class of the companions, by its number.
    pub class: usize,
    /// Number of companions of each unit.
    pub times: u32,
}

/// Units that may hold the same for the same rights.
pub struct UnitClass {
    /// Number of units, beside companions that other classes feed in.
    pub units: u64,
    pub choices: Vec<HeldBundle>,
}

/// Returns the price of the items of a bundle that `counts`.
pub fn price(problem: &Problem, bundle: Option<BundleId>, counts: impl Fn(&Item) -> bool) -> Cost {
    let items = items(problem, bundle).iter().filter_map(|item| problem.items.at(item));
    items.map(|item| Cost::new(if counts(item) { item.price } else { 0 }, item.preference)).sum()
}

/// The items of a bundle; none for nothing.
pub fn items(problem: &Problem, bundle: Option<BundleId>) -> &[ItemId] {
    let bundle = bundle.and_then(|id| problem.bundles.at(id));
    bundle.map(|bundle| bundle.items.as_slice()).unwrap_or_default()
}

/// One choice of the units of one class.
pub struct Column {
    pub class: usize,
    pub held: HeldBundle,
    price: Cost,
    /// The places of its items among the shared ones.
    shared: Vec<usize>,
}

impl Column {
    /// Returns the units of a class that it takes up, less those that it feeds into the class.
    fn fills(&self, class: usize) -> i128 {
        let fed = self
            .held
            .feeds
            .filter(|feed| feed.class == class)
            .map_or(0, |feed| i128::from(feed.times));
        i128::from(self.class == class) - fed
    }
}

/// Units of each column, and what they cost.
pub struct ColumnUnits {
    pub units: Vec<u64>,
    cost: Cost,
}

/// The program of a fulfilment.
pub struct AssignmentProgram<'a> {
    problem: &'a Problem,
    units: Vec<u64>,
    pub columns: Vec<Column>,
    /// The shared items that some way takes.
    shared: Vec<ItemId>,
    pub best: Option<ColumnUnits>,
    branches: u32,
    /// Entries of tableaux worked out so far, and how many may be.
    pub work: u64,
    most_work: u64,
}

/// More branches than any program needs whose fractions are not contrived.
const MOST_BRANCHES: u32 = 400;

/// More entries than are worked out where there is no other limit.
pub const MOST_WORK: u64 = 20_000_000;

/// Least and most units of a column.
#[derive(Clone, Copy, Default)]
struct Bounds {
    minimum: u64,
    maximum: Option<u64>,
}

impl<'a> AssignmentProgram<'a> {
    /// The program for these classes.
    pub fn of(problem: &'a Problem, classes: &[UnitClass], most_work: u64) -> Self {
        let mut program = Self {
            problem,
            units: Vec::new(),
            columns: Vec::new(),
            shared: Vec::new(),
            best: None,
            branches: 0,
            work: 0,
            most_work,
        };
        for (number, class) in classes.iter().enumerate() {
            program.units.push(class.units);
            for held in &class.choices {
                let shared = items(problem, held.bundle)
                    .iter()
                    .filter_map(|item| program.share(*item))
                    .collect();
                let price = price(problem, held.bundle, |_| true);
                program.columns.push(Column { class: number, held: *held, price, shared });
            }
        }
        program
    }

    /// The place of an item among the shared ones.
    fn share(&mut self, item: ItemId) -> Option<usize> {
        self.problem.items.at(item).filter(|item| item.is_shared())?;
        let known = self.shared.iter().position(|shared| *shared == item);
        Some(known.unwrap_or_else(|| {
            self.shared.push(item);
            self.shared.len() - 1
        }))
    }

    /// Finds the best split; gives a bound on every split, and fills in the shadow prices of the
    /// owned items.
    pub fn solve(&mut self, shadow_prices: &mut ShadowPrices) -> Option<Cost> {
        if self.shared.is_empty() {
            self.take_cheapest();
            return self.best.as_ref().map(|best| best.cost);
        }
        let free = vec![Bounds::default(); self.columns.len()];
        let Some((root, bound)) = self.solve_relaxation(&free) else {
            // Without the time to count, what is cheapest if nothing were owned is a cover as well.
            if self.work > self.most_work && self.limits().is_empty() {
                self.take_cheapest();
                return self.best.as_ref().map(|_| Cost::ZERO);
            }
            return None;
        };
        let limits = self.limits();
        let rows = self.units.len() + 2 * self.shared.len();
        for (place, item) in self.shared.iter().enumerate() {
            let duals = root.duals.get(self.units.len() + self.shared.len() + place);
            let limit =
                limits.iter().position(|limited| *limited == place).map(|limit| rows + limit);
            let limit = limit.and_then(|row| root.duals.get(row));
            let saved: i128 =
                [duals, limit].iter().flatten().filter_map(|objectives| objectives.get(1)).sum();
            // Where as many are served as can be, the worth of a limit may be that of serving more:
            // keep to what is asked.
            let ceiling = self
                .problem
                .items
                .at(item)
                .map_or(0, |item| self.problem.highest_shadow_price(item));
            let saved = (saved / root.denominator).clamp(0, ceiling.into());
            crate::id::put(shadow_prices, item, i64::try_from(saved).unwrap_or(0));
        }
        self.branch(&free, root, bound);
        let cut_short = self.is_cut_short();
        self.best.as_ref().map(|best| if cut_short { bound.min(best.cost) } else { best.cost })
    }

    /// The places of the limited items among the shared ones.
    fn limits(&self) -> Vec<usize> {
        let limited =
            |id: &ItemId| self.problem.items.at(id).is_some_and(|item| item.maximum.is_some());
        self.shared
            .iter()
            .enumerate()
            .filter(|(_, id)| limited(id))
            .map(|(place, _)| place)
            .collect()
    }

    /// True if branching has to end. Where something is limited it goes on: what holds without
    /// limits may not do then.
    fn is_cut_short(&self) -> bool {
        (self.branches >= MOST_BRANCHES || self.work > self.most_work) && self.limits().is_empty()
    }

    /// The best split when nothing is owned: the first, cheapest way of each class.
    ///
    /// A class comes before those that feed into it, so what its units cost is known to them.
    fn take_cheapest(&mut self) {
        let mut cheapest: Vec<(usize, Cost)> = Vec::new();
        for class in 0..self.units.len() {
            let costs = |column: &Column| {
                let fed = column
                    .held
                    .feeds
                    .and_then(|feed| Some((cheapest.get(feed.class)?.1, feed.times)));
                column.price + fed.map_or(Cost::ZERO, |(price, times)| price.times(times.into()))
            };
            let columns =
                self.columns.iter().enumerate().filter(|(_, column)| column.class == class);
            let best =
                columns.map(|(place, column)| (place, costs(column))).min_by_key(|(_, cost)| *cost);
            cheapest.push(best.unwrap_or((usize::MAX, Cost::ZERO)));
        }
        let mut chosen = ColumnUnits { units: vec![0; self.columns.len()], cost: Cost::ZERO };
        let mut units = self.units.clone();
        for (class, (place, _)) in cheapest.iter().enumerate().rev() {
            let Some((column, taken)) = self.columns.get(*place).zip(units.get(class).copied())
            else {
                continue;
            };
            chosen.cost += column.price.times(taken);
            chosen.units.get_mut(*place).into_iter().for_each(|count| *count = taken);
            if let Some((fed, times)) =
                column.held.feeds.and_then(|feed| Some((units.get_mut(feed.class)?, feed.times)))
            {
                *fed += taken * u64::from(times);
            }
        }
        self.best = Some(chosen);
    }

    /// Looks for the best split within the ranges, given the program's solution there.
    fn branch(&mut self, ranges: &[Bounds], solved: Optimum, bound: Cost) {
        if self.best.as_ref().is_some_and(|best| best.cost <= bound) || self.is_cut_short() {
            return;
        }
        self.branches += 1;
        let fractional = (0..self.columns.len())
            .find(|column| solved.values.get(*column).is_some_and(|v| v % solved.denominator != 0));
        let whole: Vec<u64> = ranges
            .iter()
            .zip(&solved.values)
            .map(|(range, value)| {
                range.minimum + u64::try_from(value / solved.denominator).unwrap_or(0)
            })
            .collect();
        let Some(column) = fractional else { return self.take(whole) };
        let floor = whole.get(column).copied().unwrap_or(0);
        for range in [
            Bounds { maximum: Some(floor), ..at(ranges, column as u32) },
            Bounds { minimum: floor + 1, ..at(ranges, column as u32) },
        ] {
            let mut narrowed = ranges.to_vec();
            edit(&mut narrowed, column as u32, |_| range);
            if let Some((solved, bound)) = self.solve_relaxation(&narrowed) {
                self.branch(&narrowed, solved, bound);
            }
        }
        // Something to hold on to, should the branches or the time run out.
        if self.best.is_none() && self.is_cut_short() {
            self.take_cheapest();
        }
    }

    /// Keeps a split if it is the best.
    fn take(&mut self, units: Vec<u64>) {
        let mut needed = vec![0_u64; self.shared.len()];
        let mut cost = Cost::ZERO;
        for (column, units) in self.columns.iter().zip(&units) {
            cost += column.price.times(*units);
            column
                .shared
                .iter()
                .for_each(|item| edit(&mut needed, *item as u32, |count| count + *units));
        }
        for (item, needed) in self.shared.iter().zip(needed) {
            if let Some(item) = self.problem.items.at(item) {
                cost -= Cost::new(item.price, 0).times(needed.min(item.pool));
            }
        }
        if self.best.as_ref().is_none_or(|best| cost < best.cost) {
            self.best = Some(ColumnUnits { units, cost });
        }
    }

    /// Solves the program within the ranges, fractions allowed; gives the least cost of it, rounded
    /// up.
    fn solve_relaxation(&mut self, ranges: &[Bounds]) -> Option<(Optimum, Cost)> {
        // What the ranges settle may leave a class more than full, or short of what its companions
        // take up already.
        let open: Vec<i128> = self
            .units
            .iter()
            .enumerate()
            .map(|(class, units)| {
                let settled = self
                    .columns
                    .iter()
                    .zip(ranges)
                    .map(|(column, range)| column.fills(class) * i128::from(range.minimum));
                i128::from(*units) - settled.sum::<i128>()
            })
            .collect();
        let program = self.program(ranges, &open);
        if program.rows.iter().any(|(_, limit)| *limit < 0) {
            return None;
        }
        let work_limit = if self.limits().is_empty() {
            self.most_work.saturating_sub(self.work)
        } else {
            u64::MAX
        };
        let Some(solved) = program.solve_within(work_limit) else {
            self.work = self.work.saturating_add(work_limit.min(MOST_WORK)).saturating_add(1);
            return None;
        };
        self.work += solved.work;
        let sum = |objective: usize| -> i128 {
            let coefficients = program.objectives.get(objective).into_iter().flatten();
            coefficients.zip(&solved.values).map(|(a, b)| a * b).sum()
        };
        if -sum(0) != open.iter().map(|open| open.abs()).sum::<i128>() * solved.denominator {
            return None;
        }
        let fixed: Cost = self
            .columns
            .iter()
            .zip(ranges)
            .map(|(column, range)| column.price.times(range.minimum))
            .sum();
        let up = |sum: i128| {
            i64::try_from(-((-sum).div_euclid(solved.denominator))).unwrap_or(i64::MAX / 4)
        };
        let (money, points) = (sum(1), sum(2));
        // Rounding up the money leaves no claim on the points, which are at least 0.
        let points =
            if money % solved.denominator == 0 { up(points) + fixed.preference } else { 0 };
        let bound = Cost::new(up(money) + fixed.money, points);
        Some((solved, bound))
    }

    /// Units by way, then how many of each item come from its pool: serve all units, then save
    /// money, then points.
    ///
    /// All units are served where every class is filled to its last place. A row must not begin
    /// below nothing: a class of companions that is more than full, as long as no more of them are
    /// fed in, is said the other way round.
    fn program(&self, ranges: &[Bounds], open: &[i128]) -> LinearProgram {
        let (columns, width) = (self.columns.len(), self.columns.len() + self.shared.len());
        let items = || self.shared.iter().map(|item| self.problem.items.at(item));
        let mut objectives = vec![vec![0_i128; width]; 3];
        let mut rows = Vec::new();
        for (class, open) in open.iter().enumerate() {
            let sign = if *open < 0 { -1 } else { 1 };
            let mut row: Vec<i128> =
                self.columns.iter().map(|column| sign * column.fills(class)).collect();
            row.resize(width, 0);
            for (place, entry) in (0_u32..).zip(&row) {
                objectives
                    .first_mut()
                    .into_iter()
                    .for_each(|served| edit(served, place, |sum| sum - entry));
            }
            rows.push((row, open.abs()));
        }
        if let [_, money, points] = objectives.as_mut_slice() {
            for (place, column) in (0_u32..).zip(&self.columns) {
                edit(money, place, |_| column.price.money.into());
                edit(points, place, |_| column.price.preference.into());
            }
            for (place, item) in (columns as u32..).zip(items().flatten()) {
                edit(money, place, |_| -i128::from(item.price));
            }
        }
        let takes = |item: usize, sign: i128| -> Vec<i128> {
            let mut row: Vec<i128> = self
                .columns
                .iter()
                .map(|column| if column.shared.contains(&item) { sign } else { 0 })
                .collect();
            row.resize(width, 0);
            row
        };
        let settled = |item: usize| -> i128 {
            let settled =
                self.columns.iter().zip(ranges).filter(|(column, _)| column.shared.contains(&item));
            settled.map(|(_, range)| i128::from(range.minimum)).sum()
        };
        for item in 0..self.shared.len() {
            let mut row = takes(item, -1);
            edit(&mut row, (columns + item) as u32, |_| 1);
            rows.push((row, settled(item)));
        }
        for (place, item) in (columns as u32..).zip(items()) {
            let mut row = vec![0; width];
            edit(&mut row, place, |_| 1);
            rows.push((row, item.map_or(0, |item| i128::from(item.pool))));
        }
        for item in self.limits() {
            let facts = self.shared.get(item).and_then(|id| self.problem.items.at(id));
            let available = facts
                .map_or(0, |item| i128::from(item.pool) + i128::from(item.maximum.unwrap_or(0)));
            // What is settled beyond the limit is refused before.
            rows.push((takes(item, 1), available - settled(item)));
        }
        for (place, range) in (0_u32..).zip(ranges) {
            if let Some(maximum) = range.maximum {
                let mut row = vec![0; width];
                edit(&mut row, place, |_| 1);
                rows.push((row, i128::from(maximum.saturating_sub(range.minimum))));
            }
        }
        LinearProgram { objectives, rows }
    }
}
