//! Requirements that no priced licence meets, kept apart from those that one does.

use crate::demand::right_class::{Class, bit};
use crate::demand::{Demand, Requirement};
use seatwise_rulebook::HolderKind;

/// Classes that no priced licence grants to some kinds of holders, each with a right of its own in
/// the cover problem.
pub(crate) struct UnpricedClasses {
    /// The first right that is not the right of a class.
    first: u8,
    rows: Vec<UnpricedClass>,
}

struct UnpricedClass {
    class: Class,
    /// The kinds of holders between whom the requirement leaves the choice.
    kinds: Vec<HolderKind>,
    /// The right that stands for it; the class itself where the problem has no right left.
    right: u8,
}

impl UnpricedClasses {
    /// No such class yet.
    pub(crate) fn new(demand: &Demand<'_>) -> Self {
        let first = demand.classes.iter().last().map_or(0, |last| last.saturating_add(1));
        Self { first, rows: Vec::new() }
    }

    /// Adds a class that no priced licence grants to any of these kinds of holders.
    pub(crate) fn add(&mut self, class: Class, kinds: &[HolderKind]) {
        let right = u8::try_from(self.rows.len()).ok();
        let right = right.and_then(|place| self.first.checked_add(place));
        let right = right.filter(|&right| right < 128).unwrap_or(class);
        self.rows.push(UnpricedClass { class, kinds: kinds.to_vec(), right });
    }

    /// The rights that stand for classes which no priced licence grants.
    pub(crate) fn rights(&self) -> impl Iterator<Item = u8> {
        self.rows.iter().map(|row| row.right)
    }

    /// The right that a requirement asks for: that of its class, or the one that stands for it
    /// here.
    pub(crate) fn right_of(&self, requirement: &Requirement) -> u8 {
        let has =
            |kind: HolderKind| requirement.alternatives.iter().any(|holder| holder.kind() == kind);
        let fits = |row: &&UnpricedClass| {
            row.class == requirement.class
                && requirement.alternatives.iter().all(|holder| row.kinds.contains(&holder.kind()))
                && row.kinds.iter().all(|&kind| has(kind))
        };
        self.rows.iter().find(fits).map_or(requirement.class, |row| row.right)
    }

    /// Rights that a combination of licences grants in the cover problem, from the classes that it
    /// grants, a bit each. One that is `free` for want of a price grants the rights here and
    /// nothing else.
    pub(crate) fn grants(&self, classes: u128, free: bool) -> u128 {
        let granted = self.rows.iter().filter(|row| classes & bit(row.class) != 0);
        let own_rights = granted.fold(0, |rights, row| rights | bit(row.right));
        if free { own_rights } else { classes | own_rights }
    }
}
