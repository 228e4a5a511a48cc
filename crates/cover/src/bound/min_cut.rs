//! One minimum cut for a connected part: its cheapest cover, or a bound and a guess.
//!
//! Every layer of a tariff is a node. On the left a node takes in flow up to the layer's weight and
//! is paid for when it falls on the sink's side of the cut; on the right it is the other way round.
//! A need is an arc from a right's node on the left to one on the right: unless one of them is paid
//! for, the cut would have to go through the arc. The flow through the arc is what the need is
//! charged, and by duality the charges add up to the cost.
//!
//! A need with more alternatives than two ends gets an arc of finite room: each further
//! alternative, a *waiver*, lends room out of its own layers and never lends more than they weigh.
//! Whatever flows is then a set of charges that no bundle's price exceeds, which bounds the cost of
//! every cover; lending where it lets more flow raises the bound.

use crate::bound::bipartition::{Side, Sides};
use crate::bound::multipliers::{Lending, Link, Uses, Waiver};
use crate::bound::network::{Builder, Network};
use crate::cost::Cost;
use crate::id::at;
use crate::presolve::subproblem::{Part, Pin};
use crate::pricing::layer_weights::Weights;
use crate::pricing::price_function::Tariff;
use crate::rights::Rights;

/// How far the first steps go, as a multiple of what a straight road to the goal would take.
const LONGEST_STRIDE: i64 = 16;

/// What a cut says of a part.
pub struct Relaxed {
    /// What the charges and the base add up to: no cover of the part costs less, its forced rights
    /// included.
    pub charged: Cost,
    /// What each need is charged; the charges and the base make the bound.
    pub charges: Vec<Cost>,
    base: Cost,
    pub network: Network,
    sides: Sides,
    first: Vec<u32>,
    pub links: Vec<Link>,
    pub lending: Lending,
    stride: i64,
}

impl Relaxed {
    /// Cuts a part whose seats have these tariffs and weights; the hints say what waivers may lend
    /// to each need at first.
    pub fn new(part: &Part, seats: &[&Tariff], weights: &[Weights], hints: &[Cost]) -> Self {
        let sides = Sides::of(part);
        let mut builder = Builder::default();
        let first = add_seats(&mut builder, part, seats, weights, &sides);
        let node = |pin: Pin| {
            at(&first, pin.holder) + seats.get(pin.holder as usize).map_or(0, |t| t.slot(pin.right))
        };
        let source = builder.vertex(Cost::INFINITE, Cost::ZERO);
        let sink = builder.vertex(Cost::ZERO, Cost::INFINITE);
        let (mut links, mut lending) = (Vec::with_capacity(part.needs.len()), Lending::default());
        for (need, (_, pins)) in (0_u32..).zip(part.needs.iter()) {
            let (left, right) = sides.ends(pins);
            let outside = pins.iter().filter(|pin| Some(**pin) != left && Some(**pin) != right);
            let before = lending.waivers.len();
            lending.waivers.extend(outside.map(|pin| Waiver { need, pin: *pin, lent: Cost::ZERO }));
            let waivers = (lending.waivers.len() - before) as u32;
            let (tail, head) = (left.map_or(source, node), right.map_or(sink, node));
            let room = if waivers == 0 { Cost::INFINITE } else { Cost::ZERO };
            links.push(Link { arc: builder.arc(tail, head, room), tail, head, waivers });
        }
        let base = part
            .seats
            .iter()
            .zip(seats)
            .map(|(seat, tariff)| tariff.base.times(seat.units.into()))
            .sum();
        let mut network = builder.build();
        open_banks(&mut lending, &mut network, seats, &sides, &first, hints);
        lending.set_rooms(&mut network, &links);
        let charged = base + network.maximise();
        let charges = links.iter().map(|link| network.flow(link.arc)).collect();
        Self {
            charged,
            charges,
            base,
            network,
            sides,
            first,
            links,
            lending,
            stride: LONGEST_STRIDE,
        }
    }

