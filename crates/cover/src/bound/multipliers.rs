//! Lagrange multipliers of relaxed alternatives: capacity that they lend to their constraints.
//!
//! The flow is concave in what is lent, and its slope can be read off the cut: more capacity on an
//! arc that every minimum cut goes through lets more flow, on an arc that none goes through it does
//! nothing. So each pool, a layer of a node outside, moves capacity from arcs of less use to arcs
//! of more (a supergradient step), and keeps what its own flow has use for. The steps are long at
//! first and shorter once they overshoot.

use crate::bound::network::Network;
use crate::cost::Cost;
use crate::id::{ConstraintId, IdVec, at, count, edit};
use crate::presolve::subproblem::Literal;

/// An alternative outside the cut, and how much capacity it lends to its constraint.
#[derive(Clone, Copy)]
pub struct RelaxedAlternative {
    /// The place of its constraint.
    pub constraint: ConstraintId,
    /// The alternative.
    pub literal: Literal,
    /// The capacity it lends.
    pub multiplier: Cost,
}

/// Capacity that a relaxed alternative lends out of one layer of its node.
#[derive(Clone, Copy)]
struct Share {
    alternative: u32,
    amount: Cost,
}

/// A layer whose weight is lent out, by its vertex.
struct MultiplierPool {
    vertex: u32,
    /// Weight of the layer.
    weight: Cost,
    /// True on the side that takes in flow.
    left: bool,
    /// End of its shares; they begin where those of the pool before end.
    end: u32,
}

/// Vertex of a cost layer.
#[derive(Clone, Copy)]
pub struct LayerVertex {
    /// Vertex of the network.
    pub vertex: u32,
    /// True on the side that takes in flow.
    pub left: bool,
}

/// The arc of a constraint, and how many relaxed alternatives it has.
pub struct ConstraintArc {
    /// The arc.
    pub arc: u32,
    /// Vertex at which it begins.
    pub tail: u32,
    /// Vertex at which it ends.
    pub head: u32,
    /// Number of relaxed alternatives.
    pub relaxed_alternatives: u32,
}

/// All relaxed alternatives of a cut, and what is lent.
#[derive(Default)]
pub struct Multipliers {
    /// The relaxed alternatives, by constraint.
    pub relaxed_alternatives: Vec<RelaxedAlternative>,
    pools: Vec<MultiplierPool>,
    shares: Vec<Share>,
}

impl Multipliers {
    /// Adds a pool for a layer and the relaxed alternatives that it can lend to. What the hints say
    /// is lent at once.
    pub fn add_pool(
        &mut self,
        network: &mut Network,
        layer: LayerVertex,
        takers: impl Iterator<Item = u32>,
        hints: &[Cost],
    ) {
        let LayerVertex { vertex, left } = layer;
        let weight = if left { network.supply(vertex) } else { network.demand(vertex) };
        let mut unused = weight;
        for alternative in takers {
            let Some(facts) = self.relaxed_alternatives.get_mut(alternative as usize) else {
                continue;
            };
            let amount =
                unused.min((at(hints, facts.constraint) - facts.multiplier).max(Cost::ZERO));
            facts.multiplier += amount;
            unused -= amount;
            self.shares.push(Share { alternative, amount });
        }
        self.pools.push(MultiplierPool { vertex, weight, left, end: count(&self.shares) });
        set_unused(network, vertex, left, unused);
    }

    /// Returns the square of the supergradient, in
    /// quarters.
    pub fn gradient_norm(&self, network: &Network, subgradient: &Subgradient) -> i64 {
        let squares = self.groups().map(|(pool, shares)| {
            let entries = shares.len() as i64 + 1;
            let own = own_component(network, pool);
            let all =
                || shares.iter().map(|share| self.component_of(share, subgradient)).chain([own]);
            let (sum, square): (i64, i64) = (all().sum(), all().map(|of| of * of).sum());
            square - sum * sum / entries
        });
        squares.sum()
    }

