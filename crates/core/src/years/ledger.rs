//! Purchases and payments of each year, from the numbers of each licence that are needed.

use super::course::{Course, CourseLine, YearOfCourse};
use super::setting::Setting;
use crate::money::Money;
use crate::resolve::owned;
use seatwise_rulebook::LicenceId;

/// Needed units by licence, in the order of the rulebook, for every year.
pub(super) type Needed = Vec<Vec<u64>>;

/// Writes the course of these needs: what is bought for good is kept; subscriptions and Software
/// Assurance are paid for what is needed, at the beginning of each year. None where something would
/// have to be bought that is not for sale.
pub(super) fn write(setting: &Setting<'_>, needed: &[Vec<u64>]) -> Option<Course> {
    let mut course = Course::default();
    let mut stock: Vec<u64> = (0..setting.costs.len())
        .map(|place| owned::quantity(&setting.stock, licence(place)))
        .collect();
    for (year, needed) in needed.iter().enumerate() {
        let year = write_year(setting, year, needed, &mut stock, &mut course)?;
        course.total = course.total.plus(year.cash);
        course.years.push(year);
    }
    course.unpriced.sort();
    course.unpriced.dedup();
    Some(course)
}

fn licence(place: usize) -> LicenceId {
    LicenceId(u16::try_from(place).unwrap_or(u16::MAX))
}

fn write_year(
    setting: &Setting<'_>,
    place: usize,
    needed: &[u64],
    stock: &mut [u64],
    course: &mut Course,
) -> Option<YearOfCourse> {
    let book = setting.cases.get(place)?.book;
    let committed = setting.committed.get(place).copied().unwrap_or_default();
    let number = setting.first_year.saturating_add(u32::try_from(place).unwrap_or(u32::MAX));
    let mut year = YearOfCourse { year: number, committed, cash: committed, ..Default::default() };
    let mut lines: Vec<(LicenceId, CourseLine)> = Vec::new();
    for ((id, of_book), (&needed, stock)) in book.licence_ids().zip(needed.iter().zip(stock)) {
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
        if bought > 0 && (!of_book.for_sale || setting.barred.contains(&id)) {
            return None;
        }
        if !cost.is_subscription {
            *stock = held.saturating_add(bought);
        }
        let is_kept_up = cost.upkeep > Money::ZERO || cost.upkeep_unknown;
        let assured = if is_kept_up { needed.saturating_sub(setting.unassured_of(id)) } else { 0 };
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
            course.unpriced.push(of_book.name.clone());
        }
        let plain = book.plain(id);
        let Some(told) = book.licence(plain) else { continue };
        let line = CourseLine {
            licence: book.full_id(told),
            name: told.name.clone(),
            needed,
            held: held.min(needed),
            bought,
            assured,
            amount: paid.plus(upkeep),
            assumed: assumed > Money::ZERO,
        };
        match lines.iter_mut().find(|(known, _)| *known == plain) {
            Some((_, known)) => add(known, &line),
            None => lines.push((plain, line)),
        }
    }
    lines.sort_by_key(|(id, _)| *id);
    year.lines = lines.into_iter().map(|(_, line)| line).collect();
    Some(year)
}

fn add(sum: &mut CourseLine, line: &CourseLine) {
    sum.needed = sum.needed.saturating_add(line.needed);
    sum.held = sum.held.saturating_add(line.held);
    sum.bought = sum.bought.saturating_add(line.bought);
    sum.assured = sum.assured.saturating_add(line.assured);
    sum.amount = sum.amount.plus(line.amount);
    sum.assumed |= line.assumed;
}