    /// Shifts what is lent for some rounds, to raise the bound towards a goal; says how many it
    /// took, and whether more are of any use.
    pub fn press(&mut self, goal: Cost, rounds: u32) -> (u32, bool) {
        if self.lending.waivers.is_empty() {
            return (0, false);
        }
        let mut before = self.network.value();
        let mut idle = 0;
        for round in 1..=rounds {
            let uses = Uses::of(&self.network, &self.links);
            let pull = self.lending.pull(&self.network, &uses);
            let missing = (goal - self.base - before).money;
            let ahead = missing.min(before.money / 32 + 1);
            let step = ahead.saturating_mul(2 * self.stride) / pull.max(1);
            if pull == 0 || step <= 0 {
                return (round, false);
            }
            self.lending.shift(&mut self.network, &uses, step);
            self.lending.set_rooms(&mut self.network, &self.links);
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
            self.charges.extend(self.links.iter().map(|link| self.network.flow(link.arc)));
        }
    }

    /// Sets how far the next steps go, as a multiple of what a straight road to the goal would
    /// take.
    pub fn set_stride(&mut self, stride: i64) {
        self.stride = stride;
    }

    /// For each need, whether every minimum cut leaves it to its waivers.
    pub fn left_over(&self) -> Vec<bool> {
        let uses = Uses::of(&self.network, &self.links);
        self.links
            .iter()
            .zip(uses.needs())
            .map(|(link, uses)| link.waivers > 0 && *uses == 2)
            .collect()
    }

    /// The alternatives that lie outside the cut, each with its need's place.
    pub fn waivers(&self) -> impl Iterator<Item = (u32, Pin)> + Clone {
        self.lending.waivers.iter().map(|waiver| (waiver.need, waiver.pin))
    }

    /// What is lent to each need that has waivers.
    pub fn lent(&self) -> impl Iterator<Item = (u32, Cost)> {
        self.lending.waivers.iter().map(|waiver| (waiver.need, waiver.lent))
    }

    /// True if the cut leaves a need unmet unless a waiver meets it.
    pub fn is_unmet(&self, need: u32) -> bool {
        let link = self.links.get(need as usize).filter(|link| link.waivers > 0);
        link.is_some_and(|link| {
            !self.network.reaches_sink(link.tail) && self.network.reaches_sink(link.head)
        })
    }

    /// The rights of each seat on the paid side of the cut, with those it must have.
    pub fn targets(&self, part: &Part, seats: &[&Tariff]) -> Vec<Rights> {
        let bought =
            (0_u32..).zip(seats).map(|(place, tariff)| self.bought(place, tariff, Side::Right));
        part.seats.iter().zip(bought).map(|(seat, bought)| seat.must.with(bought)).collect()
    }

    /// The rights of a seat that one of two minimum cuts pays for: the one nearest the source, on
    /// the left, or the sink.
    pub fn bought(&self, place: u32, tariff: &Tariff, nearest: Side) -> Rights {
        let left = self.sides.side(place) == Side::Left;
        let beyond = |node: u32| match nearest {
            Side::Left => !self.network.is_reached(node),
            _ => self.network.reaches_sink(node),
        };
        let rights = tariff.available.without(tariff.free).iter();
        rights
            .filter(|right| beyond(at(&self.first, place) + tariff.slot(*right)) == left)
            .collect()
    }

    /// True if every cover in which a waiver's holder does not have its right costs at least the
    /// limit.
    pub fn is_needed(&mut self, pin: Pin, tariff: &Tariff, limit: Cost) -> bool {
        let Self { network, first, links, lending, sides, base, .. } = self;
        let node = at(first, pin.holder) + tariff.slot(pin.right);
        network.attempt(|network| {
            if sides.side(pin.holder) == Side::Left {
                network.set_supply(node, Cost::INFINITE);
            } else {
                network.set_demand(node, Cost::INFINITE);
            }
            for waiver in lending.waivers.iter().filter(|waiver| waiver.pin == pin) {
                if let Some(link) = links.get(waiver.need as usize).filter(|link| link.waivers == 1)
                {
                    network.set_capacity(link.arc, Cost::INFINITE);
                }
            }
            *base + network.maximise_to(limit - *base) >= limit
        })
    }
}

