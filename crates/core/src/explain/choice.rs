//! Choices behind a line of the bill, put together where one sentence tells of all of them: three
//! pools that the same people come to are told once.

use super::names::Names;
use crate::organisation::PeopleGroup;
use crate::trace::{Entry, HolderRef, Other, Step, Trace};
use seatwise_rulebook::Access;

/// The same licences for holders of one kind, for the same uses.
pub(super) struct Choice<'e> {
    /// The holders, in the order of the bill.
    pub(super) holders: Vec<&'e HolderRef>,
    /// Number of all their units that hold the licences.
    pub(super) units: u64,
    /// The licences of one unit, without the rulebook.
    pub(super) licences: &'e [String],
    /// Uses that the licences are needed for.
    pub(super) uses: Vec<Uses<'e>>,
    /// The other combinations that would do for all of them.
    pub(super) substitutes: Vec<Other>,
    /// The rules that fired for these uses.
    ruled: Vec<&'e Entry>,
}

/// Uses of one people group that do the same through the same access.
pub(super) struct Uses<'e> {
    /// The people.
    pub(super) people: &'e PeopleGroup,
    /// Access by which they reach the product.
    pub(super) access: Access,
    /// The activities that a rule decided on.
    pub(super) activities: &'e [String],
    /// The uses, by their places in the organisation.
    pub(super) indexes: Vec<u32>,
}

impl Uses<'_> {
    fn is_like(&self, uses: &Self) -> bool {
        (&self.people.id, self.access, self.activities)
            == (&uses.people.id, uses.access, uses.activities)
    }
}

impl Choice<'_> {
    /// Number of the people of all uses, each group once.
    pub(super) fn people(&self) -> u64 {
        let mut groups: Vec<&PeopleGroup> = Vec::new();
        for uses in &self.uses {
            if !groups.iter().any(|group| group.id == uses.people.id) {
                groups.push(uses.people);
            }
        }
        groups.iter().map(|group| u64::from(group.count)).sum()
    }

    /// The rules that fired, in the order of the uses.
    pub(super) fn rules(&self) -> impl Iterator<Item = &str> {
        self.ruled.iter().filter_map(|entry| match &entry.step {
            Step::Ruled { rule, .. } => Some(rule.as_str()),
            _ => None,
        })
    }

    fn is_like(&self, choice: &Self) -> bool {
        let kind = |choice: &Self| choice.holders.first().map(|holder| holder.kind());
        let shared =
            matches!(self.holders.first(), Some(HolderRef::Devices(_) | HolderRef::Servers(_)));
        shared
            && kind(self) == kind(choice)
            && self.licences == choice.licences
            && self.uses.len() == choice.uses.len()
            && self.uses.iter().zip(&choice.uses).all(|(known, uses)| known.is_like(uses))
    }
}

/// The choices that a line rests on.
pub(super) fn of_line<'e>(names: &Names<'e>, trace: &'e Trace, line: &'e Entry) -> Vec<Choice<'e>> {
    let mut choices: Vec<Choice<'e>> = Vec::new();
    for entry in because(trace, line) {
        let Step::Chosen { holder, units, substitutes, licences } = &entry.step else {
            continue;
        };
        let ruled = requirements(trace, entry, holder);
        let choice = Choice {
            holders: vec![holder],
            units: *units,
            licences,
            uses: uses(names, &ruled),
            substitutes: substitutes.clone(),
            ruled,
        };
        match choices.iter_mut().find(|known| known.is_like(&choice)) {
            Some(known) => add(known, choice),
            None => choices.push(choice),
        }
    }
    choices
}

/// Puts a choice together with one like it.
fn add<'e>(known: &mut Choice<'e>, choice: Choice<'e>) {
    known.holders.extend(choice.holders);
    known.units = known.units.saturating_add(choice.units);
    for (uses, more) in known.uses.iter_mut().zip(choice.uses) {
        uses.indexes.extend(more.indexes);
        uses.indexes.sort_unstable();
        uses.indexes.dedup();
    }
    // What would do for one of them alone is no way for all of them.
    known.substitutes.retain_mut(|substitute| {
        let mut substitutes = choice.substitutes.iter();
        let same = substitutes.find(|same| same.licences == substitute.licences);
        if let Some(same) = same {
            substitute.more = substitute.more.plus(same.more);
        }
        same.is_some()
    });
    for entry in choice.ruled {
        if !known.ruled.contains(&entry) {
            known.ruled.push(entry);
        }
    }
}

/// The clauses of the rules that fired, and of the standing of the people.
pub(super) fn clauses(trace: &Trace, choice: &Choice<'_>) -> Vec<String> {
    let mut cited = Vec::new();
    for ruled in &choice.ruled {
        if let Step::Ruled { clauses, .. } = &ruled.step {
            cited.extend(clauses.iter().cloned());
        }
        for used in because(trace, ruled) {
            for standing in because(trace, used) {
                if let Step::Standing { clauses, .. } = &standing.step {
                    cited.extend(clauses.iter().cloned());
                }
            }
        }
    }
    cited
}

fn because<'e>(trace: &'e Trace, entry: &'e Entry) -> impl Iterator<Item = &'e Entry> {
    entry.because.iter().filter_map(|&id| trace.entry(id))
}

/// The uses behind a choice: the rules that fired for requirements that this holder meets.
fn requirements<'e>(trace: &'e Trace, chosen: &'e Entry, holder: &HolderRef) -> Vec<&'e Entry> {
    let is_met = |entry: &&Entry| match &entry.step {
        Step::Required { alternatives, .. } => alternatives.contains(holder),
        _ => false,
    };
    let mut open: Vec<&Entry> = because(trace, chosen).filter(is_met).collect();
    let mut ruled: Vec<&Entry> = Vec::new();
    while let Some(entry) = open.pop() {
        for cause in because(trace, entry) {
            match &cause.step {
                Step::Ruled { .. } => ruled.push(cause),
                Step::Required { .. } => open.push(cause),
                _ => {}
            }
        }
    }
    let index = |entry: &Entry| match &entry.step {
        Step::Ruled { index, .. } => *index,
        _ => u32::MAX,
    };
    ruled.sort_by_key(|entry| index(entry));
    ruled.dedup();
    ruled
}

/// The uses that rules decided on, those that are told alike together.
fn uses<'e>(names: &Names<'e>, ruled: &[&'e Entry]) -> Vec<Uses<'e>> {
    let mut grouped: Vec<Uses<'e>> = Vec::new();
    for entry in ruled {
        let Step::Ruled { index, activities, .. } = &entry.step else { continue };
        let Some((people, access)) = names.people_of(*index) else { continue };
        let uses = Uses { people, access, activities, indexes: vec![*index] };
        match grouped.iter_mut().find(|known| known.is_like(&uses)) {
            Some(known) => known.indexes.extend(uses.indexes),
            None => grouped.push(uses),
        }
    }
    grouped
}
