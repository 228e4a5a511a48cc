//! Minimum cut of a component: its cheapest cover, or a bound and rights to round.
//!
//! Every layer of a price function is a vertex. On the left a vertex takes in flow up to the
//! layer's weight and is paid for when it falls on the sink's side of the cut; on the right it is
//! the other way round. A constraint is an arc from a right's vertex on the left to one on the
//! right: unless one of them is paid for, the cut would have to go through the arc. The flow
//! through the arc is what the constraint is charged, and by duality the charges add up to the
//! cost.
//!
//! A constraint with more than two literals gets an arc of finite capacity: each further
//! alternative, a *relaxed alternative*, lends capacity out of its own layers and never lends more
//! than they weigh. Whatever flows is then a set of charges that no bundle's price exceeds, which
//! bounds the cost of every cover; lending where it lets more flow raises the bound.

use crate::bound::bipartition::{Bipartition, Side};
use crate::bound::multipliers::{
    ConstraintArc, LayerVertex, Multipliers, RelaxedAlternative, Subgradient,
};
use crate::bound::network::{Builder, Network};
use crate::cost::Cost;
use crate::id::{ConstraintId, IdVec, NodeId, at};
use crate::presolve::subproblem::{Constraint, Literal, Subproblem};
use crate::pricing::layer_weights::Weights;
use crate::pricing::price_function::{Implication, PriceFunction};
use crate::rights::Rights;

/// Length of the first steps, as a multiple of what a straight road to the goal would take.
const LONGEST_STRIDE: i64 = 16;

/// Minimum cut of a subproblem: a bound, charges, and rights of its nodes.
pub struct MinCutRelaxation {
    /// Sum of the charges and the base: no cover of the subproblem costs less, its forced rights
    /// included.
    pub charged: Cost,
    /// Charge on each constraint; the charges and the base make the bound.
    pub charges: IdVec<ConstraintId, Cost>,
    base: Cost,
    pub network: Network,
    bipartition: Bipartition,
    first: IdVec<NodeId, u32>,
    pub constraint_arcs: IdVec<ConstraintId, ConstraintArc>,
    pub multipliers: Multipliers,
    stride: i64,
}

/// Subproblem with the prices of its nodes.
#[derive(Clone, Copy)]
pub struct PricedSubproblem<'a> {
    /// Subproblem to be cut.
    pub subproblem: &'a Subproblem,
    /// Price function of each node.
    pub functions: &'a IdVec<NodeId, &'a PriceFunction>,
    /// Weights of the layers of each node; the price function's own where there are none.
    pub weights: &'a IdVec<NodeId, Weights>,
}

/// Rounds of subgradient steps.
#[derive(Clone, Copy)]
pub struct Tightening {
    /// Number of rounds taken.
    pub rounds: u32,
    /// True if more rounds are of no use.
    pub has_ended: bool,
}

impl MinCutRelaxation {
    /// Cuts a subproblem whose nodes have these price functions and weights; the hints say what
    /// relaxed alternatives may lend to each constraint at first.
    pub fn new(priced: &PricedSubproblem<'_>, hints: &IdVec<ConstraintId, Cost>) -> Self {
        let PricedSubproblem { subproblem, functions: nodes, .. } = *priced;
        let bipartition = Bipartition::of(subproblem);
        let mut builder = Builder::default();
        let first = add_nodes(&mut builder, priced, &bipartition);
        let vertex = |literal: Literal| {
            at(&first, literal.node)
                + nodes.at(literal.node).map_or(0, |function| function.slot(literal.right))
        };
        let source = builder.vertex(Cost::INFINITE, Cost::ZERO);
        let sink = builder.vertex(Cost::ZERO, Cost::INFINITE);
        let (mut constraint_arcs, mut multipliers) = (IdVec::default(), Multipliers::default());
        for Constraint { id: constraint, literals, .. } in subproblem.constraints.iter() {
            let (left, right) = bipartition.ends(literals);
            let outside = literals
                .iter()
                .filter(|literal| Some(**literal) != left && Some(**literal) != right);
            let before = multipliers.relaxed_alternatives.len();
            multipliers.relaxed_alternatives.extend(outside.map(|literal| RelaxedAlternative {
                constraint,
                literal: *literal,
                multiplier: Cost::ZERO,
            }));
            let relaxed_alternatives = (multipliers.relaxed_alternatives.len() - before) as u32;
            let (tail, head) = (left.map_or(source, vertex), right.map_or(sink, vertex));
            let capacity = if relaxed_alternatives == 0 { Cost::INFINITE } else { Cost::ZERO };
            let _ = constraint_arcs.push(ConstraintArc {
                arc: builder.arc(tail, head, capacity),
                tail,
                head,
                relaxed_alternatives,
            });
        }
        let base = subproblem
            .nodes
            .iter()
            .zip(nodes)
            .map(|(node, price_function)| price_function.base.times(node.units.into()))
            .sum();
        let mut network = builder.build();
        let layers = LayerVertices { nodes, first: &first, bipartition: &bipartition };
        add_pools(&mut multipliers, &mut network, &layers, hints);
        multipliers.set_capacities(&mut network, &constraint_arcs);
        let charged = base + network.maximise();
        let charges =
            constraint_arcs.iter().map(|link: &ConstraintArc| network.flow(link.arc)).collect();
        Self {
            charged,
            charges,
            base,
            network,
            bipartition,
            first,
            constraint_arcs,
            multipliers,
            stride: LONGEST_STRIDE,
        }
    }

