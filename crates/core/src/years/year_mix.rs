//! The cheapest mix of one year, at prices that weigh what is paid once against what is paid every
//! year.

use super::setting::Setting;
use crate::demand::Holder;
use crate::mix::cheapest::OfTiers;
use crate::mix::environment;
use crate::mix::{self, Proved, Work};
use crate::money::Money;
use crate::resolve::case::Case;
use crate::resolve::owned;
use seatwise_rulebook::LicenceId;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The number of times that each payment counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weights {
    /// The payments made once.
    pub(super) once: u64,
    /// The payments of every year.
    pub(super) yearly: u64,
    /// True if an offer to who owns something else is taken where it costs the same as the full
    /// subscription, as one does whose price is only known to be no more.
    pub(super) prefers_offers: bool,
}

/// The cheapest mix of one year.
pub(super) struct YearMix<'a> {
    best: OfTiers<'a>,
    /// Needed units by licence, in the order of the rulebook.
    pub(super) needed: Vec<u64>,
    /// The bound that no mix of the year undercuts, in weighted payments.
    pub(super) bound: i128,
}

/// Solves a year with so much owned; none where that cannot be counted.
pub(super) fn solve<'a>(
    setting: &Setting<'a>,
    year: usize,
    weights: Weights,
    stock: &[(LicenceId, u64)],
) -> Option<YearMix<'a>> {
    let mut case = setting.cases.get(year)?.clone();
    case.owned = stock.to_vec();
    for &(id, units) in setting.prepaid_in(year) {
        owned::add(&mut case.owned, id, units);
    }
    case.owned.sort_unstable();
    case.terms = setting.terms(weights.yearly);
    for (id, cost) in mix::licence_ids().zip(&setting.costs) {
        let weighted = cost.once.times(weights.once).plus(cost.yearly.times(weights.yearly));
        let preferred = weights.prefers_offers && cost.at_most && weighted > Money::ZERO;
        let money = if preferred { weighted.minus(Money::from_minor(1)) } else { weighted };
        case.pricing.count_with(id, cost.is_priced.then_some(money));
    }
    let work = Work::of_assessment();
    let (best, all_tiers) = match environment::choose(&case, &work) {
        Some(choice) => (choice.best, choice.environments.proved),
        None => (OfTiers::solve(case, work).ok()?, true),
    };
    let bound = match best.mix.verdict {
        _ if !all_tiers => Money::ZERO,
        Proved::Not => best.mix.bound,
        Proved::ByCharges | Proved::BySearch { .. } => best.mix.total,
    };
    let needed = needed(&best.case, best.mix.lots.iter().map(|lot| (lot.bundle, lot.units)));
    Some(YearMix { needed, bound: bound.minor().into(), best })
}

/// Units by licence of so many units of bundles.
fn needed(case: &Case<'_>, lots: impl Iterator<Item = (usize, u64)>) -> Vec<u64> {
    let mut needed = vec![0_u64; case.book.licences.len()];
    for (bundle, units) in lots {
        let licences = case.book.bundles.get(bundle).map_or(&[][..], |bundle| &bundle.licences);
        for id in licences {
            if let Some(sum) = needed.get_mut(id.place()) {
                *sum = sum.saturating_add(units);
            }
        }
    }
    needed
}

impl YearMix<'_> {
    /// The needs of another year if everybody is covered as in this one; none where that year has
    /// somebody whom this one has not, or only some of a group are covered by themselves.
    pub(super) fn needed_in(&self, year: &Case<'_>) -> Option<Vec<u64>> {
        let OfTiers { case, demand, exempted, mix, .. } = &self.best;
        let is_new = |before: u32, after: u32| before == 0 && after > 0;
        let people = case.people.iter().zip(&year.people).any(|(a, b)| is_new(a.count, b.count));
        let devices = case.devices.iter().zip(&year.devices).any(|(a, b)| is_new(a.count, b.count));
        let servers = case.servers.iter().zip(&year.servers).any(|(a, b)| is_new(a.count, b.count));
        if people || devices || servers || !mix.partly.is_empty() {
            return None;
        }
        let units = |holder: Holder| u64::from(mix::units(year, demand, exempted, holder));
        let mut left: BTreeMap<Holder, u64> = BTreeMap::new();
        let mut lots = Vec::new();
        for (place, lot) in mix.lots.iter().enumerate() {
            let uncovered = left.entry(lot.holder).or_insert_with(|| units(lot.holder));
            let is_last = mix.lots.iter().skip(place + 1).all(|later| later.holder != lot.holder);
            // Who is new is covered as the last of the group.
            let taken = if is_last { *uncovered } else { lot.units.min(*uncovered) };
            *uncovered -= taken;
            lots.push((lot.bundle, taken));
        }
        Some(needed(case, lots.into_iter()))
    }
}

/// Mixes of years by year and weights; none where somebody's need cannot be met.
type Known<'a> = BTreeMap<(usize, Weights), Option<Rc<YearMix<'a>>>>;

/// Mixes of the years of a setting with what is owned at its beginning, each solved once.
pub(super) struct YearMixes<'s, 'a> {
    setting: &'s Setting<'a>,
    /// For each year the first one that is the same.
    alike: Vec<usize>,
    known: RefCell<Known<'a>>,
}

impl<'s, 'a> YearMixes<'s, 'a> {
    pub(super) fn new(setting: &'s Setting<'a>) -> Self {
        let years = 0..setting.years();
        let first = |year: usize| {
            let same = |earlier: &usize| {
                let cases = setting.cases.get(*earlier).zip(setting.cases.get(year));
                setting.prepaid_in(*earlier) == setting.prepaid_in(year)
                    && cases.is_some_and(|(earlier, case)| earlier.has_counts_of(case))
            };
            (0..year).find(same).unwrap_or(year)
        };
        let alike = years.map(first).collect();
        Self { setting, alike, known: RefCell::default() }
    }

    /// The cheapest mix of a year.
    pub(super) fn mix(&self, year: usize, weights: Weights) -> Option<Rc<YearMix<'a>>> {
        let first = self.alike.get(year).copied().unwrap_or(year);
        if let Some(known) = self.known.borrow().get(&(first, weights)) {
            return known.clone();
        }
        let mix = solve(self.setting, first, weights, &self.setting.stock).map(Rc::new);
        self.known.borrow_mut().insert((first, weights), mix.clone());
        mix
    }

    /// The mixes of all years; none where one cannot be counted.
    pub(super) fn of_all_years(&self, weights: Weights) -> Option<Vec<Rc<YearMix<'a>>>> {
        (0..self.setting.years()).map(|year| self.mix(year, weights)).collect()
    }
}
