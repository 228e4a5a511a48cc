//! Two sides for the nodes, so that as many constraints as possible lie between them.
//!
//! A minimum cut wants each constraint to join one node of either side. Constraints of two literals
//! decide first; among the alternatives of a larger constraint the busiest node is left out, for it
//! can be decided on for many constraints at once.

use crate::id::{ConstraintId, NodeId, at, count, edit, put};
use crate::presolve::subproblem::{Constraint, Literal, Subproblem};
use std::collections::VecDeque;

/// A side of the cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Not decided yet.
    #[default]
    Undecided,
    /// Takes in flow.
    Left,
    /// Passes flow on.
    Right,
}

impl Side {
    const fn other(self) -> Self {
        match self {
            Self::Undecided => Self::Undecided,
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Side of each node, and the number of constraints that name it.
pub struct Bipartition {
    sides: Vec<Side>,
    degree: Vec<u32>,
}

impl Bipartition {
    /// Chooses the sides of a subproblem; the first node of each connected piece is on the left.
    pub fn of(subproblem: &Subproblem) -> Self {
        let incidence = Incidence::of(subproblem);
        let mut colouring = Colouring {
            subproblem,
            bipartition: Self {
                sides: vec![Side::Undecided; subproblem.nodes.len()],
                degree: incidence.degrees(),
            },
            incidence,
            sure: Vec::new(),
            later: VecDeque::new(),
        };
        for node in subproblem.nodes.ids() {
            colouring.set(node, Side::Left);
            colouring.spread();
        }
        colouring.bipartition
    }

    /// The side of a node.
    pub fn side(&self, node: NodeId) -> Side {
        at(&self.sides, node)
    }

    /// The literals of a constraint that a cut joins, the least busy of either side.
    pub fn ends(&self, literals: &[Literal]) -> (Option<Literal>, Option<Literal>) {
        let least_busy = |side: Side| {
            let on_side =
                literals.iter().copied().filter(|literal| self.side(literal.node) == side);
            on_side.min_by_key(|literal| (at(&self.degree, literal.node), *literal))
        };
        (least_busy(Side::Left), least_busy(Side::Right))
    }
}

/// By node: the constraints that name it.
struct Incidence {
    first: Vec<u32>,
    constraints: Vec<ConstraintId>,
}

impl Incidence {
    fn of(subproblem: &Subproblem) -> Self {
        let mut first = vec![0_u32; subproblem.nodes.len() + 1];
        for literal in subproblem.constraints.all_literals() {
            edit(&mut first, literal.node.0 + 1, |count| count + 1);
        }
        for node in 0..count(&subproblem.nodes) {
            let before = at(&first, node);
            edit(&mut first, node + 1, |count| count + before);
        }
        let mut next = first.clone();
        let mut constraints = vec![ConstraintId(0); subproblem.constraints.all_literals().len()];
        for Constraint { id: constraint, literals, .. } in subproblem.constraints.iter() {
            for literal in literals {
                put(&mut constraints, at(&next, literal.node), constraint);
                edit(&mut next, literal.node, |place| place + 1);
            }
        }
        Self { first, constraints }
    }

    fn degrees(&self) -> Vec<u32> {
        self.first.windows(2).map(|pair| if let [a, b] = pair { b - a } else { 0 }).collect()
    }
}

/// Sides in the making.
struct Colouring<'a> {
    subproblem: &'a Subproblem,
    bipartition: Bipartition,
    incidence: Incidence,
    sure: Vec<NodeId>,
    later: VecDeque<ConstraintId>,
}

impl Colouring<'_> {
    /// Puts a node on a side if it is on none.
    fn set(&mut self, node: NodeId, side: Side) {
        if self.bipartition.side(node) == Side::Undecided && side != Side::Undecided {
            put(&mut self.bipartition.sides, node, side);
            self.sure.push(node);
        }
    }

    /// Puts what is connected with the nodes just set on sides, through constraints of two
    /// alternatives first.
    fn spread(&mut self) {
        loop {
            while let Some(node) = self.sure.pop() {
                self.spread_from(node);
            }
            let Some(constraint) = self.later.pop_front() else { return };
            self.place(constraint);
        }
    }

    fn spread_from(&mut self, node: NodeId) {
        let other = self.bipartition.side(node).other();
        for place in at(&self.incidence.first, node)..at(&self.incidence.first, node.0 + 1) {
            let constraint = at(&self.incidence.constraints, place);
            if let [a, b] = self.subproblem.constraints.literals(constraint) {
                self.set(a.node, other);
                self.set(b.node, other);
            } else {
                self.later.push_back(constraint);
            }
        }
    }

    /// Places nodes of a larger constraint of which at least one has its side: the two least busy
    /// ones face each other. The others are left to their own constraints, which know better.
    fn place(&mut self, constraint: ConstraintId) {
        let degree = |literal: &Literal| (at(&self.bipartition.degree, literal.node), literal.node);
        let mut nodes: Vec<(u32, NodeId)> =
            self.subproblem.constraints.literals(constraint).iter().map(degree).collect();
        nodes.sort_unstable();
        let nodes: Vec<NodeId> = nodes.into_iter().map(|(_, node)| node).collect();
        let [first, second, rest @ ..] = nodes.as_slice() else { return };
        if self.bipartition.side(*first) == Side::Undecided
            && self.bipartition.side(*second) == Side::Undecided
        {
            let known = rest
                .iter()
                .map(|node| self.bipartition.side(*node))
                .find(|side| *side != Side::Undecided);
            self.set(*second, known.unwrap_or_default());
        }
        self.set(*first, self.bipartition.side(*second).other());
        self.set(*second, self.bipartition.side(*first).other());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the ends of the last constraint.
    #[track_caller]
    fn case(constraints: &[&[u32]], left: Option<u32>, right: Option<u32>) {
        let subproblem = Subproblem::of_units(6, constraints);
        let last = subproblem.constraints.iter().last().unwrap();
        let (found_left, found_right) = Bipartition::of(&subproblem).ends(last.literals);
        let node = |literal: Option<Literal>| literal.map(|literal| literal.node.0);
        assert_eq!((node(found_left), node(found_right)), (left, right));
    }

    #[test]
    fn constraints_of_two_join_the_sides() {
        case(&[&[0, 1]], Some(0), Some(1));
        case(&[&[0, 1], &[1, 2]], Some(2), Some(1));
    }

    #[test]
    fn an_odd_ring_leaves_one_constraint_with_one_end() {
        case(&[&[0, 1], &[0, 2], &[1, 2]], None, Some(1));
    }

    #[test]
    fn the_busiest_of_three_is_left_out() {
        case(&[&[0, 4], &[1, 4], &[2, 4], &[0, 3, 4]], Some(0), Some(3));
        case(&[&[4, 0], &[4, 1], &[2, 3, 4]], Some(2), Some(3));
    }
}