    /// Shifts what is lent for some rounds, to raise the bound towards a goal; says how many it
    /// took, and whether more are of any use.
    pub fn tighten(&mut self, goal: Cost, rounds: u32) -> Tightening {
        if self.multipliers.relaxed_alternatives.is_empty() {
            return Tightening { rounds: 0, has_ended: true };
        }
        let mut before = self.network.value();
        let mut idle = 0;
        for round in 1..=rounds {
            let subgradient = Subgradient::of(&self.network, &self.constraint_arcs);
            let gradient_norm = self.multipliers.gradient_norm(&self.network, &subgradient);
            let missing = (goal - self.base - before).money;
            let ahead = missing.min(before.money / 32 + 1);
            let step = ahead.saturating_mul(2 * self.stride) / gradient_norm.max(1);
            if gradient_norm == 0 || step <= 0 {
                return Tightening { rounds: round, has_ended: true };
            }
            self.multipliers.take_step(&mut self.network, &subgradient, step);
            self.multipliers.set_capacities(&mut self.network, &self.constraint_arcs);
            let flow = self.network.maximise();
            self.keep(flow);
            idle = if flow == before { idle + 1 } else { 0 };
            if self.charged >= goal || (idle >= 3 && self.stride == 1) {
                return Tightening { rounds: round, has_ended: true };
            }
            if flow <= before {
                self.stride = (self.stride / 4).max(1);
            } else if ahead == missing && (flow - before).money < missing / 4 {
                self.stride = (self.stride * 2).min(64 * LONGEST_STRIDE);
            }
            before = flow;
        }
        Tightening { rounds, has_ended: false }
    }

    /// Keeps the charges of a flow if they make the best bound so far.
    fn keep(&mut self, flow: Cost) {
        if self.base + flow > self.charged {
            self.charged = self.base + flow;
            let flows = self.constraint_arcs.iter().map(|link| self.network.flow(link.arc));
            self.charges = flows.collect();
        }
    }

    /// Sets how far the next steps go, as a multiple of what a straight road to the goal would
    /// take.
    pub fn set_stride(&mut self, stride: i64) {
        self.stride = stride;
    }

    /// Tells for each constraint whether every minimum cut leaves it to its relaxed alternatives.
    pub fn left_to_alternatives(&self) -> IdVec<ConstraintId, bool> {
        let subgradient = Subgradient::of(&self.network, &self.constraint_arcs);
        self.constraint_arcs
            .iter()
            .zip(subgradient.components())
            .map(|(constraint_arc, subgradient)| {
                constraint_arc.relaxed_alternatives > 0 && *subgradient == 2
            })
            .collect()
    }

    /// The alternatives that lie outside the cut, each with its constraint's place.
    pub fn relaxed_alternatives(&self) -> &[RelaxedAlternative] {
        &self.multipliers.relaxed_alternatives
    }

    /// True if the cut leaves a constraint unmet unless a relaxed alternative meets it.
    pub fn is_unmet(&self, constraint: ConstraintId) -> bool {
        let constraint_arc = self
            .constraint_arcs
            .at(constraint)
            .filter(|constraint_arc| constraint_arc.relaxed_alternatives > 0);
        constraint_arc.is_some_and(|constraint_arc| {
            !self.network.reaches_sink(constraint_arc.tail)
                && self.network.reaches_sink(constraint_arc.head)
        })
    }

