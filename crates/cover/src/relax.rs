//! One minimum cut for a connected part: its cheapest cover, or a bound and a guess.
//!
//! Every layer of a tariff is a node. On the left a node takes in flow up to the layer's weight and is paid for when it
//! falls on the sink's side of the cut; on the right it is the other way round. A need is an arc from a right's node on
//! the left to one on the right: unless one of them is paid for, the cut would have to go through the arc. The flow
//! through the arc is what the need is charged, and by duality the charges add up to the cost.
//!
//! A need with more alternatives than two ends gets an arc of finite room: each further alternative, a *waiver*, lends
//! room out of its own layers and never lends more than they weigh. Whatever flows is then a set of charges that no
//! bundle's price exceeds, which bounds the cost of every cover; lending where it lets more flow raises the bound.

use crate::cost::Cost;
use crate::network::{Builder, Network};
use crate::part::{Part, Pin};
use crate::rights::Rights;
use crate::sides::{Side, Sides};
use crate::table::{at, edit};
use crate::tariff::Tariff;
use crate::tariffs::Tariffs;

/// After so many rounds of lending, the bound is left as it is.
const ROUNDS: u32 = 12;

/// What a cut says of a part.
pub struct Relaxed {
    /// No cover of the part costs less, its forced rights included.
    pub bound: Cost,
    /// The rights of each seat on the paid side of the cut, with those it must have.
    pub targets: Vec<Rights>,
    /// What each need is charged.
    pub charges: Vec<Cost>,
    /// The alternatives that lie outside the cut, each with its need's place.
    pub waivers: Vec<(u32, Pin)>,
    /// For each need, whether the cut leaves it unmet unless a waiver meets it.
    pub unmet: Vec<bool>,
}

/// Cuts a part whose seats have these tariffs.
pub fn relax(part: &Part, numbers: &[u32], tariffs: &Tariffs<'_>) -> Relaxed {
    let seats: Vec<&Tariff> = numbers.iter().map(|number| tariffs.get(*number)).collect();
    let mut cut = Cut::new(part, &seats);
    let flow = cut.lend();
    let base: Cost = part.seats.iter().zip(&seats).map(|(seat, tariff)| tariff.base.times(seat.units.into())).sum();
    let reaches = |node: u32| cut.network.reaches_sink(node);
    let unmet = cut.links.iter().map(|link| link.waivers > 0 && !reaches(link.tail) && reaches(link.head));
    Relaxed {
        bound: base + flow,
        unmet: unmet.collect(),
        targets: cut.targets(part, &seats),
        charges: cut.links.iter().map(|link| cut.network.flow(link.arc)).collect(),
        waivers: cut.waivers.iter().map(|waiver| (waiver.need, waiver.pin)).collect(),
    }
}

/// The arc of a need, and how many waivers it has.
struct Link {
    arc: u32,
    tail: u32,
    head: u32,
    waivers: u32,
}

/// An alternative outside the cut, and how much room it lends to its need.
struct Waiver {
    need: u32,
    pin: Pin,
    lent: Cost,
}

/// What a waiver lends out of one layer of its seat.
struct Loan {
    bank: u32,
    waiver: u32,
    amount: Cost,
}

struct Cut {
    network: Network,
    sides: Sides,
    first: Vec<u32>,
    links: Vec<Link>,
    waivers: Vec<Waiver>,
    loans: Vec<Loan>,
}

impl Cut {
    fn new(part: &Part, seats: &[&Tariff]) -> Self {
        let sides = Sides::of(part);
        let mut builder = Builder::default();
        let first = add_seats(&mut builder, part, seats, &sides);
        let node = |pin: Pin| at(&first, pin.holder) + seats.get(pin.holder as usize).map_or(0, |t| t.slot(pin.right));
        let source = builder.node(Cost::ENDLESS, Cost::ZERO);
        let sink = builder.node(Cost::ZERO, Cost::ENDLESS);
        let (mut links, mut waivers) = (Vec::with_capacity(part.needs.len()), Vec::new());
        for (need, (_, pins)) in (0_u32..).zip(part.needs.iter()) {
            let (left, right) = sides.ends(pins);
            let outside = pins.iter().filter(|pin| Some(**pin) != left && Some(**pin) != right);
            let before = waivers.len();
            waivers.extend(outside.map(|pin| Waiver { need, pin: *pin, lent: Cost::ZERO }));
            let lending = (waivers.len() - before) as u32;
            let (tail, head) = (left.map_or(source, node), right.map_or(sink, node));
            let room = if lending == 0 { Cost::ENDLESS } else { Cost::ZERO };
            links.push(Link { arc: builder.arc(tail, head, room), tail, head, waivers: lending });
        }
        let loans = loans(&waivers, seats, &first);
        Self { network: builder.build(), sides, first, links, waivers, loans }
    }

