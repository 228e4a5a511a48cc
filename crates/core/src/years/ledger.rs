//! Purchases and payments of each year, from the numbers of each licence that are needed.

use super::course::{Course, CourseLine, YearOfCourse};
use super::setting::Setting;
use crate::mix;
use crate::money::Money;
use crate::resolve::owned;
use seatwise_rulebook::LicenceId;

/// Needed units by licence, in the order of the rulebook, for every year.
pub(super) type Needed = Vec<Vec<u64>>;

/// Writes the course of these needs: what is bought for good is kept; subscriptions and Software
/// Assurance are paid for what is needed, at the beginning of each year. None where something would
/// have to be bought that is not for sale.
pub(super) fn write(setting: &Setting<'_>, needed: &[Vec<u64>]) -> Option<Course> {
    let licences = mix::licence_ids().take(setting.costs.len());
    let stock = licences.map(|id| owned::quantity(&setting.stock, id)).collect();
    let mut ledger = Ledger { setting, stock, course: Course::default() };
    for (year, needed) in needed.iter().enumerate() {
        let year = ledger.write_year(year, needed)?;
        ledger.course.total = ledger.course.total.plus(year.cash);
        ledger.course.years.push(year);
    }
    let mut course = ledger.course;
    course.unpriced.sort();
    course.unpriced.dedup();
    Some(course)
}

/// A course as far as it is written.
struct Ledger<'s, 'a> {
    setting: &'s Setting<'a>,
    /// Units that are held for good, by licence in the order of the rulebook.
    stock: Vec<u64>,
    course: Course,
}

impl Ledger<'_, '_> {
    fn write_year(&mut self, place: usize, needed: &[u64]) -> Option<YearOfCourse> {
        let Self { setting, stock, course } = self;
        let book = setting.cases.get(place)?.book;
        let committed = setting.committed.get(place).copied().unwrap_or_default();
        let number = setting.first_year.saturating_add(u32::try_from(place).unwrap_or(u32::MAX));
        let mut year =
            YearOfCourse { year: number, committed, cash: committed, ..Default::default() };
        let mut lines: Vec<(LicenceId, CourseLine)> = Vec::new();
        for ((id, entry), (&needed, stock)) in book.licence_ids().zip(needed.iter().zip(stock)) {
            if needed == 0 {
                continue;
            }
            let cost = setting.cost(id);
            let held = if cost.is_subscription {
                owned::quantity(setting.prepaid_in(place), id)
            } else {
                *stock
            };
            let bought = needed.saturating_sub(held);
            if bought > 0 && (!entry.for_sale || setting.barred.contains(&id)) {
                return None;
            }
            if !cost.is_subscription {
                *stock = held.saturating_add(bought);
            }
            let is_kept_up = cost.upkeep > Money::ZERO || cost.upkeep_unknown;
            let assured =
                if is_kept_up { needed.saturating_sub(setting.unassured_of(id)) } else { 0 };
            let (once, yearly) = (cost.once.times(bought), cost.yearly.times(bought));
            let upkeep = cost.upkeep.times(assured);
            year.licences = year.licences.plus(once);
            year.subscriptions = year.subscriptions.plus(yearly);
            year.assurance = year.assurance.plus(upkeep);
            let paid = once.plus(yearly);
            year.cash = year.cash.plus(paid).plus(upkeep);
            let assumed = if cost.assumed { paid } else { Money::ZERO };
            let assumed = if cost.upkeep_assumed { assumed.plus(upkeep) } else { assumed };
            course.assumed = course.assumed.plus(assumed);
            if (bought > 0 && !cost.is_priced) || (assured > 0 && cost.upkeep_unknown) {
                course.unpriced.push(entry.name.clone());
            }
            let billed = book.billed_as(id);
            let Some(licence) = book.licence(billed) else { continue };
            let line = CourseLine {
                licence: book.full_id(licence),
                name: licence.name.clone(),
                needed,
                held: held.min(needed),
                bought,
                assured,
                amount: paid.plus(upkeep),
                assumed: assumed > Money::ZERO,
            };
            match lines.iter_mut().find(|(known, _)| *known == billed) {
                Some((_, known)) => add(known, &line),
                None => lines.push((billed, line)),
            }
        }
        lines.sort_by_key(|(id, _)| *id);
        year.lines = lines.into_iter().map(|(_, line)| line).collect();
        Some(year)
    }
}

fn add(sum: &mut CourseLine, line: &CourseLine) {
    sum.needed = sum.needed.saturating_add(line.needed);
    sum.held = sum.held.saturating_add(line.held);
    sum.bought = sum.bought.saturating_add(line.bought);
    sum.assured = sum.assured.saturating_add(line.assured);
    sum.amount = sum.amount.plus(line.amount);
    sum.assumed |= line.assumed;
}
