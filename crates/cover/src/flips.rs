//! Where the cheapest cover changes as one count or one price does.
//!
//! **A price.** What a cover costs is linear in the price of an item, so the least cost of all covers is concave and
//! made of straight stretches. Two covers that are best at the ends of a range meet in one point; either the lines of
//! both are best up to there, or the best cover there splits the range. No stretch is missed, and nothing is sampled.
//!
//! **A count, nothing owned.** The same: a holder's bundle costs its price times the count.
//!
//! **A count, something owned.** What is owned runs out as the count grows, and the least cost is not concave. Here a
//! range is one stretch if the same rights are best at both ends, and the same rents prove the cost at both ends: at
//! fixed rents the bound is concave in the count, at fixed rights the cost is convex, and between the two nothing but
//! the straight line is left. A range for which this does not hold is halved, down to single counts; when the steps of
//! the budget are used up in all, what is left becomes one stretch that is not exact.

use crate::cost::Cost;
use crate::error::Unsolvable;
use crate::fulfil::fulfil;
use crate::part::Part;
use crate::prices::Prices;
use crate::problem::{HolderId, ItemId, Problem};
use crate::rights::Rights;
use crate::search::Search;
use crate::solution::Solution;
use crate::solve::{Budget, solve};
use crate::tariffs::Tariffs;
use std::ops::RangeInclusive;

/// A range in which the least cost is a straight line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first whole count or price.
    pub from: i64,
    /// The last.
    pub to: i64,
    /// The least cost at the first, in minor units.
    pub money: i64,
    /// What one more costs.
    pub slope: i64,
    /// The cheapest cover at the first.
    pub solution: Solution,
    /// False if a step budget ended before this was proved; then the line only joins the ends, rounded.
    pub exact: bool,
}

impl Stretch {
    /// The line's money at a count or price.
    #[must_use]
    pub fn at(&self, place: i64) -> i128 {
        i128::from(self.money) + i128::from(self.slope) * (i128::from(place) - i128::from(self.from))
    }

    /// Where this line meets the next stretch's, as a fraction; nothing if they are parallel.
    #[must_use]
    pub fn meets(&self, next: &Self) -> Option<(i128, i128)> {
        let steeper = i128::from(self.slope) - i128::from(next.slope);
        let ahead = next.at(0) - self.at(0);
        (steeper != 0).then(|| if steeper < 0 { (-ahead, -steeper) } else { (ahead, steeper) })
    }
}

/// The stretches of the least cost as the count of one holder goes through a range; a count is at least 1.
///
/// # Errors
/// When the problem has no answer at some count.
pub fn flips_of_count(
    problem: &Problem,
    holder: HolderId,
    counts: RangeInclusive<u32>,
    budget: Budget,
) -> Result<Vec<Stretch>, Unsolvable> {
    let owned = problem.items.iter().any(|item| item.pool > 0);
    let range = i64::from(*counts.start()).max(1)..=i64::from(*counts.end());
    Walk { problem: problem.clone(), what: What::Count(holder), concave: !owned, budget, spent: 0, found: Vec::new() }
        .walk(range)
}

/// The stretches of the least cost as the price of one item goes through a range; a price is at least 0.
///
/// # Errors
/// When the problem has no answer at some price.
pub fn flips_of_price(
    problem: &Problem,
    item: ItemId,
    prices: RangeInclusive<i64>,
    budget: Budget,
) -> Result<Vec<Stretch>, Unsolvable> {
    let range = (*prices.start()).max(0)..=*prices.end();
    Walk { problem: problem.clone(), what: What::Price(item), concave: true, budget, spent: 0, found: Vec::new() }
        .walk(range)
}

/// What changes.
#[derive(Clone, Copy)]
enum What {
    Count(HolderId),
    Price(ItemId),
}

/// The best cover at one place, and its line there.
#[derive(Clone)]
struct Stop {
    place: i64,
    slope: i64,
    solution: Solution,
}

impl Stop {
    fn at(&self, place: i64) -> i128 {
        i128::from(self.solution.cost.money) + i128::from(self.slope) * (i128::from(place) - i128::from(self.place))
    }
}

struct Walk {
    problem: Problem,
    what: What,
    concave: bool,
    budget: Budget,
    spent: u64,
    found: Vec<Stretch>,
}

impl Walk {
    fn walk(mut self, range: RangeInclusive<i64>) -> Result<Vec<Stretch>, Unsolvable> {
        if range.is_empty() {
            return Ok(Vec::new());
        }
        let (first, last) = (self.stop(*range.start())?, self.stop(*range.end())?);
        if self.concave {
            self.between(&first, &last)?;
        } else {
            self.halve(&first, &last)?;
        }
        Ok(self.found)
    }

    fn set(&mut self, place: i64) {
        match self.what {
            What::Count(holder) => {
                if let Some(holder) = self.problem.holders.get_mut(holder.0 as usize) {
                    holder.count = u32::try_from(place).unwrap_or(u32::MAX);
                }
            }
            What::Price(item) => {
                if let Some(item) = self.problem.items.get_mut(item.0 as usize) {
                    item.price = place;
                }
            }
        }
    }

