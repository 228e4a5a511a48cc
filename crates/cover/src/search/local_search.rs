//! Good covers of a subproblem with relaxed alternatives, by local search.
//!
//! With the relaxed alternatives that are held fixed, the cheapest rest is one minimum cut:
//! constraints that a held relaxed alternative meets fall away, the others have to be met by their
//! two ends. Holding one relaxed alternative more or less changes a few arcs, and the flow of one
//! cut is nearly that of the next.

use crate::bound::min_cut::MinCutRelaxation;
use crate::bound::multipliers::ConstraintArc;
use crate::bound::network::Network;
use crate::cost::Cost;
use crate::id::{ConstraintId, IdVec, NodeId, at, count, edit, put};
use crate::presolve::subproblem::{Constraint, Literal, Subproblem};
use crate::pricing::price_function::PriceFunction;
use crate::rights::Rights;

/// Rounds in which each relaxed alternative is tried the other way.
const ROUNDS: u32 = 3;

/// Literals that are fixed.
#[derive(Clone, Debug, Default)]
pub struct Fixing {
    /// Literals that hold.
    pub held: Vec<Literal>,
    /// Literals on which no constraint relies, in order.
    pub dropped: Vec<Literal>,
}

impl Fixing {
    /// True if nothing is fixed.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty() && self.dropped.is_empty()
    }

    /// Returns the subproblem in which the literals are fixed.
    pub fn apply(&self, subproblem: &Subproblem) -> Subproblem {
        let without = subproblem.without(&self.dropped);
        self.held.iter().fold(without, |subproblem, literal| subproblem.with(*literal))
    }
}

/// A local search over the relaxed alternatives that are held.
pub struct LocalSearch<'a> {
    network: Network,
    constraint_arcs: &'a IdVec<ConstraintId, ConstraintArc>,
    nodes: &'a IdVec<NodeId, &'a PriceFunction>,
    subproblem: &'a Subproblem,
    /// The relaxed alternatives' alternatives, in order, each once.
    literals: Vec<Literal>,
    /// The constraints of each literal, one literal after the other, and where those of each end.
    constraints: Vec<ConstraintId>,
    ends: Vec<u32>,
    held: Vec<bool>,
    /// Number of held literals of each constraint.
    met: Vec<u32>,
    /// Number of cuts taken.
    pub cuts: u64,
}

impl<'a> LocalSearch<'a> {
    /// A search over the relaxed alternatives of a cut that begins with no alternative held.
    pub fn new(
        min_cut: &'a MinCutRelaxation,
        subproblem: &'a Subproblem,
        nodes: &'a IdVec<NodeId, &'a PriceFunction>,
    ) -> Self {
        let MinCutRelaxation { network, constraint_arcs, multipliers, .. } = min_cut;
        let mut literals: Vec<Literal> = multipliers
            .relaxed_alternatives
            .iter()
            .map(|alternative| alternative.literal)
            .collect();
        literals.sort_unstable();
        literals.dedup();
        let mut named: Vec<Vec<ConstraintId>> = vec![Vec::new(); literals.len()];
        for Constraint { id: constraint, literals: alternatives, .. } in
            subproblem.constraints.iter()
        {
            for place in
                alternatives.iter().filter_map(|literal| literals.binary_search(literal).ok())
            {
                named
                    .get_mut(place)
                    .into_iter()
                    .for_each(|constraints| constraints.push(constraint));
            }
        }
        let ends = named.iter().scan(0, |end, constraints| {
            *end += count(constraints);
            Some(*end)
        });
        let mut local_search = Self {
            network: network.clone(),
            constraint_arcs,
            nodes,
            subproblem,
            ends: ends.collect(),
            constraints: named.concat(),
            held: vec![false; literals.len()],
            met: vec![0; constraint_arcs.len()],
            literals,
            cuts: 0,
        };
        multipliers.release(&mut local_search.network);
        for constraint_arc in
            constraint_arcs.iter().filter(|constraint_arc| constraint_arc.relaxed_alternatives > 0)
        {
            local_search.network.set_capacity(constraint_arc.arc, Cost::INFINITE);
        }
        local_search
    }

