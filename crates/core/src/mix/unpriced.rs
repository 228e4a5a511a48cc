//! Requirements that no priced licence meets, kept apart from those that one does.

use crate::demand::{Demand, Requirement};
use seatwise_rulebook::HolderKind;

/// Classes that no priced licence grants to some kinds of holders, each with a right of its own in
/// the cover problem.
pub(crate) struct UnpricedClasses {
    /// The first right that is not the right of a class.
    first: u8,
    /// Class, and the kinds of holders between whom the requirement leaves the choice.
    rows: Vec<(u8, Vec<HolderKind>)>,
}

impl UnpricedClasses {
    /// No such class yet.
    pub(crate) fn new(demand: &Demand<'_>) -> Self {
        let first = demand.classes.all().last().map_or(0, |last| last.saturating_add(1));
        Self { first, rows: Vec::new() }
    }

    /// Adds a class that no priced licence grants to any of these kinds of holders.
    pub(crate) fn add(&mut self, class: u8, kinds: &[HolderKind]) {
        self.rows.push((class, kinds.to_vec()));
    }

    /// The right that stands for the class of a row; the class itself where the problem has no
    /// right left.
    fn right(&self, place: usize, class: u8) -> u8 {
        let right = u8::try_from(place).ok().and_then(|place| self.first.checked_add(place));
        right.filter(|&right| right < 128).unwrap_or(class)
    }

    /// The rights that stand for classes which no priced licence grants.
    pub(crate) fn rights(&self) -> impl Iterator<Item = u8> + '_ {
        self.rows.iter().enumerate().map(|(place, row)| self.right(place, row.0))
    }

    /// The right that a requirement asks for: that of its class, or the one that stands for it
    /// here.
    pub(crate) fn right_of(&self, requirement: &Requirement) -> u8 {
        let same = |row: &&(usize, &(u8, Vec<HolderKind>))| {
            let (class, kinds) = row.1;
            *class == requirement.class
                && requirement.alternatives.iter().all(|holder| kinds.contains(&holder.kind()))
        };
        let all_kinds = |row: &&(usize, &(u8, Vec<HolderKind>))| {
            row.1
                .1
                .iter()
                .all(|kind| requirement.alternatives.iter().any(|holder| holder.kind() == *kind))
        };
        let row = self.rows.iter().enumerate().find(|row| same(&row) && all_kinds(&row));
        row.map_or(requirement.class, |(place, row)| self.right(place, row.0))
    }

    /// Rights that a combination of licences grants in the cover problem, from the classes that it
    /// grants, a bit each. One that is `free` for want of a price grants the rights here and
    /// nothing else.
    pub(crate) fn grants(&self, classes: u128, free: bool) -> u128 {
        let bit = |right: u8| 1_u128.checked_shl(right.into()).unwrap_or_default();
        let own_rights = self.rows.iter().enumerate().filter(|(_, row)| classes & bit(row.0) != 0);
        let own_rights =
            own_rights.fold(0, |all, (place, row)| all | bit(self.right(place, row.0)));
        if free { own_rights } else { classes | own_rights }
    }
}
