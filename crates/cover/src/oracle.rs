//! The cheapest cover by trying everything: slow, plain, and without a line of the solver.
//!
//! What is left out is only what something else replaces at once: a bundle or a way that grants no more and takes no
//! less, and choices after which a requirement can no longer be met.

use crate::cost::Cost;
use crate::problem::{Bundle, HolderId, Problem};
use crate::rights::Rights;

/// One way to give bundles to all units of a holder.
#[derive(Clone, Debug)]
struct Way {
    /// What every unit has, of what is asked of the holder.
    rights: Rights,
    /// How many of each item that takes.
    items: Vec<u64>,
}

impl Way {
    /// Whether it does wherever the other does, and never costs more.
    fn replaces(&self, other: &Self) -> bool {
        self.rights.includes(other.rights) && self.items.iter().zip(&other.items).all(|(mine, theirs)| mine <= theirs)
    }
}

/// The least cost of any cover; nothing if there is none.
#[must_use]
pub fn cheapest(problem: &Problem) -> Option<Cost> {
    if problem.requirements().any(|need| need.alternatives.is_empty()) {
        return None;
    }
    let mut wanted = vec![Rights::NONE; problem.holders.len()];
    for need in problem.requirements() {
        for holder in need.alternatives {
            if let Some(wanted) = wanted.get_mut(holder.0 as usize) {
                *wanted = wanted.with(Rights::of(need.right));
            }
        }
    }
    let ways: Vec<Vec<Way>> =
        (0..).map(HolderId).zip(wanted).map(|(holder, wanted)| ways(problem, holder, wanted)).collect();
    let nothing = vec![0; problem.items.len()];
    let mut best = None;
    choose(problem, &ways, &mut Vec::new(), &nothing, &mut best);
    best
}

/// Every multiset of bundles for the units of a holder, or nothing at all; where nothing is owned or counted, the same for each.
fn ways(problem: &Problem, holder: HolderId, wanted: Rights) -> Vec<Way> {
    let count = problem.holders.get(holder.0 as usize).map_or(0, |holder| holder.count);
    let all = Way { rights: wanted, items: vec![0; problem.items.len()] };
    if count == 0 {
        return vec![all];
    }
    let choices = choices(problem, holder, wanted);
    let mut found = vec![Way { rights: Rights::NONE, ..all.clone() }];
    if problem.items.iter().any(|item| item.pool > 0 || item.most.is_some() || item.least > 1) {
        share(&choices, u64::from(count), &all, &mut found);
    } else {
        for bundle in &choices {
            share(std::slice::from_ref(bundle), u64::from(count), &all, &mut found);
        }
    }
    found.sort_by_key(|way| cost(problem, &way.items));
    found
}

/// What a unit may hold, as far as it is asked for.
fn choices(problem: &Problem, holder: HolderId, wanted: Rights) -> Vec<Bundle> {
    let mut kept: Vec<Bundle> = Vec::new();
    for (_, bundle) in problem.choices(holder) {
        let bundle = Bundle { grants: bundle.grants.common(wanted), items: bundle.items.clone() };
        let replaces = |one: &Bundle, other: &Bundle| {
            one.grants.includes(other.grants) && one.items.iter().all(|item| other.items.contains(item))
        };
        if !bundle.grants.is_empty() && !kept.iter().any(|other| replaces(other, &bundle)) {
            kept.retain(|other| !replaces(&bundle, other));
            kept.push(bundle);
        }
    }
    kept
}

fn share(choices: &[Bundle], left: u64, way: &Way, found: &mut Vec<Way>) {
    let Some((bundle, others)) = choices.split_first() else {
        if left == 0 && !found.iter().any(|other| other.replaces(way)) {
            found.retain(|other| !way.replaces(other));
            found.push(way.clone());
        }
        return;
    };
    for units in (0..=left).filter(|units| !others.is_empty() || *units == left) {
        let mut next = way.clone();
        if units > 0 {
            next.rights = next.rights.common(bundle.grants);
            for item in &bundle.items {
                if let Some(needed) = next.items.get_mut(item.0 as usize) {
                    *needed += units;
                }
            }
        }
        share(others, left - units, &next, found);
    }
}

fn choose(problem: &Problem, ways: &[Vec<Way>], rights: &mut Vec<Rights>, items: &[u64], best: &mut Option<Cost>) {
    // More units only make it dearer, or more than may be bought.
    let Some(cost) = cost(problem, items) else { return };
    if best.is_some_and(|best| cost >= best) || !possible(problem, rights) {
        return;
    }
    let Some((first, others)) = ways.split_first() else {
        *best = Some(cost);
        return;
    };
    for way in first {
        let sum: Vec<u64> = items.iter().zip(&way.items).map(|(a, b)| a + b).collect();
        rights.push(way.rights);
        choose(problem, others, rights, &sum, best);
        let _ = rights.pop();
    }
}

/// Whether what the last of these holders was the last to meet is met. Alternatives stand in ascending order.
fn possible(problem: &Problem, rights: &[Rights]) -> bool {
    let has = |holder: &HolderId, right| rights.get(holder.0 as usize).is_some_and(|set: &Rights| set.has(right));
    let last = |alternatives: &[HolderId]| alternatives.last().is_some_and(|last| last.0 as usize + 1 == rights.len());
    let mut due = problem.requirements().filter(|need| last(need.alternatives));
    due.all(|need| need.alternatives.iter().any(|holder| has(holder, need.right)))
}

/// What so many of each item cost; nothing if that is more than may be bought.
fn cost(problem: &Problem, items: &[u64]) -> Option<Cost> {
    let needed = problem.items.iter().zip(items);
    let each = needed.map(|(item, needed)| {
        let missing = needed.saturating_sub(item.pool);
        let bought = if missing > 0 { missing.max(item.least) } else { 0 };
        let allowed = item.most.is_none_or(|most| bought <= most);
        allowed.then(|| Cost::new(item.price * bought as i64, item.preference * *needed as i64))
    });
    each.sum()
}
