//! Problems as groups of units: each unit with its companions, for solvers that are to be plain.
//!
//! A right is then three: the unit's own, that of all its companions, and that of either;
//! requirements ask for the one that they mean.

use crate::id::edit;
use crate::id::{HolderId, Place};
use crate::problem::{Item, Problem};
use crate::rights::{Right, Rights};

/// A right of a unit, of all its companions, or of either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    Own,
    Companions,
    Either,
}

/// A right, and whose it is.
pub type Ask = (Right, Whose);

/// Bundle that one unit, or one companion, may hold.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Count of each item that it takes.
    pub items: Vec<u64>,
    pub grants: Rights,
}

/// True if a unit that has these rights, and whose companions all have those, has what is asked.
pub const fn grants(own: Rights, companions: Rights, (right, whose): Ask) -> bool {
    match whose {
        Whose::Own => own.has(right),
        Whose::Companions => companions.has(right),
        Whose::Either => own.has(right) || companions.has(right),
    }
}

/// Units that choose for themselves and their companions.
#[derive(Clone, Debug)]
pub struct Group {
    pub count: u32,
    /// Choices of a unit; nothing is one of them.
    pub own: Vec<Choice>,
    /// Number of companions of each unit.
    pub times: u32,
    pub companions: Vec<Choice>,
}

/// A problem as groups.
#[derive(Clone, Debug)]
pub struct Flat<'a> {
    pub items: &'a [Item],
    pub groups: Vec<Group>,
    /// For each requirement the groups of which one must have what is asked of it, in ascending
    /// order.
    pub requirements: Vec<Vec<(usize, Ask)>>,
}

impl<'a> Flat<'a> {
    /// The problem as groups.
    pub fn of(problem: &'a Problem) -> Self {
        let companion_of = |id: HolderId| problem.companions.iter().find(|pair| pair.holder == id);
        let mut groups = Vec::new();
        // For each holder its group, and whether it is there as the companion.
        let mut place: Vec<(usize, bool)> = vec![(0, false); problem.holders.len()];
        for id in (0_u32..)
            .map(HolderId)
            .take(problem.holders.len())
            .filter(|id| companion_of(*id).is_none())
        {
            let pair = problem.companions.iter().find(|pair| pair.of == id);
            for (holder, companion) in [(Some(id), false), (pair.map(|pair| pair.holder), true)] {
                if let Some(place) = holder.and_then(|holder| place.get_mut(holder.index())) {
                    *place = (groups.len(), companion);
                }
            }
            let count = problem.holders.at(id).map_or(0, |holder| holder.count);
            let companions = pair.map(|pair| bundles(problem, pair.holder)).unwrap_or_default();
            let times = pair.map_or(0, |pair| pair.times);
            groups.push(Group { count, own: bundles(problem, id), times, companions });
        }
        let requirements = problem.requirements().map(|requirement| {
            let mut asked: Vec<(usize, Ask)> = Vec::new();
            for holder in requirement.alternatives {
                let (group, companion) = place.get(holder.index()).copied().unwrap_or_default();
                let whose = if companion { Whose::Companions } else { Whose::Own };
                match asked.iter_mut().find(|(known, _)| *known == group) {
                    Some((_, known)) => known.1 = Whose::Either,
                    None => asked.push((group, (requirement.right, whose))),
                }
            }
            asked.sort_unstable();
            asked
        });
        let requirements = requirements.collect();
        Self { items: &problem.items, groups, requirements }
    }

    /// Returns what requirements ask of each group.
    pub fn asked(&self) -> Vec<Vec<Ask>> {
        let mut asked: Vec<Vec<Ask>> = vec![Vec::new(); self.groups.len()];
        for (group, ask) in self.requirements.iter().flatten() {
            if let Some(asked) = asked.get_mut(*group).filter(|asked| !asked.contains(ask)) {
                asked.push(*ask);
            }
        }
        asked
    }
}

/// Returns the choices of one unit of a holder, nothing included.
fn bundles(problem: &Problem, id: HolderId) -> Vec<Choice> {
    let nothing = Choice { items: vec![0; problem.items.len()], grants: Rights::NONE };
    let mut all = vec![nothing.clone()];
    for (_, bundle) in problem.choices(id) {
        let mut choice = Choice { grants: bundle.grants, ..nothing.clone() };
        for item in &bundle.items {
            edit(&mut choice.items, item, |taken| taken + 1);
        }
        all.push(choice);
    }
    all
}
