//! The cheapest cover by trying everything: slow, plain, and without a line of the solver.
//!
//! The trial leaves out only what something else replaces at once: a bundle or a way that grants no
//! more and takes no less, and choices after which a requirement can no longer be met.

use crate::cost::Cost;
use crate::problem::{Item, Problem};
use crate::rights::Rights;
use crate::testing::unit_groups::{Ask, Choice, Flat, Group, grants};

/// One way to give bundles to all units of a group.
#[derive(Clone, Debug)]
struct Way {
    /// For each of what is asked of the group, whether every unit has it.
    has: Vec<bool>,
    /// Count of each item that it takes.
    items: Vec<u64>,
}

impl Way {
    /// True if it does wherever the other does, and never costs more.
    fn replaces(&self, other: &Self) -> bool {
        let grants = self.has.iter().zip(&other.has).all(|(own, others)| *own || !*others);
        grants && self.items.iter().zip(&other.items).all(|(own, others)| own <= others)
    }
}

/// The least cost of any cover; nothing if there is none.
#[must_use]
pub fn cheapest(problem: &Problem) -> Option<Cost> {
    let flat = Flat::of(problem);
    if flat.requirements.iter().any(Vec::is_empty) {
        return None;
    }
    let asked = flat.asked();
    let ways: Vec<Vec<Way>> =
        flat.groups.iter().zip(&asked).map(|(group, asked)| ways(&flat, group, asked)).collect();
    let nothing = vec![0; problem.items.len()];
    let mut trial = Trial { flat: &flat, asked: &asked, chosen: Vec::new(), best: None };
    trial.choose(&ways, &nothing);
    trial.best
}

/// Every multiset of choices for the units of a group, or nothing at all; where nothing is owned or
/// counted, the same for each.
fn ways(flat: &Flat<'_>, group: &Group, asked: &[Ask]) -> Vec<Way> {
    let all = Way { has: vec![true; asked.len()], items: vec![0; flat.items.len()] };
    if group.count == 0 {
        return vec![all];
    }
    let choices = choices(group, asked);
    let mut ways = vec![Way { has: vec![false; asked.len()], ..all.clone() }];
    if flat
        .items
        .iter()
        .any(|item| item.pool > 0 || item.maximum.is_some() || item.minimum_order > 1)
    {
        share(&choices, u64::from(group.count), &all, &mut ways);
    } else {
        for choice in &choices {
            share(std::slice::from_ref(choice), u64::from(group.count), &all, &mut ways);
        }
    }
    ways.sort_by_key(|way| cost(flat.items, &way.items));
    ways
}

/// Returns the ways of a unit and its companions, as far as they are asked for.
fn choices(group: &Group, asked: &[Ask]) -> Vec<Way> {
    let wanted: Rights = asked.iter().map(|ask| ask.0).collect();
    let mut ways: Vec<Way> = Vec::new();
    let unit_choices = projected(&group.own, wanted);
    let nothing = vec![0; unit_choices.first().map_or(0, |choice| choice.items.len())];
    for companions in together(&projected(&group.companions, wanted), group.times, nothing) {
        for unit in &unit_choices {
            let items = unit.items.iter().zip(&companions.items).map(|(a, b)| a + b).collect();
            let has =
                asked.iter().map(|ask| grants(unit.grants, companions.grants, *ask)).collect();
            let way = Way { has, items };
            if way.has.contains(&true) && !ways.iter().any(|other| other.replaces(&way)) {
                ways.retain(|other| !way.replaces(other));
                ways.push(way);
            }
        }
    }
    ways
}

/// The choices as far as their rights are wanted, without those that another replaces.
fn projected(choices: &[Choice], wanted: Rights) -> Vec<Choice> {
    let mut irreplaceable: Vec<Choice> = Vec::new();
    for choice in choices {
        let choice = Choice { grants: choice.grants.common(wanted), items: choice.items.clone() };
        let replaces = |choice: &Choice, other: &Choice| {
            choice.grants.includes(other.grants)
                && choice.items.iter().zip(&other.items).all(|(a, b)| a <= b)
        };
        if !irreplaceable.iter().any(|other| replaces(other, &choice)) {
            irreplaceable.retain(|other| !replaces(&choice, other));
            irreplaceable.push(choice);
        }
    }
    irreplaceable
}

