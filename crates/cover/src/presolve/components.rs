//! Parts that have nothing to do with each other are solved apart.

use crate::id::{at, count, put};
use crate::presolve::subproblem::{Literal, Subproblem};

const NONE: u32 = u32::MAX;

/// A connected piece, and which nodes of the whole its nodes were.
pub struct Component {
    pub subproblem: Subproblem,
    pub nodes: Vec<u32>,
}

/// The nodes without open needs, and the connected pieces of the others, each by its first node.
///
/// Exactness: a need lies within one piece and a price with one node, so the cheapest covers of the
/// pieces make the cheapest cover of the whole.
pub fn connected_components(
    subproblem: &Subproblem,
    joined: &[(u32, u32)],
) -> (Vec<u32>, Vec<Component>) {
    let roots = roots(subproblem, joined);
    let mut open = vec![false; subproblem.nodes.len()];
    subproblem
        .constraints
        .all_literals()
        .iter()
        .for_each(|literal| put(&mut open, literal.holder, true));
    for (a, b) in joined {
        put(&mut open, *a, true);
        put(&mut open, *b, true);
    }
    let mut all: Vec<Component> = Vec::new();
    let mut isolated = Vec::new();
    // For each root the number of its piece, for each node its place in the piece.
    let mut component_of = vec![NONE; subproblem.nodes.len()];
    let mut place_of = vec![0_u32; subproblem.nodes.len()];
    for (node, facts) in (0_u32..).zip(&subproblem.nodes) {
        if !at(&open, node) {
            isolated.push(node);
            continue;
        }
        let root = at(&roots, node);
        if at(&component_of, root) == NONE {
            put(&mut component_of, root, count(&all));
            all.push(Component { subproblem: Subproblem::default(), nodes: Vec::new() });
        }
        if let Some(component) = all.get_mut(at(&component_of, root) as usize) {
            put(&mut place_of, node, count(&component.nodes));
            component.nodes.push(node);
            component.subproblem.nodes.push(*facts);
        }
    }
    for (id, literals) in subproblem.constraints.iter() {
        let root = literals.first().map_or(0, |literal| at(&roots, literal.holder));
        if let Some(component) = all.get_mut(at(&component_of, root) as usize) {
            component.subproblem.constraints.push(
                id,
                literals
                    .iter()
                    .map(|literal| Literal { holder: at(&place_of, literal.holder), ..*literal }),
            );
        }
    }
    (isolated, all)
}

/// For each node one that stands for all that it is connected with.
fn roots(subproblem: &Subproblem, joined: &[(u32, u32)]) -> Vec<u32> {
    let mut parent: Vec<u32> = (0..count(&subproblem.nodes)).collect();
    for (_, literals) in subproblem.constraints.iter() {
        for pair in literals.windows(2) {
            if let [a, b] = pair {
                join(&mut parent, a.holder, b.holder);
            }
        }
    }
    joined.iter().for_each(|(a, b)| join(&mut parent, *a, *b));
    (0..count(&parent)).map(|node| root(&mut parent, node)).collect()
}

fn join(parent: &mut [u32], a: u32, b: u32) {
    let (a, b) = (root(parent, a), root(parent, b));
    put(parent, a.max(b), a.min(b));
}

fn root(parent: &mut [u32], mut node: u32) -> u32 {
    while at(parent, node) != node {
        let above = at(parent, at(parent, node));
        put(parent, node, above);
        node = above;
    }
    node
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presolve::subproblem::{Constraints, Node};

    /// A part of these nodes alone.
    fn subproblem_of(nodes: u32, constraints: &[&[u32]]) -> Subproblem {
        let nodes = (0..nodes).map(|id| Node { id, units: 1, ..Node::default() }).collect();
        let mut subproblem = Subproblem { nodes, constraints: Constraints::default() };
        for (id, holders) in (0_u32..).zip(constraints) {
            subproblem
                .constraints
                .push(id, holders.iter().map(|holder| Literal { holder: *holder, right: 0 }));
        }
        subproblem
    }

    #[track_caller]
    fn case(constraints: &[&[u32]], joined: &[(u32, u32)], isolated: &[u32], all: &[&[u32]]) {
        let (without, found) = connected_components(&subproblem_of(6, constraints), joined);
        assert_eq!(without, isolated);
        let found: Vec<&[u32]> = found.iter().map(|component| component.nodes.as_slice()).collect();
        assert_eq!(found, all);
    }

    #[test]
    fn nodes_that_share_a_constraint_stay_together() {
        case(&[], &[], &[0, 1, 2, 3, 4, 5], &[]);
        case(&[&[0, 3], &[4, 1]], &[], &[2, 5], &[&[0, 3], &[1, 4]]);
        case(&[&[0, 3], &[4, 1], &[3, 5, 4]], &[], &[2], &[&[0, 1, 3, 4, 5]]);
        case(&[&[0, 3], &[4, 1]], &[(3, 4)], &[2, 5], &[&[0, 1, 3, 4]]);
    }

    #[test]
    fn constraints_are_renumbered_with_their_nodes() {
        let (_, all) = connected_components(&subproblem_of(6, &[&[2, 5]]), &[]);
        let literals: Vec<u32> = all[0]
            .subproblem
            .constraints
            .all_literals()
            .iter()
            .map(|literal| literal.holder)
            .collect();
        assert_eq!(literals, [0, 1]);
    }
}
