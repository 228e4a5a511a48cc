//! Access that is free for a few: who can be exempted, and in which ways.

use crate::demand::{Demand, Holder};
use crate::resolve::case::Case;
use crate::trace::{Step, StepId};
use seatwise_rulebook::{Activity, VerdictKind};

/// With more candidates than this only the first of them are tried.
const MOST_CANDIDATES: usize = 8;

/// A holder and a number of its units.
#[derive(Clone, Copy)]
pub(crate) struct HolderUnits {
    pub(crate) holder: Holder,
    pub(crate) units: u32,
}

/// The units that an allowance exempts, in the order of holders.
pub(crate) type Exempted = Vec<HolderUnits>;

/// Number of exempted units of this holder.
pub(crate) fn exempted_of(exempted: &[HolderUnits], holder: Holder) -> u32 {
    exempted.iter().find(|entry| entry.holder == holder).map_or(0, |entry| entry.units)
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

fn hand_out(
    candidates: &[HolderUnits],
    units: u32,
    chosen: &mut Exempted,
    ways: &mut Vec<Exempted>,
) {
    let Some((&candidate, later)) = candidates.split_first() else {
        ways.push(chosen.clone());
        return;
    };
    let later_units = later.iter().fold(0_u32, |sum, later| sum.saturating_add(later.units));
    let least = units.saturating_sub(later_units).min(candidate.units);
    for taken in least..=units.min(candidate.units) {
        let before = chosen.len();
        if taken > 0 {
            chosen.push(HolderUnits { units: taken, ..candidate });
        }
        hand_out(later, units - taken, chosen, ways);
        chosen.truncate(before);
    }
}

/// Holders all of whose requirements are about the allowance's activities, with all their units.
pub(crate) fn candidates(case: &Case<'_>, demand: &Demand<'_>) -> Vec<HolderUnits> {
    let Some(allowance) = case.book.allowances.first() else { return Vec::new() };
    let does_only_these = |activities: &[Activity]| {
        !activities.is_empty()
            && activities.iter().all(|activity| allowance.activities.contains(activity))
    };
    let people: Vec<bool> =
        demand.people.iter().map(|people| does_only_these(&people.needed)).collect();
    // True if all that is done from a device is done by these people; none where nothing is.
    let mut devices: Vec<Option<bool>> = vec![None; case.devices.len()];
    for requirement in &demand.requirements {
        let is_of_these = requirement.people.iter().all(|&place| people.get(place) == Some(&true));
        for holder in &requirement.alternatives {
            let Holder::Shared(place) = holder else { continue };
            if let Some(device) = devices.get_mut(*place) {
                *device = Some(device.unwrap_or(true) && is_of_these);
            }
        }
    }
    let people = case.people.iter().zip(people).enumerate().filter(|(_, (_, fits))| *fits);
    let people = people.map(|(place, (group, _))| HolderUnits {
        holder: Holder::People(place),
        units: group.count,
    });
    let devices = case.devices.iter().zip(devices).enumerate();
    let devices =
        devices.filter(|(_, (_, fits))| *fits == Some(true)).map(|(place, (group, _))| {
            HolderUnits { holder: Holder::Shared(place), units: group.count }
        });
    people.chain(devices).filter(|candidate| candidate.units > 0).take(MOST_CANDIDATES).collect()
}

/// People groups all of whose requirements are met because an allowance exempts every unit of some
/// holder.
fn exempt_groups(case: &Case<'_>, demand: &Demand<'_>, exempted: &Exempted) -> Vec<String> {
    let whole = |holder: &Holder| {
        let count = match *holder {
            Holder::People(place) => case.people.get(place).map(|group| group.count),
            Holder::Shared(place) => case.devices.get(place).map(|group| group.count),
            Holder::OwnDevices(_) | Holder::Server(_) => None,
        };
        count.is_some_and(|count| count > 0 && exempted_of(exempted, *holder) >= count)
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

/// Records who is exempted, and returns the steps in the order of holders; a use all of whose
/// people are exempted becomes exempt.
pub(crate) fn record(case: &Case<'_>, demand: &mut Demand<'_>, exempted: &Exempted) -> Vec<StepId> {
    let Some(allowance) = case.book.allowances.first() else { return Vec::new() };
    let clauses: Vec<String> = case.book.names_of(&allowance.clauses);
    let mut steps = Vec::new();
    for &HolderUnits { holder, units } in exempted {
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
    // The verdicts of a rule and of a server's version are now the same.
    demand.verdicts.dedup();
    steps
}