/// Returns the choices of so many companions, each of which holds what it likes: all items, and the
/// rights that every one of them has.
fn together(choices: &[Choice], times: u32, nothing: Vec<u64>) -> Vec<Choice> {
    let all = Rights::from_bits(u128::MAX);
    let Some(first) = choices.first().filter(|_| times > 0) else {
        return vec![Choice { items: nothing, grants: Rights::NONE }];
    };
    let mut rows = vec![(0, Choice { items: vec![0; first.items.len()], grants: all })];
    for _ in 0..times {
        let mut longer = Vec::new();
        for (from, row) in &rows {
            for (place, choice) in choices.iter().enumerate().skip(*from) {
                let items = row.items.iter().zip(&choice.items).map(|(a, b)| a + b).collect();
                longer.push((place, Choice { items, grants: row.grants.common(choice.grants) }));
            }
        }
        rows = longer;
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

fn share(choices: &[Way], left: u64, way: &Way, ways: &mut Vec<Way>) {
    let Some((choice, others)) = choices.split_first() else {
        if left == 0 && !ways.iter().any(|other| other.replaces(way)) {
            ways.retain(|other| !way.replaces(other));
            ways.push(way.clone());
        }
        return;
    };
    for units in (0..=left).filter(|units| !others.is_empty() || *units == left) {
        let mut next = way.clone();
        if units > 0 {
            next.has.iter_mut().zip(&choice.has).for_each(|(has, more)| *has &= *more);
            next.items
                .iter_mut()
                .zip(&choice.items)
                .for_each(|(taken, more)| *taken += more * units);
        }
        share(others, left - units, &next, ways);
    }
}

/// Trial of all ways, one group after the other.
struct Trial<'w> {
    flat: &'w Flat<'w>,
    asked: &'w [Vec<Ask>],
    chosen: Vec<&'w Way>,
    best: Option<Cost>,
}

impl<'w> Trial<'w> {
    /// Tries the ways of the groups that are left, beyond items that are taken.
    fn choose(&mut self, ways: &'w [Vec<Way>], items: &[u64]) {
        // More units only make it dearer, or more than may be bought.
        let Some(cost) = cost(self.flat.items, items) else { return };
        let is_dear = self.best.is_some_and(|best| cost >= best);
        if is_dear || !possible(self.flat, self.asked, &self.chosen) {
            return;
        }
        let Some((first, others)) = ways.split_first() else {
            self.best = Some(cost);
            return;
        };
        for way in first {
            let sum: Vec<u64> = items.iter().zip(&way.items).map(|(a, b)| a + b).collect();
            self.chosen.push(way);
            self.choose(others, &sum);
            let _ = self.chosen.pop();
        }
    }
}

/// True if what the last of these groups was the last to meet is met. Alternatives stand in
/// ascending order.
fn possible(flat: &Flat<'_>, asked: &[Vec<Ask>], chosen: &[&Way]) -> bool {
    let has = |(group, ask): &(usize, Ask)| {
        let place = asked.get(*group).and_then(|asked| asked.iter().position(|known| known == ask));
        place.zip(chosen.get(*group)).is_some_and(|(place, way)| way.has.get(place) == Some(&true))
    };
    let last =
        |need: &&Vec<(usize, Ask)>| need.last().is_some_and(|(group, _)| group + 1 == chosen.len());
    flat.requirements.iter().filter(last).all(|need| need.iter().any(has))
}

/// Returns the cost of so many of each item; nothing if that is more than may be bought.
fn cost(items: &[Item], taken: &[u64]) -> Option<Cost> {
    let each = items.iter().zip(taken).map(|(item, needed)| {
        let missing = needed.saturating_sub(item.pool);
        let bought = if missing > 0 { missing.max(item.minimum_order) } else { 0 };
        let allowed = item.maximum.is_none_or(|maximum| bought <= maximum);
        allowed.then(|| Cost::new(item.price * bought as i64, item.preference * *needed as i64))
    });
    each.sum()
}