    /// The rights of each node on the paid side of the cut, with those it must have.
    pub fn targets(
        &self,
        subproblem: &Subproblem,
        nodes: &IdVec<NodeId, &PriceFunction>,
    ) -> IdVec<NodeId, Rights> {
        let bought = nodes.entries().map(|(id, function)| self.bought(id, function, Side::Right));
        let targets = subproblem.nodes.iter().zip(bought);
        targets.map(|(node, bought)| node.required.with(bought)).collect()
    }

    /// The rights of a node that one of two minimum cuts pays for: the one nearest the source, on
    /// the left, or the sink.
    pub fn bought(&self, node: NodeId, price_function: &PriceFunction, nearest: Side) -> Rights {
        let left = self.bipartition.side(node) == Side::Left;
        let beyond = |vertex: u32| match nearest {
            Side::Left => !self.network.is_reached(vertex),
            _ => self.network.reaches_sink(vertex),
        };
        let rights = price_function.available.without(price_function.free).iter();
        rights
            .filter(|right| beyond(at(&self.first, node) + price_function.slot(*right)) == left)
            .collect()
    }

    /// True if every cover in which a relaxed alternative's holder does not have its right costs at
    /// least the limit.
    pub fn is_forced(
        &mut self,
        literal: Literal,
        price_function: &PriceFunction,
        limit: Cost,
    ) -> bool {
        let Self { network, first, constraint_arcs, multipliers, bipartition, base, .. } = self;
        let vertex = at(first, literal.node) + price_function.slot(literal.right);
        network.attempt(|network| {
            if bipartition.side(literal.node) == Side::Left {
                network.set_supply(vertex, Cost::INFINITE);
            } else {
                network.set_demand(vertex, Cost::INFINITE);
            }
            for alternative in multipliers
                .relaxed_alternatives
                .iter()
                .filter(|alternative| alternative.literal == literal)
            {
                if let Some(constraint_arc) = constraint_arcs
                    .at(alternative.constraint)
                    .filter(|constraint_arc| constraint_arc.relaxed_alternatives == 1)
                {
                    network.set_capacity(constraint_arc.arc, Cost::INFINITE);
                }
            }
            *base + network.maximise_to(limit - *base) >= limit
        })
    }
}

/// Adds the vertices of every node; gives the first vertex of each.
fn add_nodes(
    builder: &mut Builder,
    priced: &PricedSubproblem<'_>,
    bipartition: &Bipartition,
) -> IdVec<NodeId, u32> {
    let PricedSubproblem { subproblem, functions, weights } = priced;
    let mut first = IdVec::default();
    let mut next = 0;
    for ((id, node), price_function) in subproblem.nodes.entries().zip(*functions) {
        let left = bipartition.side(id) == Side::Left;
        let _ = first.push(next);
        for vertex in 0..price_function.vertices() {
            let fitted =
                weights.at(id).and_then(|weights| weights.layers.get(vertex as usize)).copied();
            let weight = fitted
                .or_else(|| price_function.layers.get(vertex as usize).map(|layer| layer.weight));
            let weight = weight.unwrap_or_default().times(node.units.into());
            let (supply, demand) = if left { (weight, Cost::ZERO) } else { (Cost::ZERO, weight) };
            let _ = builder.vertex(supply, demand);
        }
        for Implication { vertex, needed } in price_function.implications() {
            let (tail, head) = if left { (needed, vertex) } else { (vertex, needed) };
            let _ = builder.arc(next + tail, next + head, Cost::INFINITE);
        }
        next += price_function.vertices();
    }
    first
}

/// Vertices of the cost layers of every node.
struct LayerVertices<'a> {
    nodes: &'a IdVec<NodeId, &'a PriceFunction>,
    first: &'a IdVec<NodeId, u32>,
    bipartition: &'a Bipartition,
}

