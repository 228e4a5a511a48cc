//! Requirements that the choice for a holder rests on: all that are tied to it through shared
//! holders.

use crate::demand::allowance;
use crate::demand::{Demand, Holder};
use crate::resolve::case::Case;
use crate::trace::StepId;
use seatwise_rulebook::HolderKind;

/// The ties between the holders of a case; a holder is known by its place.
pub(crate) struct Dependencies {
    /// By the place of a holder: one before it that it is tied to, or itself.
    parent: Vec<usize>,
    /// By the first of those who are tied together: the steps of all their requirements.
    steps: Vec<Vec<StepId>>,
    /// By the place of a holder: the requirements that it could meet, by their places.
    met_by: Vec<Vec<u32>>,
    /// The steps of an allowance.
    allowed: Vec<StepId>,
    /// One of those whom an allowance could exempt; they are tied together, since it is handed out
    /// once.
    candidate: Option<usize>,
}

impl Dependencies {
    /// Finds the ties; `allowed` are the steps of an allowance.
    pub(crate) fn new(case: &Case<'_>, demand: &Demand<'_>, allowed: Vec<StepId>) -> Self {
        let mut dependencies = Self {
            parent: (0..case.slots()).collect(),
            steps: vec![Vec::new(); case.slots()],
            met_by: vec![Vec::new(); case.slots()],
            allowed,
            candidate: None,
        };
        dependencies.tie(case, demand);
        for (place, requirement) in (0..).zip(&demand.requirements) {
            let Some(&first) = requirement.alternatives.first() else { continue };
            let root = dependencies.root(case.slot(first));
            if let Some(steps) = dependencies.steps.get_mut(root) {
                steps.push(requirement.step);
            }
            for &holder in &requirement.alternatives {
                if let Some(met_by) = dependencies.met_by.get_mut(case.slot(holder)) {
                    met_by.push(place);
                }
            }
        }
        dependencies
    }

    fn tie(&mut self, case: &Case<'_>, demand: &Demand<'_>) {
        // Owned licences may go to anybody, and a tier is chosen for all who share an environment:
        // both tie everybody together.
        let ties_everybody =
            case.owns_something() || case.servers.iter().any(|server| server.tier.is_some());
        let mut before = None;
        let candidates = allowance::candidates(case, demand);
        let is_candidate =
            |holder: Holder| candidates.iter().any(|candidate| candidate.holder == holder);
        for requirement in &demand.requirements {
            let Some(&first) = requirement.alternatives.first() else { continue };
            let mut people = requirement.people.iter().map(|&place| Holder::People(place));
            let shares = people.any(is_candidate)
                || requirement.alternatives.iter().copied().any(is_candidate);
            let tied =
                requirement.alternatives.iter().copied().chain(before.filter(|_| ties_everybody));
            for slot in
                tied.map(|holder| case.slot(holder)).chain(self.candidate.filter(|_| shares))
            {
                let (a, b) = (self.shortened(case.slot(first)), self.shortened(slot));
                if let Some(parent) = self.parent.get_mut(a.max(b)) {
                    *parent = a.min(b);
                }
            }
            before = Some(first);
            self.candidate = Some(case.slot(first)).filter(|_| shares).or(self.candidate);
        }
    }

    /// The first of those to whom a holder is tied; makes the way to it shorter.
    fn shortened(&mut self, mut holder: usize) -> usize {
        let root = self.root(holder);
        while let Some(parent) = self.parent.get_mut(holder).filter(|parent| **parent != root) {
            holder = std::mem::replace(parent, root);
        }
        root
    }

    /// The first of those to whom a holder is tied.
    pub(crate) fn root(&self, mut holder: usize) -> usize {
        while let Some(&parent) = self.parent.get(holder).filter(|parent| **parent != holder) {
            holder = parent;
        }
        holder
    }

    /// The requirements that a holder could meet, by their places.
    pub(crate) fn met_by(&self, holder: usize) -> impl Iterator<Item = usize> + Clone {
        let places = self.met_by.get(holder).into_iter().flatten();
        places.filter_map(|&place| usize::try_from(place).ok())
    }

    /// By the first of those who are tied together: true if a holder of a kind is among them.
    pub(crate) fn tied_to(
        &self,
        case: &Case<'_>,
        demand: &Demand<'_>,
        kind: HolderKind,
    ) -> Vec<bool> {
        let mut tied = vec![false; self.parent.len()];
        for holder in demand.alternatives().filter(|holder| holder.kind() == kind) {
            if let Some(tied) = tied.get_mut(self.root(case.slot(holder))) {
                *tied = true;
            }
        }
        tied
    }

    /// The steps of all requirements that a holder is tied to, and those of the allowance if it may
    /// share in that.
    pub(crate) fn steps_of(&self, holder: usize) -> Vec<StepId> {
        let mut steps = self.steps.get(self.root(holder)).cloned().unwrap_or_default();
        if self.candidate.is_some_and(|candidate| self.root(candidate) == self.root(holder)) {
            steps.extend_from_slice(&self.allowed);
        }
        steps
    }
}
