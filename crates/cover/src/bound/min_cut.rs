//! One minimum cut for a connected part: its cheapest cover, or a bound and a guess.
//!
//! Every layer of a price function is a vertex. On the left a vertex takes in flow up to the
//! layer's weight and is paid for when it falls on the sink's side of the cut; on the right it is
//! the other way round. A need is an arc from a right's vertex on the left to one on the right:
//! unless one of them is paid for, the cut would have to go through the arc. The flow through the
//! arc is what the need is charged, and by duality the charges add up to the cost.
//!
//! A need with more alternatives than two ends gets an arc of finite capacity: each further
//! alternative, a *relaxed alternative*, lends capacity out of its own layers and never lends more
//! than they weigh. Whatever flows is then a set of charges that no bundle's price exceeds, which
//! bounds the cost of every cover; lending where it lets more flow raises the bound.

use crate::bound::bipartition::{Bipartition, Side};
use crate::bound::multipliers::{ConstraintArc, Multipliers, RelaxedAlternative, Subgradient};
use crate::bound::network::{Builder, Network};
use crate::cost::Cost;
use crate::id::at;
use crate::presolve::subproblem::{Literal, Subproblem};
use crate::pricing::layer_weights::Weights;
use crate::pricing::price_function::PriceFunction;
use crate::rights::Rights;

/// How far the first steps go, as a multiple of what a straight road to the goal would take.
const LONGEST_STRIDE: i64 = 16;

/// What a cut says of a part.
pub struct MinCutRelaxation {
    /// What the charges and the base add up to: no cover of the part costs less, its forced rights
    /// included.
    pub charged: Cost,
    /// What each need is charged; the charges and the base make the bound.
    pub charges: Vec<Cost>,
    base: Cost,
    pub network: Network,
    bipartition: Bipartition,
    first: Vec<u32>,
    pub constraint_arcs: Vec<ConstraintArc>,
    pub multipliers: Multipliers,
    stride: i64,
}

