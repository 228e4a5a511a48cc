//! Access that is free for a few: who can be freed, and in which ways.

use crate::demand::{Demand, Holder};
use crate::resolve::case::Case;
use crate::trace::{Step, StepId};
use seatwise_rulebook::{Activity, VerdictKind};

/// With more candidates than this only the first of them are tried.
const MOST_CANDIDATES: usize = 8;

/// Numbers of units that are freed, by holder, in the order of holders.
pub(crate) type Exempted = Vec<(Holder, u32)>;

/// Number of units of this holder that are freed.
pub(crate) fn exempted(exempted: &[(Holder, u32)], holder: Holder) -> u32 {
    exempted.iter().find(|entry| entry.0 == holder).map_or(0, |entry| entry.1)
}

/// Every way to hand the book's allowance out over those who do nothing else; at least the empty
/// one.
///
/// People count, and so do shared devices from which nothing else is done. Handing out more is
/// never dearer, so only the ways that hand out as much as possible are listed.
pub(crate) fn ways(case: &Case<'_>, demand: &Demand<'_>) -> Vec<Exempted> {
    let Some(allowance) = case.book.allowances.first() else { return vec![Exempted::new()] };
    let candidates = candidates(case, demand);
    let mut ways = Vec::new();
    hand_out(&candidates, allowance.units, &mut Exempted::new(), &mut ways);
    ways
}

fn hand_out(open: &[(Holder, u32)], units: u32, chosen: &mut Exempted, ways: &mut Vec<Exempted>) {
    let Some((&(holder, count), rest)) = open.split_first() else {
        ways.push(chosen.clone());
        return;
    };
    let left: u32 = rest.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count));
    for taken in units.saturating_sub(left).min(count)..=units.min(count) {
        let before = chosen.len();
        if taken > 0 {
            chosen.push((holder, taken));
        }
        hand_out(rest, units - taken, chosen, ways);
        chosen.truncate(before);
    }
}

/// Holders all of whose requirements are about the allowance's activities, and how many they are.
pub(crate) fn candidates(case: &Case<'_>, demand: &Demand<'_>) -> Vec<(Holder, u32)> {
    let Some(allowance) = case.book.allowances.first() else { return Vec::new() };
    let only = |activities: &[Activity]| {
        activities.iter().all(|activity| allowance.activities.contains(activity))
    };
    let free: Vec<bool> = demand
        .people
        .iter()
        .map(|people| !people.needed.is_empty() && only(&people.needed))
        .collect();
    let is_free = |holder: &Holder| matches!(holder, Holder::People(place) if free.get(*place) == Some(&true));
    // Whether all that is done from them is done by those who may be freed; none where nothing is.
    let mut devices: Vec<Option<bool>> = vec![None; case.devices.len()];
    for requirement in &demand.requirements {
        let of_free = requirement.people.iter().all(|&place| is_free(&Holder::People(place)));
        for holder in &requirement.alternatives {
            let Holder::Shared(place) = holder else { continue };
            if let Some(only) = devices.get_mut(*place) {
                *only = Some(only.unwrap_or(true) && of_free);
            }
        }
    }
    let mut candidates = Vec::new();
    for (place, group) in case.people.iter().enumerate() {
        if is_free(&Holder::People(place)) {
            candidates.push((Holder::People(place), group.count));
        }
    }
    for (place, (group, only)) in case.devices.iter().zip(devices).enumerate() {
        if only == Some(true) {
            candidates.push((Holder::Shared(place), group.count));
        }
    }
    candidates.retain(|&(_, count)| count > 0);
    candidates.truncate(MOST_CANDIDATES);
    candidates
}

/// People groups all of whose requirements are met because an allowance frees every unit of some
/// holder.
fn exempt_groups(case: &Case<'_>, demand: &Demand<'_>, exempted: &Exempted) -> Vec<String> {
    let whole = |holder: &Holder| {
        let count = match *holder {
            Holder::People(place) => case.people.get(place).map(|group| group.count),
            Holder::Shared(place) => case.devices.get(place).map(|group| group.count),
            Holder::OwnDevices(_) | Holder::Server(_) => None,
        };
        count.is_some_and(|count| {
            count > 0 && exempted.iter().any(|row| row.0 == *holder && row.1 >= count)
        })
    };
    let mut exempt: Vec<Option<bool>> = vec![None; case.people.len()];
    for requirement in &demand.requirements {
        let met = requirement.alternatives.iter().any(whole);
        for &place in &requirement.people {
            if let Some(exempt) = exempt.get_mut(place) {
                let met = met || whole(&Holder::People(place));
                *exempt = Some(exempt.unwrap_or(true) && met);
            }
        }
    }
    let groups = case.people.iter().zip(exempt).filter(|(_, exempt)| *exempt == Some(true));
    groups.map(|(group, _)| group.id.clone()).collect()
}

/// Records what was freed; a use all of whose people are freed becomes exempt. The steps, in the
/// order of holders.
pub(crate) fn record(case: &Case<'_>, demand: &mut Demand<'_>, exempted: &Exempted) -> Vec<StepId> {
    let Some(allowance) = case.book.allowances.first() else { return Vec::new() };
    let clauses: Vec<String> = case.book.names_of(&allowance.clauses);
    let mut steps = Vec::new();
    for &(holder, units) in exempted {
        let step = Step::Allowed {
            allowance: allowance.id.clone(),
            people: holder.named(case).id().to_owned(),
            units,
            clauses: clauses.clone(),
        };
        let needs = demand
            .requirements
            .iter()
            .filter(|requirement| requirement.alternatives.contains(&holder));
        let because = needs.map(|requirement| requirement.step).collect();
        steps.push(demand.trace.record(step, because));
    }
    for group in exempt_groups(case, demand, exempted) {
        for verdict in demand.verdicts.iter_mut().filter(|verdict| verdict.people == group) {
            if verdict.verdict == VerdictKind::Needs {
                verdict.verdict = VerdictKind::Exempt;
                verdict.rule.clone_from(&allowance.id);
                verdict.says.clone_from(&allowance.says);
                verdict.clauses.clone_from(&clauses);
            }
        }
    }
    // What a rule and a server's version said apart is now one.
    demand.verdicts.dedup();
    steps
}