    /// Moves about `step` of money for each half of a point of use.
    pub fn take_step(&mut self, network: &mut Network, subgradient: &Subgradient, step: i64) {
        let mut start = 0;
        for pool in &self.pools {
            let shares = self.shares.get_mut(start as usize..pool.end as usize).unwrap_or_default();
            start = pool.end;
            SubgradientStep {
                relaxed_alternatives: &mut self.relaxed_alternatives,
                shares,
                pool,
                subgradient,
            }
            .run(network, step);
        }
    }

    /// Gives each arc with relaxed alternatives the capacity that all of them lend, taking flow out
    /// where that is less.
    pub fn set_capacities(
        &self,
        network: &mut Network,
        constraint_arcs: &IdVec<ConstraintId, ConstraintArc>,
    ) {
        for group in self.relaxed_alternatives.chunk_by(|a, b| a.constraint == b.constraint) {
            let multiplier =
                group.iter().map(|alternative| alternative.multiplier).min().unwrap_or_default();
            let Some(constraint_arc) =
                group.first().and_then(|alternative| constraint_arcs.at(alternative.constraint))
            else {
                continue;
            };
            let flow = network.flow(constraint_arc.arc);
            if flow > multiplier {
                network.withdraw(constraint_arc.arc, flow - multiplier);
            }
            network.set_capacity(constraint_arc.arc, (multiplier - flow).max(Cost::ZERO));
        }
    }

    /// Returns what is lent to the layers that lent it.
    pub fn release(&self, network: &mut Network) {
        for (pool, shares) in self.groups() {
            let multiplier: Cost = shares.iter().map(|share| share.amount).sum();
            set_unused(
                network,
                pool.vertex,
                pool.left,
                unused(network, pool.vertex, pool.left) + multiplier,
            );
        }
    }

    fn groups(&self) -> impl Iterator<Item = (&MultiplierPool, &[Share])> {
        let mut start = 0;
        self.pools.iter().map(move |pool| {
            let shares = self.shares.get(start as usize..pool.end as usize).unwrap_or_default();
            start = pool.end;
            (pool, shares)
        })
    }

    fn component_of(&self, share: &Share, subgradient: &Subgradient) -> i64 {
        self.relaxed_alternatives
            .get(share.alternative as usize)
            .map_or(0, |alternative| at(&subgradient.components, alternative.constraint).into())
    }
}

/// Number of two minimum cuts, the one nearest the source and the one nearest the sink, that go
/// through what: 0 to 2.
pub struct Subgradient {
    /// The use of each constraint's arc, where it has relaxed alternatives.
    components: Vec<u8>,
}

impl Subgradient {
    /// Reads the uses off a maximum flow.
    pub fn of(network: &Network, constraint_arcs: &IdVec<ConstraintId, ConstraintArc>) -> Self {
        let crossed = |constraint_arc: &ConstraintArc| {
            let near =
                network.is_reached(constraint_arc.tail) && !network.is_reached(constraint_arc.head);
            let far = !network.reaches_sink(constraint_arc.tail)
                && network.reaches_sink(constraint_arc.head);
            u8::from(near) + u8::from(far)
        };
        Self {
            components: constraint_arcs
                .iter()
                .map(|constraint_arc| {
                    if constraint_arc.relaxed_alternatives > 0 {
                        crossed(constraint_arc)
                    } else {
                        0
                    }
                })
                .collect(),
        }
    }

    /// The use of each constraint's arc.
    pub fn components(&self) -> &[u8] {
        &self.components
    }
}

/// The use of a pool's own flow: of taking in more on the left, of passing on more on the right.
///
/// Multipliers may be shifted meanwhile: the cuts stay those of the last maximum flow.
fn own_component(network: &Network, pool: &MultiplierPool) -> i64 {
    let (reached, reaching) = (network.is_reached(pool.vertex), network.reaches_sink(pool.vertex));
    if pool.left {
        i64::from(!reached) + i64::from(reaching)
    } else {
        i64::from(reached) + i64::from(!reaching)
    }
}

