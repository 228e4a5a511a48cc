//! The cheapest course of a setting, and how far it is known to be the least.
//!
//! A course pays once for what it ever needs at the same time, and every year for subscriptions and
//! Software Assurance. So what it pays once can be shared out among the years in any proportion:
//! no year then costs less than its own cheapest mix at its share of the prices, and the sum of
//! these is a bound that no course undercuts. Two ways of sharing are looked at: all years alike,
//! which is exact where nothing grows and where everything is rented; and all of it in one year,
//! which is exact where everything is bought and the years nest, for then what covers the largest
//! year covers every other.
//!
//! The courses that are written are: every year's own cheapest mix under several proportions; every
//! year covered as one of them is; and year after year with what was bought before, or with what
//! one of them holds for good.

use super::course::{Course, Optimum};
use super::ledger::{self, Needed};
use super::setting::{Setting, Units};
use super::year_mix::{self, Weights, YearMixes};
use crate::mix;
use crate::money::Money;
use crate::resolve::owned;

/// The most stocks of a year's mix that are tried for all years.
const MOST_STOCKS: usize = 4;

/// Finds the cheapest course; none where the organisation cannot be counted.
pub(super) fn find(setting: &Setting<'_>) -> Option<Course> {
    let years = u64::try_from(setting.years()).ok().filter(|&years| years > 0)?;
    let mut search = Search { setting, mixes: YearMixes::new(setting), best: None, bound: 0 };
    let over_the_term = weights(1, years);
    search.consider_mixes(over_the_term)?;
    search.raise(search.sum(over_the_term)?, years);
    if !search.is_closed() {
        search.pay_in_one_year()?;
    }
    if !search.is_closed() {
        search.consider_mixes(weights(1, 1))?;
        search.consider_mixes(weights(0, 1))?;
        search.go_on_from_year_to_year(&setting.stock, |_| 1);
        search.go_on_from_year_to_year(&setting.stock, |left| left);
    }
    if !search.is_closed() {
        search.go_on_from_stocks(over_the_term)?;
        search.go_on_from_stocks(weights(1, 1))?;
    }
    search.result()
}

const fn weights(once: u64, yearly: u64) -> Weights {
    Weights { once, yearly, prefers_offers: false }
}

struct Search<'s, 'a> {
    setting: &'s Setting<'a>,
    mixes: YearMixes<'s, 'a>,
    best: Option<Course>,
    /// The bound that no course undercuts, in hundredths.
    bound: i128,
}

impl Search<'_, '_> {
    /// Writes the courses of the years' own mixes, and of each of them in all years.
    fn consider_mixes(&mut self, weights: Weights) -> Option<()> {
        let mixes = self.mixes.of_all_years(Weights { prefers_offers: true, ..weights })?;
        self.consider(&mixes.iter().map(|mix| mix.needed.clone()).collect());
        let setting = self.setting;
        for (place, mix) in mixes.iter().enumerate() {
            // Years that are alike have the same mix.
            if mixes.iter().take(place).any(|earlier| std::rc::Rc::ptr_eq(earlier, mix)) {
                continue;
            }
            let needed: Option<Needed> =
                setting.cases.iter().map(|year| mix.needed_in(year)).collect();
            if let Some(needed) = needed {
                self.consider(&needed);
            }
        }
        Some(())
    }

    fn consider(&mut self, needed: &Needed) {
        let Some(course) = ledger::write(self.setting, needed) else { return };
        if self.best.as_ref().is_none_or(|best| course.total < best.total) {
            self.best = Some(course);
        }
    }

    /// The sum of what no year undercuts.
    fn sum(&self, weights: Weights) -> Option<i128> {
        Some(self.mixes.of_all_years(weights)?.iter().map(|mix| mix.bound).sum())
    }

    /// Raises the bound to a sum of payments that count so many times.
    fn raise(&mut self, sum: i128, times: u64) {
        let times = i128::from(times).max(1);
        let committed: i128 =
            self.setting.committed.iter().map(|money| i128::from(money.minor())).sum();
        let bound = (sum + times - 1).div_euclid(times) + committed;
        self.bound = self.bound.max(bound);
    }

    /// Raises the bound by paying once in one year and keeping up in the others.
    fn pay_in_one_year(&mut self) -> Option<()> {
        let kept_up: Vec<i128> =
            self.mixes.of_all_years(weights(0, 1))?.iter().map(|mix| mix.bound).collect();
        let whole: Vec<i128> =
            self.mixes.of_all_years(weights(1, 1))?.iter().map(|mix| mix.bound).collect();
        let sum: i128 = kept_up.iter().sum();
        let sums = whole.iter().zip(&kept_up).map(|(whole, kept_up)| sum - kept_up + whole);
        let most = sums.max()?;
        self.raise(most, 1);
        Some(())
    }

    /// Goes from year to year with what was bought before; `weight` says how often what is paid
    /// every year counts, by the number of years that are left.
    fn go_on_from_year_to_year(&mut self, start: &Units, weight: impl Fn(u64) -> u64) {
        let setting = self.setting;
        let mut stock: Units = start.clone();
        let mut needed = Needed::new();
        for year in 0..setting.years() {
            let left = u64::try_from(setting.years() - year).unwrap_or(1);
            let weights = Weights { once: 1, yearly: weight(left), prefers_offers: true };
            let Some(mix) = year_mix::solve(setting, year, weights, &stock) else { return };
            self.add_to(&mut stock, &mix.needed);
            needed.push(mix.needed);
        }
        self.consider(&needed);
    }

    /// Adds what is needed for good to a stock.
    fn add_to(&self, stock: &mut Units, needed: &[u64]) {
        for (id, &units) in mix::licence_ids().zip(needed) {
            if units > owned::quantity(stock, id) && !self.setting.cost(id).is_subscription {
                stock.retain(|(known, _)| *known != id);
                stock.push((id, units));
            }
        }
        stock.sort_unstable();
    }

    /// Goes from year to year with what the mix of one of them holds for good, so that what is
    /// needed only for a time may be rented.
    fn go_on_from_stocks(&mut self, weights: Weights) -> Option<()> {
        let mixes = self.mixes.of_all_years(weights)?;
        let mut tried: Vec<Units> = vec![self.setting.stock.clone()];
        for mix in mixes.iter().rev() {
            let mut stock = self.setting.stock.clone();
            self.add_to(&mut stock, &mix.needed);
            if tried.contains(&stock) || tried.len() > MOST_STOCKS {
                continue;
            }
            self.go_on_from_year_to_year(&stock, |_| 1);
            self.go_on_from_year_to_year(&stock, |left| left);
            tried.push(stock);
        }
        Some(())
    }

    fn above(&self) -> Option<i128> {
        Some(i128::from(self.best.as_ref()?.total.minor()) - self.bound)
    }

    /// True if the best course reaches the bound.
    fn is_closed(&self) -> bool {
        self.above().is_some_and(|above| above <= 0)
    }

    fn result(self) -> Option<Course> {
        let above = self.above()?.max(0);
        let course = self.best?;
        let optimum = match above {
            0 => Optimum::Proved,
            _ => Optimum::Within {
                above: Money::from_minor(i64::try_from(above).unwrap_or(i64::MAX)),
            },
        };
        Some(Course { optimum, ..course })
    }
}
