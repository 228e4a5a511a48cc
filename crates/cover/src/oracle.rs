//! The cheapest cover by trying everything: slow, plain, and without a line of the solver.

use crate::cost::Cost;
use crate::problem::{Bundle, HolderId, Problem};
use crate::rights::Rights;

/// One way to give bundles to all units of a holder.
#[derive(Clone, Debug)]
struct Way {
    /// What every unit has.
    rights: Rights,
    /// How many of each item that takes.
    items: Vec<u64>,
}

/// The least cost of any cover; nothing if there is none.
#[must_use]
pub fn cheapest(problem: &Problem) -> Option<Cost> {
    let ways: Vec<Vec<Way>> = (0..problem.holders.len() as u32).map(|holder| ways(problem, HolderId(holder))).collect();
    let nothing = vec![0; problem.items.len()];
    let mut best = None;
    choose(problem, &ways, &mut Vec::new(), &nothing, &mut best);
    best
}

/// Every multiset of bundles, or of nothing, for the units of a holder; where nothing is owned or counted, the same for
/// each.
fn ways(problem: &Problem, holder: HolderId) -> Vec<Way> {
    let count = problem.holders.get(holder.0 as usize).map_or(0, |holder| holder.count);
    let mut choices: Vec<Bundle> = problem.choices(holder).map(|(_, bundle)| bundle.clone()).collect();
    choices.push(Bundle { items: Vec::new(), grants: Rights::NONE });
    let all = Way { rights: Rights::from_bits(u128::MAX), items: vec![0; problem.items.len()] };
    let mut found = Vec::new();
    if problem.items.iter().any(|item| item.pool > 0 || item.most.is_some() || item.least > 1) {
        share(&choices, u64::from(count), &all, &mut found);
    } else {
        for bundle in &choices {
            share(std::slice::from_ref(bundle), u64::from(count), &all, &mut found);
        }
    }
    found
}

fn share(choices: &[Bundle], left: u64, way: &Way, found: &mut Vec<Way>) {
    let Some((bundle, others)) = choices.split_first() else {
        if left == 0 {
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
    if best.is_some_and(|best| cost >= best) {
        return;
    }
    let Some((first, others)) = ways.split_first() else {
        let has = |holder: &HolderId, right| rights.get(holder.0 as usize).is_some_and(|set: &Rights| set.has(right));
        if problem.requirements().all(|need| need.alternatives.iter().any(|holder| has(holder, need.right))) {
            *best = Some(cost);
        }
        return;
    };
    for way in first {
        let sum: Vec<u64> = items.iter().zip(&way.items).map(|(a, b)| a + b).collect();
        rights.push(way.rights);
        choose(problem, others, rights, &sum, best);
        let _ = rights.pop();
    }
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
