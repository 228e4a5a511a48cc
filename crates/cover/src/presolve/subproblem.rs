//! Subproblem: nodes, and the constraints that are still open between them.

use crate::id::{
    ConstraintId, HolderId, Id, IdVec, MenuId, NodeId, Place, RequirementId, count, put,
};
use crate::problem::Problem;
use crate::rights::{Right, Rights};

/// One way to satisfy a constraint: a node has a right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Literal {
    /// Node that has the right.
    pub node: NodeId,
    /// Right that it has.
    pub right: Right,
}

/// Constraint: one of its literals must hold.
#[derive(Clone, Copy, Debug)]
pub struct Constraint<'a> {
    /// Place among the constraints of the subproblem.
    pub id: ConstraintId,
    /// Requirement of the problem that it stands for.
    pub requirement: RequirementId,
    /// Literals in ascending order.
    pub literals: &'a [Literal],
}

/// Constraints in a row.
#[derive(Clone, Debug, Default)]
pub struct Constraints {
    requirements: IdVec<ConstraintId, RequirementId>,
    ends: Vec<u32>,
    literals: Vec<Literal>,
}

impl Constraints {
    /// Adds a constraint.
    pub fn push(
        &mut self,
        requirement: RequirementId,
        literals: impl IntoIterator<Item = Literal>,
    ) {
        self.literals.extend(literals);
        let _ = self.requirements.push(requirement);
        self.ends.push(count(&self.literals));
    }

    /// Iterates over the constraints in order.
    pub fn iter(&self) -> impl Iterator<Item = Constraint<'_>> + Clone {
        let mut start = 0;
        self.requirements.entries().zip(&self.ends).map(move |((id, requirement), end)| {
            let literals = self.literals.get(start as usize..*end as usize).unwrap_or_default();
            start = *end;
            Constraint { id, requirement: *requirement, literals }
        })
    }

    /// Returns the literals of one constraint.
    pub fn literals(&self, id: ConstraintId) -> &[Literal] {
        let end = |index: usize| self.ends.get(index).map_or(0, |end| *end as usize);
        let start = id.index().checked_sub(1).map_or(0, end);
        self.literals.get(start..end(id.index())).unwrap_or_default()
    }

    /// Returns the requirement that a constraint stands for.
    pub fn requirement(&self, id: ConstraintId) -> RequirementId {
        self.requirements.at(id).copied().unwrap_or_default()
    }

    /// Returns all literals of all constraints.
    pub fn all_literals(&self) -> &[Literal] {
        &self.literals
    }

    /// Returns the number of constraints.
    pub fn len(&self) -> usize {
        self.requirements.len()
    }
}

/// Holder in a subproblem.
#[derive(Clone, Copy, Debug, Default)]
pub struct Node {
    /// Holder of the problem.
    pub holder: HolderId,
    /// Number of its units.
    pub units: u32,
    /// Menu that it chooses from.
    pub menu: MenuId,
    /// Rights that it must have.
    pub required: Rights,
}

/// Nodes and the constraints that are open between them.
#[derive(Clone, Debug, Default)]
pub struct Subproblem {
    /// Nodes in the order of their holders.
    pub nodes: IdVec<NodeId, Node>,
    /// Constraints, each with two literals or more once nothing more propagates.
    pub constraints: Constraints,
}

impl Subproblem {
    /// The whole problem, each constraint once.
    ///
    /// Exactness: a requirement said twice asks nothing more, nor does one whose alternatives
    /// include all those of another for the same right, for whatever meets the other meets it too.
    pub fn whole(problem: &Problem) -> Self {
        let nodes = problem.holders.entries().map(|(id, holder)| Node {
            holder: id,
            units: holder.count,
            menu: holder.menu,
            required: Rights::NONE,
        });
        Self { nodes: nodes.collect(), constraints: constraints(problem) }
    }

    /// Returns the node of an id.
    pub fn node(&self, id: NodeId) -> Node {
        self.nodes.at(id).copied().unwrap_or_default()
    }

    /// Returns the node of a holder, if the holder is in the subproblem.
    pub fn node_of(&self, holder: HolderId) -> Option<NodeId> {
        self.nodes.binary_search_by_key(&holder, |node| node.holder).ok().map(NodeId::of_index)
    }

    /// The subproblem in which a literal holds.
    pub fn with(mut self, literal: Literal) -> Self {
        if let Some(node) = self.nodes.at_mut(literal.node) {
            node.required = node.required.with(Rights::of(literal.right));
        }
        self
    }