/// One pool's step.
struct SubgradientStep<'a> {
    relaxed_alternatives: &'a mut [RelaxedAlternative],
    shares: &'a mut [Share],
    pool: &'a MultiplierPool,
    subgradient: &'a Subgradient,
}

impl SubgradientStep<'_> {
    fn run(mut self, network: &mut Network, step: i64) {
        let (count, own) = (self.shares.len() as i64 + 1, own_component(network, self.pool));
        let component_of = |relaxed_alternatives: &[RelaxedAlternative], share: &Share| -> i64 {
            relaxed_alternatives.get(share.alternative as usize).map_or(0, |alternative| {
                at(&self.subgradient.components, alternative.constraint).into()
            })
        };
        let sum = own
            + self
                .shares
                .iter()
                .map(|share| component_of(self.relaxed_alternatives, share))
                .sum::<i64>();
        // What a use is above the average, times the count.
        let above = |of: i64| of * count - sum;
        let part = |above: i64| step.saturating_mul(above.abs()) / count;
        let mut pot = Cost::ZERO;
        let mut wanted = above(own).max(0);
        for share in self.shares.iter_mut() {
            let above = above(component_of(self.relaxed_alternatives, share));
            wanted += above.max(0);
            if above < 0 {
                let less = capped(share.amount, part(above));
                share.amount -= less;
                edit(self.relaxed_alternatives, share.alternative, |alternative| {
                    RelaxedAlternative { multiplier: alternative.multiplier - less, ..alternative }
                });
                pot += less;
            }
        }
        if above(own) < 0 {
            pot += self.take_back(network, pot, part(above(own)));
        }
        if wanted > 0 && pot.is_positive() {
            let whole = pot;
            for place in 0..self.shares.len() {
                let Some(share) = self.shares.get_mut(place) else { continue };
                let above = above(component_of(self.relaxed_alternatives, share));
                if above > 0 {
                    let more = fraction(whole, above, wanted).min(pot);
                    share.amount += more;
                    edit(self.relaxed_alternatives, share.alternative, |alternative| {
                        RelaxedAlternative {
                            multiplier: alternative.multiplier + more,
                            ..alternative
                        }
                    });
                    pot -= more;
                }
            }
        }
        let unused = unused(network, self.pool.vertex, self.pool.left);
        set_unused(network, self.pool.vertex, self.pool.left, unused + pot);
    }

    /// Takes up to `limit` from the pool's own flow: what it does not use, then what does.
    fn take_back(&mut self, network: &mut Network, pot: Cost, limit: i64) -> Cost {
        let MultiplierPool { vertex, weight, left, .. } = *self.pool;
        let unused = unused(network, vertex, left);
        let idle = capped(unused, limit);
        set_unused(network, vertex, left, unused - idle);
        let multiplier: Cost = self.shares.iter().map(|share| share.amount).sum();
        let used = (weight - multiplier - pot - unused).max(Cost::ZERO);
        let busy = capped(used, limit - idle.money);
        if left {
            network.return_inflow(vertex, busy);
        } else {
            network.return_outflow(vertex, busy);
        }
        idle + busy
    }
}

/// All of an amount, or as much of its money.
fn capped(amount: Cost, money: i64) -> Cost {
    if amount.money <= money { amount } else { Cost::new(money.max(0), 0) }
}

/// The share of an amount of money for `part` of `whole`, rounded down.
fn fraction(amount: Cost, part: i64, whole: i64) -> Cost {
    let money = i128::from(amount.money) * i128::from(part) / i128::from(whole.max(1));
    if part == whole { amount } else { Cost::new(i64::try_from(money).unwrap_or(0), 0) }
}

fn unused(network: &Network, vertex: u32, left: bool) -> Cost {
    if left { network.supply(vertex) } else { network.demand(vertex) }
}

fn set_unused(network: &mut Network, vertex: u32, left: bool, unused: Cost) {
    if left {
        network.set_supply(vertex, unused);
    } else {
        network.set_demand(vertex, unused);
    }
}