    /// Lets flow run, lending room where more could flow, until that raises it no further.
    fn lend(&mut self) -> Cost {
        let mut flow = self.network.maximise();
        if self.waivers.is_empty() {
            return flow;
        }
        for _ in 0..ROUNDS {
            let reached = self.network.reached();
            let hungry: Vec<bool> = self
                .links
                .iter()
                .map(|link| link.waivers > 0 && at(&reached, link.tail) && self.network.reaches_sink(link.head))
                .collect();
            if !hungry.contains(&true) {
                break;
            }
            self.reassign(&hungry);
            self.set_rooms();
            let more = self.network.maximise();
            if more == flow {
                break;
            }
            flow = more;
        }
        flow
    }

    /// Takes back what is lent to needs that do not use it, and lends it to those that could.
    fn reassign(&mut self, hungry: &[bool]) {
        let Self { network, sides, first, links, waivers, loans } = self;
        for group in loans.chunk_by_mut(|a, b| a.bank == b.bank) {
            let Some(bank) = group.first().map(|loan| loan.bank) else { continue };
            // A seat's nodes are in a row, so the seat of a bank is the last whose first node is not past it.
            let seat = (first.partition_point(|node| *node <= bank) - 1) as u32;
            let left = sides.side(seat) == Side::Left;
            let mut spare = if left { network.supply(bank) } else { network.demand(bank) };
            let mut takers = 0;
            for loan in group.iter_mut() {
                let Some(waiver) = waivers.get_mut(loan.waiver as usize) else { continue };
                if at(hungry, waiver.need) {
                    takers += 1;
                } else if let Some(link) = links.get(waiver.need as usize) {
                    let back = loan.amount.min(waiver.lent - network.flow(link.arc));
                    loan.amount -= back;
                    waiver.lent -= back;
                    spare += back;
                }
            }
            if takers > 0 {
                let share = spare.share(takers);
                let mut extra = spare - share.times(takers.into());
                for loan in group.iter_mut() {
                    let Some(waiver) = waivers.get_mut(loan.waiver as usize) else { continue };
                    if at(hungry, waiver.need) {
                        loan.amount += share + extra;
                        waiver.lent += share + extra;
                        extra = Cost::ZERO;
                    }
                }
                spare = Cost::ZERO;
            }
            if left {
                network.set_supply(bank, spare);
            } else {
                network.set_demand(bank, spare);
            }
        }
    }

    /// Gives each arc with waivers the room that all of them lend.
    fn set_rooms(&mut self) {
        for group in self.waivers.chunk_by(|a, b| a.need == b.need) {
            let lent = group.iter().map(|waiver| waiver.lent).min().unwrap_or_default();
            let link = group.first().and_then(|waiver| self.links.get(waiver.need as usize));
            if let Some(link) = link {
                self.network.set_room(link.arc, lent - self.network.flow(link.arc));
            }
        }
    }

    /// The rights whose nodes are paid for.
    fn targets(&self, part: &Part, seats: &[&Tariff]) -> Vec<Rights> {
        let mut targets: Vec<Rights> = part.seats.iter().map(|seat| seat.must).collect();
        for (place, tariff) in (0_u32..).zip(seats) {
            let left = self.sides.side(place) == Side::Left;
            let paid = |node: u32| self.network.reaches_sink(node) == left;
            let rights = tariff.available.without(tariff.free).iter();
            let bought: Rights = rights.filter(|right| paid(at(&self.first, place) + tariff.slot(*right))).collect();
            edit(&mut targets, place, |must: Rights| must.with(bought));
        }
        targets
    }
}

/// Adds the nodes of every seat; gives the first node of each.
fn add_seats(builder: &mut Builder, part: &Part, seats: &[&Tariff], sides: &Sides) -> Vec<u32> {
    let mut first = Vec::with_capacity(seats.len());
    let mut next = 0;
    for (place, (seat, tariff)) in (0_u32..).zip(part.seats.iter().zip(seats)) {
        let left = sides.side(place) == Side::Left;
        first.push(next);
        for node in 0..tariff.nodes() {
            let layer = tariff.layers.get(node as usize);
            let weight = layer.map_or(Cost::ZERO, |layer| layer.weight.times(seat.units.into()));
            let (supply, demand) = if left { (weight, Cost::ZERO) } else { (Cost::ZERO, weight) };
            let _ = builder.node(supply, demand);
        }
        for (node, needed) in tariff.links() {
            let (tail, head) = if left { (needed, node) } else { (node, needed) };
            let _ = builder.arc(next + tail, next + head, Cost::ENDLESS);
        }
        next += tariff.nodes();
    }
    first
}

/// A loan for each waiver and each layer of its seat that its right pays for, by layer.
fn loans(waivers: &[Waiver], seats: &[&Tariff], first: &[u32]) -> Vec<Loan> {
    let mut loans = Vec::with_capacity(waivers.len());
    for (number, waiver) in (0_u32..).zip(waivers) {
        let layers = seats.get(waiver.pin.holder as usize).map(|tariff| tariff.layers.as_slice()).unwrap_or_default();
        for (layer, _) in (0_u32..).zip(layers).filter(|(_, layer)| layer.rights.has(waiver.pin.right)) {
            loans.push(Loan { bank: at(first, waiver.pin.holder) + layer, waiver: number, amount: Cost::ZERO });
        }
    }
    loans.sort_by_key(|loan| (loan.bank, loan.waiver));
    loans
}