    /// Nodes that some constraint names: true for each of them.
    pub fn constrained_nodes(&self) -> Vec<bool> {
        let mut constrained = vec![false; self.nodes.len()];
        let literals = self.constraints.all_literals().iter();
        literals.for_each(|literal| put(&mut constrained, literal.node, true));
        constrained
    }

    /// The subproblem in which no constraint relies on these literals, which are in order.
    pub fn without(&self, literals: &[Literal]) -> Self {
        self.filtered(|_, literal| literals.binary_search(literal).is_err())
    }

    /// The subproblem in which constraints keep the literals that `keeps` accepts, given all
    /// literals of the constraint.
    pub fn filtered(&self, keeps: impl Fn(&[Literal], &Literal) -> bool) -> Self {
        let mut constraints = Constraints::default();
        for Constraint { requirement, literals, .. } in self.constraints.iter() {
            let remaining = literals.iter().copied().filter(|literal| keeps(literals, literal));
            constraints.push(requirement, remaining);
        }
        Self { nodes: self.nodes.clone(), constraints }
    }

    /// Adds the nodes and constraints of a subproblem that shares none with this one.
    pub fn append(&mut self, other: &Self) {
        let first = self.nodes.len();
        for node in &other.nodes {
            let _ = self.nodes.push(*node);
        }
        for Constraint { requirement, literals, .. } in other.constraints.iter() {
            let moved = literals.iter().map(|literal| Literal {
                node: NodeId::of_index(first + literal.node.index()),
                ..*literal
            });
            self.constraints.push(requirement, moved);
        }
    }
}

#[cfg(test)]
impl Subproblem {
    /// Nodes of one unit, and constraints for one right between them: for tests.
    pub fn of_units(nodes: u32, constraints: &[&[u32]]) -> Self {
        let nodes = (0..nodes).map(|id| Node { holder: HolderId(id), units: 1, ..Node::default() });
        let mut subproblem = Self { nodes: nodes.collect(), constraints: Constraints::default() };
        for (id, nodes) in (0_u32..).zip(constraints) {
            let literals = nodes.iter().map(|node| Literal { node: NodeId(*node), right: 0 });
            subproblem.constraints.push(RequirementId(id), literals);
        }
        subproblem
    }
}

/// The constraints of a problem in an order that does not depend on that of the requirements.
fn constraints(problem: &Problem) -> Constraints {
    let mut all = Constraints::default();
    for (id, requirement) in problem.entries_of_requirements() {
        // Alternatives stand in ascending order, each once.
        let nodes = requirement.alternatives.iter().map(|holder| NodeId(holder.0));
        all.push(id, nodes.map(|node| Literal { node, right: requirement.right }));
    }
    let mut order: Vec<Row<'_>> = all
        .iter()
        .map(|Constraint { requirement, literals, .. }| Row {
            key: key(literals),
            literals,
            requirement,
        })
        .collect();
    order.sort_unstable();
    order.dedup_by_key(|row| row.literals);
    let known =
        |literals: &[Literal]| order.binary_search_by_key(&key(literals), |row| row.key).is_ok();
    let mut reduced = Constraints::default();
    for row in &order {
        if !is_implied(row.literals, known) {
            reduced.push(row.requirement, row.literals.iter().copied());
        }
    }
    reduced
}

/// Constraint to be sorted; the key decides nearly always, and fast.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Row<'a> {
    key: u128,
    literals: &'a [Literal],
    requirement: RequirementId,
}

/// The first three literals of a constraint in one number, which no other constraint of up to three
/// literals has.
fn key(literals: &[Literal]) -> u128 {
    let node =
        |place: usize| literals.get(place).map_or(0, |literal| u128::from(literal.node.0) + 1);
    let right = literals.first().map_or(0, |literal| u128::from(literal.right));
    node(0) << 80 | node(1) << 46 | node(2) << 12 | right << 2 | u128::from(literals.len() > 3)
}

/// True if two of three or more literals are a constraint of their own.
fn is_implied(literals: &[Literal], known: impl Fn(&[Literal]) -> bool) -> bool {
    let pairs = || {
        let from = |place: usize| literals.iter().skip(place);
        (0..literals.len()).flat_map(move |place| {
            from(place).take(1).flat_map(move |a| from(place + 1).map(|b| [*a, *b]))
        })
    };
    literals.len() > 2 && pairs().any(|pair| known(&pair))
}
