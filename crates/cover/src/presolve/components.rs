//! Connected components, which are solved apart.

use crate::id::{NodeId, at, count, put};
use crate::presolve::subproblem::{Constraint, Literal, Subproblem};

const NONE: u32 = u32::MAX;

/// A connected piece, and which nodes of the whole its nodes were.
pub struct Component {
    pub subproblem: Subproblem,
    pub nodes: Vec<NodeId>,
}

/// The nodes without open constraints, and the connected components of the others, each by its
/// first node.
///
/// Exactness: a constraint lies within one component and a price with one node, so the cheapest
/// covers of the components make the cheapest cover of the whole.
pub fn connected_components(
    subproblem: &Subproblem,
    joined: &[(NodeId, NodeId)],
) -> (Vec<NodeId>, Vec<Component>) {
    let roots = roots(subproblem, joined);
    let mut open = subproblem.constrained_nodes();
    for (a, b) in joined {
        put(&mut open, *a, true);
        put(&mut open, *b, true);
    }
    let mut all: Vec<Component> = Vec::new();
    let mut isolated = Vec::new();
    // For each root the number of its component, for each node its place in the component.
    let mut component_of = vec![NONE; subproblem.nodes.len()];
    let mut place_of = vec![NodeId(0); subproblem.nodes.len()];
    for (node, facts) in subproblem.nodes.entries() {
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
            component.nodes.push(node);
            put(&mut place_of, node, component.subproblem.nodes.push(*facts));
        }
    }
    for Constraint { requirement, literals, .. } in subproblem.constraints.iter() {
        let root = literals.first().map_or(NodeId(0), |literal| at(&roots, literal.node));
        if let Some(component) = all.get_mut(at(&component_of, root) as usize) {
            component.subproblem.constraints.push(
                requirement,
                literals
                    .iter()
                    .map(|literal| Literal { node: at(&place_of, literal.node), ..*literal }),
            );
        }
    }
    (isolated, all)
}

/// For each node one that stands for all that it is connected with.
fn roots(subproblem: &Subproblem, joined: &[(NodeId, NodeId)]) -> Vec<NodeId> {
    let mut parent: Vec<NodeId> = subproblem.nodes.ids().collect();
    for Constraint { literals, .. } in subproblem.constraints.iter() {
        for pair in literals.windows(2) {
            if let [a, b] = pair {
                join(&mut parent, a.node, b.node);
            }
        }
    }
    joined.iter().for_each(|(a, b)| join(&mut parent, *a, *b));
    subproblem.nodes.ids().map(|node| root(&mut parent, node)).collect()
}

fn join(parent: &mut [NodeId], a: NodeId, b: NodeId) {
    let (a, b) = (root(parent, a), root(parent, b));
    put(parent, a.max(b), a.min(b));
}

fn root(parent: &mut [NodeId], mut node: NodeId) -> NodeId {
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

    #[track_caller]
    fn case(constraints: &[&[u32]], joined: &[(u32, u32)], isolated: &[u32], all: &[&[u32]]) {
        let joined: Vec<(NodeId, NodeId)> =
            joined.iter().map(|(a, b)| (NodeId(*a), NodeId(*b))).collect();
        let (without, components) =
            connected_components(&Subproblem::of_units(6, constraints), &joined);
        let numbers = |nodes: &[NodeId]| nodes.iter().map(|node| node.0).collect::<Vec<u32>>();
        assert_eq!(numbers(&without), isolated);
        let components: Vec<Vec<u32>> =
            components.iter().map(|component| numbers(&component.nodes)).collect();
        assert_eq!(components, all);
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
        let (_, all) = connected_components(&Subproblem::of_units(6, &[&[2, 5]]), &[]);
        let literals = all[0].subproblem.constraints.all_literals().iter();
        assert_eq!(literals.map(|literal| literal.node.0).collect::<Vec<u32>>(), [0, 1]);
    }
}