/// Adds the nodes of every seat; gives the first node of each.
fn add_seats(
    builder: &mut Builder,
    part: &Part,
    seats: &[&Tariff],
    weights: &[Weights],
    sides: &Sides,
) -> Vec<u32> {
    let mut first = Vec::with_capacity(seats.len());
    let mut next = 0;
    for (place, (seat, tariff)) in (0_u32..).zip(part.seats.iter().zip(seats)) {
        let left = sides.side(place) == Side::Left;
        first.push(next);
        for node in 0..tariff.nodes() {
            let fitted = weights
                .get(place as usize)
                .and_then(|weights| weights.layers.get(node as usize))
                .copied();
            let weight =
                fitted.or_else(|| tariff.layers.get(node as usize).map(|layer| layer.weight));
            let weight = weight.unwrap_or_default().times(seat.units.into());
            let (supply, demand) = if left { (weight, Cost::ZERO) } else { (Cost::ZERO, weight) };
            let _ = builder.vertex(supply, demand);
        }
        for (node, needed) in tariff.links() {
            let (tail, head) = if left { (needed, node) } else { (node, needed) };
            let _ = builder.arc(next + tail, next + head, Cost::INFINITE);
        }
        next += tariff.nodes();
    }
    first
}

/// Opens a bank for each layer that a waiver's right pays for.
fn open_banks(
    lending: &mut Lending,
    network: &mut Network,
    seats: &[&Tariff],
    sides: &Sides,
    first: &[u32],
    hints: &[Cost],
) {
    let mut order: Vec<(Pin, u32)> =
        (0_u32..).zip(&lending.waivers).map(|(place, waiver)| (waiver.pin, place)).collect();
    order.sort_unstable();
    for group in order.chunk_by(|a, b| a.0.holder == b.0.holder) {
        let Some((Pin { holder, .. }, _)) = group.first().copied() else { continue };
        let layers =
            seats.get(holder as usize).map(|tariff| tariff.layers.as_slice()).unwrap_or_default();
        for (place, layer) in (at(first, holder)..).zip(layers) {
            let takers = group
                .iter()
                .filter(|(pin, _)| layer.rights.has(pin.right))
                .map(|(_, waiver)| *waiver);
            lending.open(network, place, sides.side(holder) == Side::Left, takers, hints);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presolve::propagation::{Reduced, reduce};
    use crate::pricing::bundle_prices::Prices;
    use crate::pricing::price_functions::Tariffs;
    use crate::problem::{HolderId, Problem};

    /// One unit of each holder; a bundle grants right 0 for its price. Gives the bound after
    /// pressing, and what a cover without each waiver costs at least.
    #[track_caller]
    fn case<const N: usize>(
        prices: &[i64],
        needs: &[&[u32]],
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
        for holders in needs {
            let holders: Vec<HolderId> = holders.iter().copied().map(HolderId).collect();
            let _ = problem.require(0, &holders);
        }
        let mut tariffs = Tariffs::new(&problem, Prices::of(&problem));
        let Reduced { part, tariffs: numbers } =
            reduce(Part::whole(&problem), &mut tariffs).unwrap();
        let seats: Vec<&Tariff> = numbers.iter().map(|number| tariffs.get(*number)).collect();
        let mut relaxed = Relaxed::new(&part, &seats, &[], &vec![Cost::ZERO; part.needs.len()]);
        let _ = relaxed.press(Cost::new(1_000, 0), 40);
        assert_eq!(relaxed.charged.money, bound);
        assert_eq!(relaxed.charges.iter().map(|charge| charge.money).sum::<i64>(), bound);
        let mut waivers: Vec<Pin> = relaxed.waivers().map(|(_, pin)| pin).collect();
        waivers.sort_unstable();
        waivers.dedup();
        assert_eq!(
            waivers.iter().map(|pin| pin.holder).collect::<Vec<_>>(),
            without.map(|(holder, _)| holder)
        );
        for (pin, (_, cost)) in waivers.iter().zip(without) {
            let mut needed = |limit: i64| {
                relaxed.is_needed(*pin, seats[pin.holder as usize], Cost::new(limit, 0))
            };
            assert!(needed(cost) && !needed(cost + 1) && needed(cost));
        }
    }

    #[test]
    fn a_cut_of_two_sides_has_no_waivers() {
        case(&[10, 10, 15], &[&[0, 2], &[1, 2]], 15, []);
    }

    #[test]
    fn lending_raises_the_bound_to_the_cost() {
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
