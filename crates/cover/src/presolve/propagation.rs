//! Propagation: what follows from the constraints without a choice.

use crate::id::{IdVec, NodeId, PriceFunctionId, at, edit};
use crate::presolve::subproblem::{Constraint, Constraints, Literal, Node, Subproblem};
use crate::pricing::price_functions::PriceFunctions;
use crate::rights::Rights;

/// A subproblem in which nothing more follows, and the price function of each node.
pub struct Propagated {
    pub subproblem: Subproblem,
    pub price_functions: IdVec<NodeId, PriceFunctionId>,
}

/// The subproblem has no cover.
#[derive(Debug, PartialEq, Eq)]
pub struct Infeasible;

/// Draws conclusions until none is left.
///
/// Exactness: a constraint with one alternative left makes that holder have the right; a constraint
/// is met by a right that its holder must have, or that every bundle worth having grants; an
/// alternative falls away when no bundle grants its right together with those that the holder must
/// have. None of it rules out the cheapest cover.
pub fn propagate(
    mut subproblem: Subproblem,
    price_functions: &mut PriceFunctions<'_>,
) -> Result<Propagated, Infeasible> {
    loop {
        let domains = Domains::of(&subproblem, price_functions)?;
        if !pass(&mut subproblem, &domains)? {
            return Ok(Propagated { subproblem, price_functions: domains.price_functions });
        }
    }
}

/// Domain of each node: the rights that it can have, and those that it has for nothing.
struct Domains {
    price_functions: IdVec<NodeId, PriceFunctionId>,
    available: Vec<Rights>,
    free: Vec<Rights>,
}

impl Domains {
    fn of(
        subproblem: &Subproblem,
        price_functions: &mut PriceFunctions<'_>,
    ) -> Result<Self, Infeasible> {
        let mut asked = vec![Rights::NONE; subproblem.nodes.len()];
        for literal in subproblem.constraints.all_literals() {
            edit(&mut asked, literal.node, |asked: Rights| asked.with(Rights::of(literal.right)));
        }
        let mut domains =
            Self { price_functions: IdVec::default(), available: Vec::new(), free: Vec::new() };
        for (node, asked) in subproblem.nodes.iter().zip(asked) {
            let number = price_functions.find(node.menu, node.required, asked).ok_or(Infeasible)?;
            let price_function = price_functions.get(number);
            let _ = domains.price_functions.push(number);
            domains.available.push(price_function.available.with(node.required));
            domains.free.push(price_function.free.with(node.required));
        }
        Ok(domains)
    }
}

/// Rewrites the constraints once; says whether that changed anything.
fn pass(subproblem: &mut Subproblem, domains: &Domains) -> Result<bool, Infeasible> {
    let Subproblem { nodes, constraints } = subproblem;
    let is_met = |literal: &Literal| at(&domains.free, literal.node).has(literal.right);
    let is_possible = |literal: &Literal| at(&domains.available, literal.node).has(literal.right);
    let unchanged = |literals: &[Literal]| {
        literals.len() > 1
            && literals.iter().all(|literal| is_possible(literal) && !is_met(literal))
    };
    if constraints.iter().all(|Constraint { literals, .. }| unchanged(literals)) {
        return Ok(false);
    }
    for (node, free) in nodes.iter_mut().zip(&domains.free) {
        node.required = *free;
    }
    let mut left = Constraints::default();
    for Constraint { requirement, literals, .. } in
        constraints.iter().filter(|Constraint { literals, .. }| !literals.iter().any(is_met))
    {
        let mut open = literals.iter().copied().filter(is_possible);
        match (open.next(), open.next()) {
            (None, _) => return Err(Infeasible),
            (Some(only), None) => force(nodes, only),
            (Some(first), Some(second)) => {
                left.push(requirement, [first, second].into_iter().chain(open))
            }
        }
    }
    *constraints = left;
    Ok(true)
}

fn force(nodes: &mut IdVec<NodeId, Node>, literal: Literal) {
    if let Some(node) = nodes.at_mut(literal.node) {
        node.required = node.required.with(Rights::of(literal.right));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::HolderId;
    use crate::pricing::bundle_prices::Prices;
    use crate::problem::Problem;

    /// Three holders of one unit; bundles grant 1 for 10, 2 for 10, both for 15. Says what is left
    /// and what is forced.
    #[track_caller]
    fn case(constraints: &[(u8, &[u32])], left: usize, required: [u128; 3]) {
        let mut problem = Problem::new();
        let bundles = [(1, 10), (2, 10), (3, 15)].map(|(grants, price)| {
            let item = problem.item(price, 0, 0);
            problem.bundle(&[item], Rights::from_bits(grants))
        });
        let menu = problem.menu(&bundles);
        for _ in 0..3 {
            let _ = problem.holder(1, menu);
        }
        for (right, holders) in constraints {
            let holders: Vec<HolderId> = holders.iter().copied().map(HolderId).collect();
            let _ = problem.require(*right, &holders);
        }
        let mut price_functions = PriceFunctions::new(&problem, Prices::of(&problem));
        let propagated = propagate(Subproblem::whole(&problem), &mut price_functions).unwrap();
        assert_eq!(propagated.subproblem.constraints.len(), left);
        let forced: Vec<u128> =
            propagated.subproblem.nodes.iter().map(|node| node.required.bits()).collect();
        assert_eq!(forced, required);
    }

    #[test]
    fn what_follows_is_drawn_to_the_end() {
        case(&[(0, &[0])], 0, [1, 0, 0]);
        case(&[(0, &[0]), (0, &[0, 1])], 0, [1, 0, 0]);
        case(&[(0, &[0, 1]), (0, &[1, 0])], 1, [0, 0, 0]);
        case(&[(0, &[0, 1]), (0, &[0, 1, 2])], 1, [0, 0, 0]);
        case(&[(0, &[0, 1]), (1, &[0, 1, 2])], 2, [0, 0, 0]);
        case(&[(0, &[0]), (1, &[0]), (1, &[1, 0]), (0, &[1, 2])], 1, [3, 0, 0]);
    }
}