/// Opens a pool for each layer that a relaxed alternative's right pays for.
fn add_pools(
    multipliers: &mut Multipliers,
    network: &mut Network,
    layers: &LayerVertices<'_>,
    hints: &[Cost],
) {
    let mut order: Vec<(Literal, u32)> = (0_u32..)
        .zip(&multipliers.relaxed_alternatives)
        .map(|(place, alternative)| (alternative.literal, place))
        .collect();
    order.sort_unstable();
    for group in order.chunk_by(|(a, _), (b, _)| a.node == b.node) {
        let Some((Literal { node, .. }, _)) = group.first().copied() else { continue };
        let left = layers.bipartition.side(node) == Side::Left;
        let cost_layers = layers.nodes.at(node).map(|function| function.layers.as_slice());
        let vertices = at(layers.first, node)..;
        for (vertex, layer) in vertices.zip(cost_layers.unwrap_or_default()) {
            let takers = group
                .iter()
                .filter(|(literal, _)| layer.rights.has(literal.right))
                .map(|(_, alternative)| *alternative);
            multipliers.add_pool(network, LayerVertex { vertex, left }, takers, hints);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::HolderId;
    use crate::presolve::propagation::{Propagated, propagate};
    use crate::pricing::bundle_prices::Prices;
    use crate::pricing::price_functions::PriceFunctions;
    use crate::problem::Problem;

    /// One unit of each holder; a bundle grants right 0 for its price. Gives the bound after
    /// pressing, and what a cover without each relaxed alternative costs at least.
    #[track_caller]
    fn case<const N: usize>(
        prices: &[i64],
        constraints: &[&[u32]],
        bound: i64,
        without: [(u32, i64); N],
    ) {
        let mut problem = Problem::new();
        for price in prices {
            let item = problem.item(*price, 0, 0);
            let bundle = problem.bundle(&[item], Rights::of(0));
            let menu = problem.menu(&[bundle]);
            let _ = problem.holder(1, menu);
        }
        for holders in constraints {
            let holders: Vec<HolderId> = holders.iter().copied().map(HolderId).collect();
            let _ = problem.require(0, &holders);
        }
        let mut price_functions = PriceFunctions::new(&problem, Prices::of(&problem));
        let Propagated { subproblem, price_functions: numbers } =
            propagate(Subproblem::whole(&problem), &mut price_functions).unwrap();
        let nodes: IdVec<NodeId, &PriceFunction> =
            numbers.iter().map(|id| price_functions.get(*id)).collect();
        let (weights, hints) = (IdVec::default(), IdVec::default());
        let (subproblem, functions, weights) = (&subproblem, &nodes, &weights);
        let priced = PricedSubproblem { subproblem, functions, weights };
        let mut relaxed = MinCutRelaxation::new(&priced, &hints);
        let _ = relaxed.tighten(Cost::new(1_000, 0), 40);
        assert_eq!(relaxed.charged.money, bound);
        assert_eq!(relaxed.charges.iter().map(|charge| charge.money).sum::<i64>(), bound);
        let mut relaxed_alternatives: Vec<Literal> =
            relaxed.relaxed_alternatives().iter().map(|alternative| alternative.literal).collect();
        relaxed_alternatives.sort_unstable();
        relaxed_alternatives.dedup();
        assert_eq!(
            relaxed_alternatives.iter().map(|literal| literal.node.0).collect::<Vec<_>>(),
            without.map(|(holder, _)| holder)
        );
        for (literal, (_, cost)) in relaxed_alternatives.iter().zip(without) {
            let mut needed = |limit: i64| {
                relaxed.is_forced(*literal, nodes.at(literal.node).unwrap(), Cost::new(limit, 0))
            };
            assert!(needed(cost) && !needed(cost + 1) && needed(cost));
        }
    }

    #[test]
    fn a_cut_of_two_sides_relaxes_no_alternative() {
        case(&[10, 10, 15], &[&[0, 2], &[1, 2]], 15, []);
    }

    #[test]
    fn multipliers_raise_the_bound_to_the_cost() {
        // The third alternative is cheaper than either of the others for one constraint, and for
        // two.
        case(&[10, 12, 5], &[&[0, 1, 2]], 5, [(2, 10)]);
        case(&[10, 10, 10, 10, 30], &[&[0, 2, 4], &[1, 3, 4], &[0, 3, 4]], 20, [(4, 20)]);
        case(&[10, 10, 10, 10, 15], &[&[0, 2, 4], &[1, 3, 4], &[0, 3, 4]], 15, [(4, 20)]);
    }

    #[test]
    fn an_odd_ring_is_bounded_by_half() {
        case(&[10, 10, 10], &[&[0, 1], &[1, 2], &[0, 2]], 15, [(2, 20)]);
    }
}
