//! Cost of replacing the holders of a line: what licences on somebody else would cost instead.

use crate::answer::assessment::{Assessment, Replacement};
use crate::mix::Restriction;
use crate::money::Money;
use crate::solved::Solved;
use crate::trace::{Entry, HolderRef, Step, Trace};

/// The most holders of a line whose replacements are counted.
const MOST: usize = 3;

/// The replacements of the first holders of a line of the bill that others could step in for. Each
/// takes a solution of its own, so this is asked for when a reason is opened.
#[must_use]
pub fn of_line(solved: &Solved<'_>, assessment: &Assessment, line: usize) -> Vec<Replacement> {
    let trace = &assessment.trace;
    let Some(entry) = assessment.bill.get(line).and_then(|line| trace.entry(line.reason)) else {
        return Vec::new();
    };
    let chosen = because(trace, entry).filter_map(|chosen| match &chosen.step {
        Step::Chosen { holder, .. } if is_replaceable(trace, chosen, holder) => Some(holder),
        _ => None,
    });
    let replacement = |holder: &HolderRef| {
        more_without(solved, holder).map(|more| Replacement { holder: holder.clone(), more })
    };
    chosen.take(MOST).filter_map(replacement).collect()
}

/// Amount by which everything would cost more if one holder held nothing; none where nobody could
/// step in.
#[must_use]
pub fn more_without(solved: &Solved<'_>, holder: &HolderRef) -> Option<Money> {
    let Solved { case, demand, mix, .. } = solved;
    let holder = case.holder(holder)?;
    if !demand.alternatives().any(|alternative| alternative == holder) {
        return None;
    }
    let without = solved.instance().solve(Restriction::Without(holder)).ok()?;
    Some(without.total.minus(mix.total))
}

fn because<'t>(trace: &'t Trace, entry: &'t Entry) -> impl Iterator<Item = &'t Entry> {
    entry.because.iter().filter_map(|&id| trace.entry(id))
}

/// True if every requirement behind a choice leaves somebody else than people's own devices.
fn is_replaceable(trace: &Trace, chosen: &Entry, holder: &HolderRef) -> bool {
    let mut required = because(trace, chosen).filter_map(|entry| match &entry.step {
        Step::Required { alternatives, .. } if alternatives.contains(holder) => Some(alternatives),
        _ => None,
    });
    required.all(|alternatives| {
        alternatives
            .iter()
            .any(|rival| rival != holder && !matches!(rival, HolderRef::OwnDevices(_)))
    })
}