    /// The alternatives that may be held.
    pub fn literals(&self) -> &[Literal] {
        &self.literals
    }

    /// Holds one alternative after the other, in the order of what the charges leave of each, and
    /// takes the best start of that row; then turns single ones as long as that makes the cover
    /// cheaper. Gives those that are held in the end, and the others; nothing if that is no cover.
    pub fn run(&mut self, order: &[u32]) -> Option<Fixing> {
        let mut best = self.cost(Cost::INFINITE);
        let mut length = 0;
        for (place, literal) in order.iter().enumerate() {
            self.flip(*literal);
            let cost = self.cost(Cost::INFINITE);
            if cost < best {
                (best, length) = (cost, place + 1);
            }
        }
        for literal in order.iter().skip(length) {
            self.flip(*literal);
        }
        self.improve(best)
    }

    fn improve(&mut self, mut best: Cost) -> Option<Fixing> {
        for _ in 0..ROUNDS {
            let before = best;
            for place in 0..count(&self.literals) {
                self.flip(place);
                let cost = self.cost(best);
                if cost < best {
                    best = cost;
                } else {
                    self.flip(place);
                }
            }
            if best == before {
                break;
            }
        }
        if best >= Cost::INFINITE {
            return None;
        }
        let all = || self.literals.iter().copied().zip(self.held.iter().copied());
        let held = all().filter(|(_, held)| *held).map(|(literal, _)| literal).collect();
        let dropped = all().filter(|(_, held)| !*held).map(|(literal, _)| literal).collect();
        Some(Fixing { held, dropped })
    }

    /// Holds an alternative that was not held, or the other way round.
    fn flip(&mut self, place: u32) {
        let held = !at(&self.held, place);
        put(&mut self.held, place, held);
        let start = if place == 0 { 0 } else { at(&self.ends, place - 1) };
        for number in start..at(&self.ends, place) {
            let constraint = at(&self.constraints, number);
            edit(&mut self.met, constraint, |met| if held { met + 1 } else { met - 1 });
            let Some(constraint_arc) = self.constraint_arcs.at(constraint) else {
                continue;
            };
            match (held, at(&self.met, constraint)) {
                (true, 1) => {
                    let flow = self.network.flow(constraint_arc.arc);
                    if flow.is_positive() {
                        self.network.withdraw(constraint_arc.arc, flow);
                    }
                    self.network.set_capacity(constraint_arc.arc, Cost::ZERO);
                }
                (false, 0) => self.network.set_capacity(constraint_arc.arc, Cost::INFINITE),
                _ => {}
            }
        }
    }

    /// Returns the cost of the cheapest cover with the held alternatives, beyond the base; no less
    /// than the limit, if that is reached.
    fn cost(&mut self, limit: Cost) -> Cost {
        let price = self.price_of_held();
        if price >= limit {
            return price;
        }
        self.cuts += 1;
        price + self.network.maximise_to(limit - price)
    }

    fn price_of_held(&self) -> Cost {
        let held = || {
            self.literals
                .iter()
                .zip(&self.held)
                .filter(|(_, held)| **held)
                .map(|(literal, _)| *literal)
        };
        let mut sum = Cost::ZERO;
        let mut literals = held().peekable();
        while let Some(literal) = literals.next() {
            let mut rights = Rights::of(literal.right);
            while let Some(next) = literals.next_if(|next| next.node == literal.node) {
                rights = rights.with(Rights::of(next.right));
            }
            let units = self.subproblem.node(literal.node).units;
            let price =
                self.nodes.at(literal.node).and_then(|price_function| price_function.price(rights));
            sum += price.map_or(Cost::INFINITE, |price| price.times(units.into()));
        }
        sum
    }
}
