//! The search for the shadow prices that bound the cost most.
//!
//! Each cover that was found is a plane over the shadow prices: what it costs if every unit of a
//! shared item pays shadow price, less what the shadow prices bring in. No bound can be above any
//! of them, so the shadow prices at which the lowest is highest are tried next (after Kelley), but
//! not too far from the best ones so far: far from the covers the planes say little.

use crate::id::{BundleId, ItemId};
use crate::id::{at, edit, put};
use crate::pools::simplex::LinearProgram;
use crate::pricing::bundle_prices::Prices;
use crate::problem::Problem;
use crate::rights::HolderRights;
use crate::solution::ShadowPrices;

/// The planes of the covers found so far.
pub struct CuttingPlaneModel<'a> {
    problem: &'a Problem,
    /// The items that ask shadow price.
    items: &'a [ItemId],
    planes: Vec<CuttingPlane>,
}

/// A cover at its bundles: what it costs without the owned items, and how many of each it takes.
#[derive(PartialEq, Eq)]
struct CuttingPlane {
    money: i128,
    taken: Vec<i128>,
}

/// Range of a part of an item's shadow price, and how many can be had at it.
struct PriceRange {
    item: ItemId,
    had: i128,
    from: i64,
    to: i64,
}

impl<'a> CuttingPlaneModel<'a> {
    /// No planes yet, for shadow prices of these items.
    pub const fn new(problem: &'a Problem, items: &'a [ItemId]) -> Self {
        Self { problem, items, planes: Vec::new() }
    }

    /// Returns the number of planes.
    pub fn len(&self) -> usize {
        self.planes.len()
    }

    /// Adds the plane of a cover that is cheapest at some shadow prices.
    pub fn add(&mut self, targets: &[HolderRights], shadow_prices: &ShadowPrices) {
        let plane = self.plane(targets, shadow_prices);
        self.planes.push(plane);
    }

    /// Returns the least of the planes at some shadow prices.
    pub fn upper_bound(&self, shadow_prices: &ShadowPrices) -> i128 {
        self.planes
            .iter()
            .map(|plane| self.value_of(plane, shadow_prices))
            .min()
            .unwrap_or(i128::MAX)
    }

    /// The shadow prices at which the lowest of the planes is highest, in whole numbers, not too
    /// far from the best ones: by the whole price, over `reach`.
    pub fn next(&self, best: &ShadowPrices, trust_radius: i64) -> Option<ShadowPrices> {
        let ranges = self.ranges(best, trust_radius);
        let width = 1 + ranges.len();
        let mut program = LinearProgram { objectives: vec![vec![0; width]], rows: Vec::new() };
        program.objectives.iter_mut().for_each(|goal| put(goal, 0, -1));
        let mut shadow_prices: ShadowPrices =
            self.problem.items.iter().map(|item| item.price).collect();
        self.items.iter().for_each(|id| put(&mut shadow_prices, id, 0));
        ranges.iter().for_each(|range| {
            edit(&mut shadow_prices, range.item, |shadow_price: i64| shadow_price + range.from)
        });
        // Heights are counted from that of the lowest plane at the lowest shadow prices, so that
        // all limits are at least 0.
        let lowest = self.upper_bound(&shadow_prices);
        for plane in &self.planes {
            let taken = |range: &PriceRange| {
                self.items
                    .iter()
                    .zip(&plane.taken)
                    .find(|(item, _)| **item == range.item)
                    .map_or(0, |(_, taken)| *taken)
            };
            let slopes = ranges.iter().map(|range| range.had - taken(range));
            let upper_bound = self.value_of(plane, &shadow_prices);
            program.rows.push((std::iter::once(1).chain(slopes).collect(), upper_bound - lowest));
        }
        for (place, range) in (1_u32..).zip(&ranges) {
            let mut row = vec![0; width];
            put(&mut row, place, 1);
            program.rows.push((row, (range.to - range.from).into()));
        }
        let solved = program.solve()?;
        for (range, value) in ranges.iter().zip(solved.values.iter().skip(1)) {
            let value = i64::try_from(value / solved.denominator).ok()?;
            edit(&mut shadow_prices, range.item, |shadow_price: i64| shadow_price + value);
        }
        Some(shadow_prices)
    }

    /// Returns the ranges of the next shadow prices: for each item up to its price, and for each
    /// limited one what goes beyond that.
    fn ranges(&self, best: &ShadowPrices, trust_radius: i64) -> Vec<PriceRange> {
        let mut ranges = Vec::new();
        for id in self.items {
            let Some(item) = self.problem.items.at(id) else { continue };
            let (shadow_price, highest) = (at(best, id), self.problem.highest_shadow_price(item));
            let mut push = |now: i64, top: i64, had: u64| {
                let far = top / trust_radius + 1;
                ranges.push(PriceRange {
                    item: *id,
                    had: had.into(),
                    from: (now - far).max(0),
                    to: (now + far).min(top),
                });
            };
            push(shadow_price.min(item.price), item.price, item.pool);
            if let Some(limit) = item.maximum {
                push(
                    (shadow_price - item.price).max(0),
                    highest - item.price,
                    item.pool.saturating_add(limit),
                );
            }
        }
        ranges
    }

    fn value_of(&self, plane: &CuttingPlane, shadow_prices: &ShadowPrices) -> i128 {
        let facts = |id: &ItemId| self.problem.items.at(id);
        let owned: i128 =
            self.items.iter().filter_map(|id| Some(facts(id)?.income(at(shadow_prices, id)))).sum();
        let taken = self.items.iter().zip(&plane.taken);
        plane.money
            + taken.map(|(id, taken)| i128::from(at(shadow_prices, id)) * taken).sum::<i128>()
            - owned
    }

    /// Returns the cost of a cover as a function of the shadow prices, at the bundles that are
    /// cheapest at these.
    fn plane(&self, targets: &[HolderRights], shadow_prices: &ShadowPrices) -> CuttingPlane {
        let prices = Prices::at_shadow_prices(self.problem, shadow_prices);
        let mut plane = CuttingPlane { money: 0, taken: vec![0; self.items.len()] };
        for target in targets.iter().filter(|target| !target.rights.is_empty()) {
            let Some(holder) = self.problem.holders.at(target.holder) else { continue };
            let able = self.problem.choices(target.holder);
            let able = able.filter(|(_, bundle)| bundle.grants.includes(target.rights));
            let price = |id: BundleId| prices.bundle(id).price;
            let Some((id, _)) = able.min_by_key(|(id, _)| price(*id)) else { continue };
            let items = self.problem.bundles.at(id).map(|bundle| bundle.items.as_slice());
            for item in items.unwrap_or_default() {
                let units = i128::from(holder.count);
                match self.items.iter().position(|owned| owned == item) {
                    Some(place) => edit(&mut plane.taken, place as u32, |taken| taken + units),
                    None => {
                        let price = self.problem.items.at(item).map_or(0, |item| item.price);
                        plane.money += units * i128::from(price);
                    }
                }
            }
        }
        plane
    }
}