    /// The best cover at a place.
    fn stop(&mut self, place: i64) -> Result<Stop, Unsolvable> {
        self.set(place);
        let solution = solve(&self.problem, self.budget)?;
        self.spent += solution.steps;
        let slope = match self.what {
            What::Count(holder) => {
                let prices = Prices::of(&self.problem);
                solution.lots_of(holder).next().map_or(0, |lot| prices.bundle(lot.bundle).1.money)
            }
            What::Price(item) => {
                solution.quantities.get(item.0 as usize).map_or(0, |count| i64::try_from(count.bought).unwrap_or(0))
            }
        };
        Ok(Stop { place, slope, solution })
    }

    /// Adds the stretches between two places of a concave cost.
    fn between(&mut self, first: &Stop, last: &Stop) -> Result<(), Unsolvable> {
        let end = i128::from(last.solution.cost.money);
        if first.place == last.place || first.at(last.place) == end {
            self.add(first, last.place);
            return Ok(());
        }
        if last.at(first.place) == i128::from(first.solution.cost.money) {
            // Both are best at the first place; the last is best from there on.
            self.add(&Stop { place: first.place, solution: first.solution.clone(), ..*last }, last.place);
            return Ok(());
        }
        let (ahead, steeper) = (last.at(0) - first.at(0), i128::from(first.slope) - i128::from(last.slope));
        let meet = if steeper == 0 { i128::from(first.place) } else { ahead.div_euclid(steeper) };
        let meet = i64::try_from(meet).unwrap_or(first.place).clamp(first.place, last.place - 1);
        let (left, right) = (self.stop(meet)?, self.stop(meet + 1)?);
        if i128::from(left.solution.cost.money) == first.at(meet) {
            self.add(first, meet);
        } else {
            self.between(first, &left)?;
        }
        if i128::from(right.solution.cost.money) == last.at(meet + 1) {
            let line = Stop { place: right.place, solution: right.solution, slope: last.slope };
            self.add(&line, last.place);
            Ok(())
        } else {
            self.between(&right, last)
        }
    }

    /// Adds the stretches between two places of a cost that is not concave.
    fn halve(&mut self, first: &Stop, last: &Stop) -> Result<(), Unsolvable> {
        let (start, end) = (first.solution.cost.money, last.solution.cost.money);
        let steps = last.place - first.place;
        let slope = if steps == 0 { 0 } else { (end - start) / steps };
        let straight = steps == 0 || (start + slope * steps == end && self.is_straight(first, last));
        if straight || self.spent > self.budget.steps {
            self.add(&Stop { slope, ..first.clone() }, last.place);
            self.found.iter_mut().last().into_iter().for_each(|stretch| stretch.exact &= straight);
            return Ok(());
        }
        let half = first.place + steps / 2;
        let (left, right) = (self.stop(half)?, self.stop(half + 1)?);
        self.halve(first, &left)?;
        self.halve(&right, last)
    }

    /// True if one choice of rights is best at both places, and one choice of rents proves both costs.
    fn is_straight(&mut self, first: &Stop, last: &Stop) -> bool {
        let both = [first, last];
        both.iter().any(|stop| {
            let targets = self.targets(&stop.solution);
            both.iter().all(|other| self.costs(other.place, &targets) == Some(other.solution.cost.money))
        }) && both.iter().any(|stop| {
            let rents = &stop.solution.proof.certificate().rents;
            both.iter().all(|other| self.bound(other.place, rents) == Some(other.solution.cost.money))
        })
    }

    /// The rights that all units of each holder have.
    fn targets(&self, solution: &Solution) -> Vec<(u32, Rights)> {
        let holders = 0..self.problem.holders.len() as u32;
        let rights = |holder: u32| {
            let bundles =
                solution.lots_of(HolderId(holder)).filter_map(|lot| self.problem.bundles.get(lot.bundle.0 as usize));
            bundles.map(|bundle| bundle.grants).reduce(Rights::common).unwrap_or_default()
        };
        holders.map(|holder| (holder, rights(holder))).collect()
    }

    /// What these rights cost at a place.
    fn costs(&mut self, place: i64, targets: &[(u32, Rights)]) -> Option<i64> {
        self.set(place);
        fulfil(&self.problem, targets).map(|fulfilment| fulfilment.cost.money)
    }

    /// What every cover costs at least at a place, by these rents.
    fn bound(&mut self, place: i64, rents: &[i64]) -> Option<i64> {
        self.set(place);
        let tariffs = Tariffs::new(&self.problem, Prices::at_rents(&self.problem, rents));
        let mut search = Search::new(&self.problem, tariffs, self.budget.steps);
        let found = search.run(Part::whole(&self.problem), Cost::ENDLESS, 0);
        self.spent += search.steps;
        let owned = self.problem.items.iter().zip(rents).map(|(item, rent)| Cost::new(*rent, 0).times(item.pool));
        found.bound.money.checked_sub(owned.sum::<Cost>().money)
    }

    fn add(&mut self, stop: &Stop, to: i64) {
        let exact = stop.solution.is_proved();
        let money = stop.solution.cost.money;
        self.found.push(Stretch {
            from: stop.place,
            to,
            money,
            slope: stop.slope,
            solution: stop.solution.clone(),
            exact,
        });
    }
}
