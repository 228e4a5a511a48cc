//! Access that is free for a few: who can be freed, and in which ways.

use crate::case::Case;
use crate::order;
use crate::requirement::{Derived, Holder};
use crate::trace::{Step, StepId};
use seatwise_rulebook::{Activity, Allowance, VerdictKind};
use std::collections::BTreeMap;

/// With more candidates than this only the first of them are tried.
const MOST_CANDIDATES: usize = 8;

/// How many units of which holders are freed.
pub(crate) type Freed = BTreeMap<Holder, u32>;

/// Every way to hand the book's allowance out over those who do nothing else; at least the empty one.
///
/// People count, and so do shared devices from which nothing else is done. Handing out more is never dearer, so only
/// the ways that hand out as much as possible are listed.
pub(crate) fn ways(case: &Case<'_>, derived: &Derived<'_>) -> Vec<Freed> {
    let Some(allowance) = case.book.allowances.first() else { return vec![Freed::new()] };
    let mut candidates = candidates(case, derived, allowance);
    candidates.truncate(MOST_CANDIDATES);
    let mut ways = Vec::new();
    hand_out(&candidates, allowance.units, &mut Freed::new(), &mut ways);
    ways
}

fn hand_out(open: &[(Holder, u32)], units: u32, chosen: &mut Freed, ways: &mut Vec<Freed>) {
    let Some((&(holder, count), rest)) = open.split_first() else {
        ways.push(chosen.clone());
        return;
    };
    let left: u32 = rest.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count));
    for taken in units.saturating_sub(left).min(count)..=units.min(count) {
        if taken > 0 {
            chosen.insert(holder, taken);
        }
        hand_out(rest, units - taken, chosen, ways);
        chosen.remove(&holder);
    }
}

/// Holders all of whose requirements are about the allowance's activities.
fn candidates(case: &Case<'_>, derived: &Derived<'_>, allowance: &Allowance) -> Vec<(Holder, u32)> {
    let only = |activities: &[Activity]| activities.iter().all(|activity| allowance.activities.contains(activity));
    let people = derived
        .needed
        .iter()
        .filter(|(_, activities)| only(activities))
        .filter_map(|(&place, _)| case.people.get(place).map(|group| (Holder::People(place), group.count)));
    let people: Vec<_> = people.collect();
    let free = order::set(people.iter().map(|&(holder, _)| holder));
    let mut devices: BTreeMap<Holder, bool> = BTreeMap::new();
    for requirement in &derived.requirements {
        let of_free = requirement.alternatives.iter().any(|holder| free.contains(holder));
        for &holder in requirement.alternatives.iter().filter(|holder| matches!(holder, Holder::Shared(_))) {
            *devices.entry(holder).or_insert(true) &= of_free;
        }
    }
    let devices = devices.into_iter().filter(|&(_, only)| only).filter_map(|(holder, _)| match holder {
        Holder::Shared(place) => case.devices.get(place).map(|group| (holder, group.count)),
        _ => None,
    });
    people.into_iter().chain(devices).filter(|&(_, count)| count > 0).collect()
}

/// Records what was freed; a use all of whose people are freed becomes exempt. The steps, by holder.
pub(crate) fn record(case: &Case<'_>, derived: &mut Derived<'_>, freed: &Freed) -> BTreeMap<Holder, StepId> {
    let Some(allowance) = case.book.allowances.first() else { return BTreeMap::new() };
    let clauses: Vec<String> =
        allowance.clauses.iter().filter_map(|&id| case.book.clause(id)).map(|clause| clause.id.clone()).collect();
    let mut steps = BTreeMap::new();
    for (&holder, &units) in freed {
        let step = Step::Allowed {
            allowance: allowance.id.clone(),
            people: holder.named(case).id().to_owned(),
            units,
            clauses: clauses.clone(),
        };
        let needs = derived.requirements.iter().filter(|requirement| requirement.alternatives.contains(&holder));
        let because = needs.map(|requirement| requirement.step).collect();
        steps.insert(holder, derived.trace.record(step, because));
        let Holder::People(place) = holder else { continue };
        let Some(group) = case.people.get(place).filter(|group| group.count <= units) else { continue };
        for verdict in derived.verdicts.iter_mut().filter(|one| one.people == group.id) {
            if verdict.verdict == VerdictKind::Needs {
                verdict.verdict = VerdictKind::Exempt;
                verdict.rule.clone_from(&allowance.id);
                verdict.says.clone_from(&allowance.says);
                verdict.clauses.clone_from(&clauses);
            }
        }
    }
    steps
}