impl MinCutRelaxation {
    /// Cuts a part whose nodes have these price functions and weights; the hints say what relaxed
    /// alternatives may lend to each need at first.
    pub fn new(
        subproblem: &Subproblem,
        nodes: &[&PriceFunction],
        weights: &[Weights],
        hints: &[Cost],
    ) -> Self {
        let bipartition = Bipartition::of(subproblem);
        let mut builder = Builder::default();
        let first = add_nodes(&mut builder, subproblem, nodes, weights, &bipartition);
        let vertex = |literal: Literal| {
            at(&first, literal.holder)
                + nodes.get(literal.holder as usize).map_or(0, |t| t.slot(literal.right))
        };
        let source = builder.vertex(Cost::INFINITE, Cost::ZERO);
        let sink = builder.vertex(Cost::ZERO, Cost::INFINITE);
        let (mut constraint_arcs, mut multipliers) =
            (Vec::with_capacity(subproblem.constraints.len()), Multipliers::default());
        for (constraint, (_, literals)) in (0_u32..).zip(subproblem.constraints.iter()) {
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
            constraint_arcs.push(ConstraintArc {
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
        add_pools(&mut multipliers, &mut network, nodes, &bipartition, &first, hints);
        multipliers.set_capacities(&mut network, &constraint_arcs);
        let charged = base + network.maximise();
        let charges =
            constraint_arcs.iter().map(|constraint_arc| network.flow(constraint_arc.arc)).collect();
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
    pub fn tighten(&mut self, goal: Cost, rounds: u32) -> (u32, bool) {
        if self.multipliers.relaxed_alternatives.is_empty() {
            return (0, false);
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
                return (round, false);
            }
            self.multipliers.take_step(&mut self.network, &subgradient, step);
            self.multipliers.set_capacities(&mut self.network, &self.constraint_arcs);
            let flow = self.network.maximise();
            self.keep(flow);
            idle = if flow == before { idle + 1 } else { 0 };
            if self.charged >= goal || (idle >= 3 && self.stride == 1) {
                return (round, false);
            }
            if flow <= before {
                self.stride = (self.stride / 4).max(1);
            } else if ahead == missing && (flow - before).money < missing / 4 {
                self.stride = (self.stride * 2).min(64 * LONGEST_STRIDE);
            }
            before = flow;
        }
        (rounds, true)
    }

    /// Keeps the charges of a flow if they make the best bound so far.
    fn keep(&mut self, flow: Cost) {
        if self.base + flow > self.charged {
            self.charged = self.base + flow;
            self.charges.clear();
            self.charges.extend(
                self.constraint_arcs
                    .iter()
                    .map(|constraint_arc| self.network.flow(constraint_arc.arc)),
            );
        }
    }

    /// Sets how far the next steps go, as a multiple of what a straight road to the goal would
    /// take.
    pub fn set_stride(&mut self, stride: i64) {
        self.stride = stride;
    }

    /// For each need, whether every minimum cut leaves it to its relaxed alternatives.
    pub fn left_to_alternatives(&self) -> Vec<bool> {
        let subgradient = Subgradient::of(&self.network, &self.constraint_arcs);
        self.constraint_arcs
            .iter()
            .zip(subgradient.components())
            .map(|(constraint_arc, subgradient)| {
                constraint_arc.relaxed_alternatives > 0 && *subgradient == 2
            })
            .collect()
    }

    /// The alternatives that lie outside the cut, each with its need's place.
    pub fn relaxed_alternatives(&self) -> impl Iterator<Item = (u32, Literal)> + Clone {
        self.multipliers
            .relaxed_alternatives
            .iter()
            .map(|alternative| (alternative.constraint, alternative.literal))
    }

    /// What is lent to each need that has relaxed alternatives.
    pub fn multipliers_of_constraints(&self) -> impl Iterator<Item = (u32, Cost)> {
        self.multipliers
            .relaxed_alternatives
            .iter()
            .map(|alternative| (alternative.constraint, alternative.multiplier))
    }

    /// True if the cut leaves a need unmet unless a relaxed alternative meets it.
    pub fn is_unmet(&self, constraint: u32) -> bool {
        let constraint_arc = self
            .constraint_arcs
            .get(constraint as usize)
            .filter(|constraint_arc| constraint_arc.relaxed_alternatives > 0);
        constraint_arc.is_some_and(|constraint_arc| {
            !self.network.reaches_sink(constraint_arc.tail)
                && self.network.reaches_sink(constraint_arc.head)
        })
    }

    /// The rights of each node on the paid side of the cut, with those it must have.
    pub fn targets(&self, subproblem: &Subproblem, nodes: &[&PriceFunction]) -> Vec<Rights> {
        let bought = (0_u32..)
            .zip(nodes)
            .map(|(place, price_function)| self.bought(place, price_function, Side::Right));
        subproblem
            .nodes
            .iter()
            .zip(bought)
            .map(|(node, bought)| node.required.with(bought))
            .collect()
    }

    /// The rights of a node that one of two minimum cuts pays for: the one nearest the source, on
    /// the left, or the sink.
    pub fn bought(&self, place: u32, price_function: &PriceFunction, nearest: Side) -> Rights {
        let left = self.bipartition.side(place) == Side::Left;
        let beyond = |vertex: u32| match nearest {
            Side::Left => !self.network.is_reached(vertex),
            _ => self.network.reaches_sink(vertex),
        };
        let rights = price_function.available.without(price_function.free).iter();
        rights
            .filter(|right| beyond(at(&self.first, place) + price_function.slot(*right)) == left)
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
        let vertex = at(first, literal.holder) + price_function.slot(literal.right);
        network.attempt(|network| {
            if bipartition.side(literal.holder) == Side::Left {
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
                    .get(alternative.constraint as usize)
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
    subproblem: &Subproblem,
    nodes: &[&PriceFunction],
    weights: &[Weights],
    bipartition: &Bipartition,
) -> Vec<u32> {
    let mut first = Vec::with_capacity(nodes.len());
    let mut next = 0;
    for (place, (node, price_function)) in (0_u32..).zip(subproblem.nodes.iter().zip(nodes)) {
        let left = bipartition.side(place) == Side::Left;
        first.push(next);
        for vertex in 0..price_function.vertices() {
            let fitted = weights
                .get(place as usize)
                .and_then(|weights| weights.layers.get(vertex as usize))
                .copied();
            let weight = fitted
                .or_else(|| price_function.layers.get(vertex as usize).map(|layer| layer.weight));
            let weight = weight.unwrap_or_default().times(node.units.into());
            let (supply, demand) = if left { (weight, Cost::ZERO) } else { (Cost::ZERO, weight) };
            let _ = builder.vertex(supply, demand);
        }
        for (vertex, needed) in price_function.implications() {
            let (tail, head) = if left { (needed, vertex) } else { (vertex, needed) };
            let _ = builder.arc(next + tail, next + head, Cost::INFINITE);
        }
        next += price_function.vertices();
    }
    first
}

/// Opens a pool for each layer that a relaxed alternative's right pays for.
fn add_pools(
    multipliers: &mut Multipliers,
    network: &mut Network,
    nodes: &[&PriceFunction],
    bipartition: &Bipartition,
    first: &[u32],
    hints: &[Cost],
) {
    let mut order: Vec<(Literal, u32)> = (0_u32..)
        .zip(&multipliers.relaxed_alternatives)
        .map(|(place, alternative)| (alternative.literal, place))
        .collect();
    order.sort_unstable();
    for group in order.chunk_by(|a, b| a.0.holder == b.0.holder) {
        let Some((Literal { holder, .. }, _)) = group.first().copied() else { continue };
        let layers = nodes
            .get(holder as usize)
            .map(|price_function| price_function.layers.as_slice())
            .unwrap_or_default();
        for (place, layer) in (at(first, holder)..).zip(layers) {
            let takers = group
                .iter()
                .filter(|(literal, _)| layer.rights.has(literal.right))
                .map(|(_, alternative)| *alternative);
            multipliers.add_pool(
                network,
                place,
                bipartition.side(holder) == Side::Left,
                takers,
                hints,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presolve::propagation::{Propagated, propagate};
    use crate::pricing::bundle_prices::Prices;
    use crate::pricing::price_functions::PriceFunctions;
    use crate::problem::{HolderId, Problem};

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
        let nodes: Vec<&PriceFunction> =
            numbers.iter().map(|number| price_functions.get(*number)).collect();
        let mut relaxed = MinCutRelaxation::new(
            &subproblem,
            &nodes,
            &[],
            &vec![Cost::ZERO; subproblem.constraints.len()],
        );
        let _ = relaxed.tighten(Cost::new(1_000, 0), 40);
        assert_eq!(relaxed.charged.money, bound);
        assert_eq!(relaxed.charges.iter().map(|charge| charge.money).sum::<i64>(), bound);
        let mut relaxed_alternatives: Vec<Literal> =
            relaxed.relaxed_alternatives().map(|(_, literal)| literal).collect();
        relaxed_alternatives.sort_unstable();
        relaxed_alternatives.dedup();
        assert_eq!(
            relaxed_alternatives.iter().map(|literal| literal.holder).collect::<Vec<_>>(),
            without.map(|(holder, _)| holder)
        );
        for (literal, (_, cost)) in relaxed_alternatives.iter().zip(without) {
            let mut needed = |limit: i64| {
                relaxed.is_forced(*literal, nodes[literal.holder as usize], Cost::new(limit, 0))
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
        // The third alternative is cheaper than either of the others for one need, and for two.
        case(&[10, 12, 5], &[&[0, 1, 2]], 5, [(2, 10)]);
        case(&[10, 10, 10, 10, 30], &[&[0, 2, 4], &[1, 3, 4], &[0, 3, 4]], 20, [(4, 20)]);
        case(&[10, 10, 10, 10, 15], &[&[0, 2, 4], &[1, 3, 4], &[0, 3, 4]], 15, [(4, 20)]);
    }

    #[test]
    fn an_odd_ring_is_bounded_by_half() {
        case(&[10, 10, 10], &[&[0, 1], &[1, 2], &[0, 2]], 15, [(2, 20)]);
    }
}
