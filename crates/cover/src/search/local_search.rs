//! Good covers of a part with waivers, by local search.
//!
//! With the waivers that are held fixed, the cheapest rest is one minimum cut: needs that a held
//! waiver meets fall away, the others have to be met by their two ends. Holding one waiver more or
//! less changes a few arcs, and the flow of one cut is nearly that of the next.

use crate::bound::min_cut::Relaxed;
use crate::bound::multipliers::Link;
use crate::bound::network::Network;
use crate::cost::Cost;
use crate::id::{at, count, edit, put};
use crate::presolve::subproblem::{Part, Pin};
use crate::pricing::price_function::Tariff;
use crate::rights::Rights;

/// Rounds in which each waiver is tried the other way.
const ROUNDS: u32 = 3;

/// A local search over the waivers that are held.
pub struct Descent<'a> {
    network: Network,
    links: &'a [Link],
    seats: &'a [&'a Tariff],
    part: &'a Part,
    /// The waivers' alternatives, in order, each once.
    pins: Vec<Pin>,
    /// The needs of each pin, one pin after the other, and where those of each end.
    needs: Vec<u32>,
    ends: Vec<u32>,
    held: Vec<bool>,
    /// How many held alternatives each need has.
    met: Vec<u32>,
    /// How many cuts were taken.
    pub cuts: u64,
}

impl<'a> Descent<'a> {
    /// A search over the waivers of a cut that begins with no alternative held.
    pub fn new(relaxed: &'a Relaxed, part: &'a Part, seats: &'a [&'a Tariff]) -> Self {
        let Relaxed { network, links, lending, .. } = relaxed;
        let mut pins: Vec<Pin> = lending.waivers.iter().map(|waiver| waiver.pin).collect();
        pins.sort_unstable();
        pins.dedup();
        let mut named: Vec<Vec<u32>> = vec![Vec::new(); pins.len()];
        for (need, (_, alternatives)) in (0_u32..).zip(part.needs.iter()) {
            for place in alternatives.iter().filter_map(|pin| pins.binary_search(pin).ok()) {
                named.get_mut(place).into_iter().for_each(|needs| needs.push(need));
            }
        }
        let ends = named.iter().scan(0, |end, needs| {
            *end += count(needs);
            Some(*end)
        });
        let mut descent = Self {
            network: network.clone(),
            links,
            seats,
            part,
            ends: ends.collect(),
            needs: named.concat(),
            held: vec![false; pins.len()],
            met: vec![0; links.len()],
            pins,
            cuts: 0,
        };
        lending.close(&mut descent.network);
        for link in links.iter().filter(|link| link.waivers > 0) {
            descent.network.set_capacity(link.arc, Cost::INFINITE);
        }
        descent
    }

    /// The alternatives that may be held.
    pub fn pins(&self) -> &[Pin] {
        &self.pins
    }

    /// Holds one alternative after the other, in the order of what the charges leave of each, and
    /// takes the best start of that row; then turns single ones as long as that makes the cover
    /// cheaper. Gives those that are held in the end, and the others; nothing if that is no cover.
    pub fn run(&mut self, order: &[u32]) -> Option<(Vec<Pin>, Vec<Pin>)> {
        let mut best = self.cost(Cost::INFINITE);
        let mut length = 0;
        for (place, pin) in order.iter().enumerate() {
            self.turn(*pin);
            let cost = self.cost(Cost::INFINITE);
            if cost < best {
                (best, length) = (cost, place + 1);
            }
        }
        for pin in order.iter().skip(length) {
            self.turn(*pin);
        }
        self.improve(best)
    }

    fn improve(&mut self, mut best: Cost) -> Option<(Vec<Pin>, Vec<Pin>)> {
        for _ in 0..ROUNDS {
            let before = best;
            for place in 0..count(&self.pins) {
                self.turn(place);
                let cost = self.cost(best);
                if cost < best {
                    best = cost;
                } else {
                    self.turn(place);
                }
            }
            if best == before {
                break;
            }
        }
        if best >= Cost::INFINITE {
            return None;
        }
        let all = || self.pins.iter().copied().zip(self.held.iter().copied());
        let held = all().filter(|(_, held)| *held).map(|(pin, _)| pin).collect();
        Some((held, all().filter(|(_, held)| !*held).map(|(pin, _)| pin).collect()))
    }

    /// Holds an alternative that was not held, or the other way round.
    fn turn(&mut self, place: u32) {
        let held = !at(&self.held, place);
        put(&mut self.held, place, held);
        let start = if place == 0 { 0 } else { at(&self.ends, place - 1) };
        for number in start..at(&self.ends, place) {
            let need = at(&self.needs, number);
            edit(&mut self.met, need, |met| if held { met + 1 } else { met - 1 });
            let Some(link) = self.links.get(need as usize) else { continue };
            match (held, at(&self.met, need)) {
                (true, 1) => {
                    let flow = self.network.flow(link.arc);
                    if flow.is_positive() {
                        self.network.withdraw(link.arc, flow);
                    }
                    self.network.set_capacity(link.arc, Cost::ZERO);
                }
                (false, 0) => self.network.set_capacity(link.arc, Cost::INFINITE),
                _ => {}
            }
        }
    }

    /// What the cheapest cover with the held alternatives costs, beyond the base; no less than the
    /// limit, if that is reached.
    fn cost(&mut self, limit: Cost) -> Cost {
        let price = self.price_of_held();
        if price >= limit {
            return price;
        }
        self.cuts += 1;
        price + self.network.maximise_to(limit - price)
    }

    fn price_of_held(&self) -> Cost {
        let held =
            || self.pins.iter().zip(&self.held).filter(|(_, held)| **held).map(|(pin, _)| *pin);
        let mut sum = Cost::ZERO;
        let mut pins = held().peekable();
        while let Some(pin) = pins.next() {
            let mut rights = Rights::of(pin.right);
            while let Some(next) = pins.next_if(|next| next.holder == pin.holder) {
                rights = rights.with(Rights::of(next.right));
            }
            let units = self.part.seats.get(pin.holder as usize).map_or(0, |seat| seat.units);
            let price = self.seats.get(pin.holder as usize).and_then(|tariff| tariff.price(rights));
            sum += price.map_or(Cost::INFINITE, |price| price.times(units.into()));
        }
        sum
    }
}
