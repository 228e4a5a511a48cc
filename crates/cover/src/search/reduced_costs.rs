//! Reduced costs of literals: what a cover pays beyond the bound if the literal holds.

use crate::cost::Cost;
use crate::id::{HolderId, NodeId, at, put};
use crate::presolve::subproblem::Literal;
use crate::rights::Right;
use crate::search::relaxer::{Relaxation, Relaxer};

/// Reduced costs at the root, for whoever compares several relaxations.
#[derive(Default)]
pub struct ReducedCosts {
    /// Bound on every cover.
    pub base_bound: Cost,
    /// Reduced cost of each right of a holder.
    pub of_rights: Vec<RightCost>,
}

/// Reduced cost of a right of a holder.
#[derive(Clone, Copy, Debug)]
pub struct RightCost {
    /// Holder of the problem.
    pub holder: HolderId,
    /// Right that it has.
    pub right: Right,
    /// Least cost beyond the bound of every cover in which it has the right.
    pub cost: Cost,
}

impl ReducedCosts {
    /// Adds the reduced costs of all literals of a component.
    pub fn add(&mut self, relaxer: &Relaxer<'_>, relaxation: &Relaxation) {
        let slack = Slack::of(relaxation, |_| true);
        let mut literals = relaxation.subproblem.constraints.all_literals().to_vec();
        literals.sort_unstable();
        literals.dedup();
        for literal in literals {
            let holder = relaxation.subproblem.node(literal.node).holder;
            let cost = slack.reduced_cost(relaxer, relaxation, literal);
            let cost = cost.unwrap_or(Cost::INFINITE);
            self.of_rights.push(RightCost { holder, right: literal.right, cost });
        }
    }
}

/// Charge on a constraint, seen from one of its literals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Charge {
    literal: Literal,
    amount: Cost,
}

/// Charges of some nodes, by node: what they leave of a price is its slack.
#[derive(Default)]
pub struct Slack {
    charges: Vec<Charge>,
}

impl Slack {
    /// The charges of the nodes outside the cut.
    pub fn outside(relaxation: &Relaxation) -> Self {
        let mut outside = vec![false; relaxation.subproblem.nodes.len()];
        for alternative in relaxation.min_cut.relaxed_alternatives() {
            put(&mut outside, alternative.literal.node, true);
        }
        Self::of(relaxation, |node| at(&outside, node))
    }

    /// The charges of the nodes that are wanted.
    pub fn of(relaxation: &Relaxation, wanted: impl Fn(NodeId) -> bool) -> Self {
        let mut charges = Vec::new();
        let constraints = relaxation.subproblem.constraints.iter();
        for (constraint, amount) in constraints.zip(&relaxation.min_cut.charges) {
            let literals = constraint.literals.iter();
            let concerned = literals.filter(|literal| amount.is_positive() && wanted(literal.node));
            charges.extend(concerned.map(|literal| Charge { literal: *literal, amount: *amount }));
        }
        charges.sort_unstable();
        Self { charges }
    }

    /// Returns what the charges leave of the cheapest option by which a literal holds; nothing if
    /// it never does.
    pub fn reduced_cost(
        &self,
        relaxer: &Relaxer<'_>,
        relaxation: &Relaxation,
        literal: Literal,
    ) -> Option<Cost> {
        let units = relaxation.subproblem.node(literal.node).units;
        let charges = self.charges(literal.node);
        let options = relaxer.function_of(relaxation, literal).options.iter();
        let granting = options.filter(|option| option.grants.has(literal.right));
        let slack = granting.map(|option| {
            let settled = charges.iter().filter(|charge| option.grants.has(charge.literal.right));
            let charged: Cost = settled.map(|charge| charge.amount).sum();
            option.price.times(units.into()) - charged
        });
        slack.min()
    }

    fn charges(&self, node: NodeId) -> &[Charge] {
        let start = self.charges.partition_point(|charge| charge.literal.node < node);
        let end = self.charges.partition_point(|charge| charge.literal.node <= node);
        self.charges.get(start..end).unwrap_or_default()
    }
}
