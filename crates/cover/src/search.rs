//! The cheapest cover of a part: reduce, split, cut, and branch where a cut is not enough.

use crate::cost::Cost;
use crate::part::{Needs, Part, Pin};
use crate::problem::Problem;
use crate::reduce::{Reduced, reduce};
use crate::relax::{Relaxed, relax};
use crate::rights::Rights;
use crate::split::split;
use crate::table::{at, edit, put};
use crate::tariffs::Tariffs;

/// Branching goes no deeper; what is open there stays a gap.
const DEEPEST: u32 = 400;

/// The rights that holders have, and what they cost.
#[derive(Clone, Debug, Default)]
pub struct Cover {
    pub cost: Cost,
    /// The rights of each holder of the part, by the holder's number.
    pub targets: Vec<(u32, Rights)>,
}

/// What a search found out.
pub struct Found {
    /// Every cover costs at least this.
    pub bound: Cost,
    /// A cover below the limit of the search; the cheapest, if it costs no more than the bound.
    pub cover: Option<Cover>,
}

impl Found {
    const fn nothing_below(bound: Cost) -> Self {
        Self { bound, cover: None }
    }
}

/// A search and what it has used up.
pub struct Search<'a> {
    pub tariffs: Tariffs<'a>,
    /// What each requirement is charged by the first cuts.
    pub charges: Vec<Cost>,
    /// How many cuts were made.
    pub steps: u64,
    /// How many choices were branched on.
    pub nodes: u64,
    budget: u64,
}

impl<'a> Search<'a> {
    /// A search that makes about `budget` cuts at most.
    pub fn new(problem: &Problem, tariffs: Tariffs<'a>, budget: u64) -> Self {
        let charges = vec![Cost::ZERO; problem.requirements().len()];
        Self { tariffs, charges, steps: 0, nodes: 0, budget }
    }

    /// The cheapest cover of a part, if it costs less than the limit.
    pub fn run(&mut self, part: Part, limit: Cost, depth: u32) -> Found {
        let Ok(Reduced { part, tariffs }) = reduce(part, &mut self.tariffs) else {
            return Found::nothing_below(Cost::ENDLESS);
        };
        let (closed, pieces) = split(&part, &[]);
        let mut cover = Cover::default();
        for seat in closed {
            let facts = part.seats.get(seat as usize).copied().unwrap_or_default();
            cover.cost += self.tariffs.get(at(&tariffs, seat)).base.times(facts.units.into());
            cover.targets.push((facts.id, facts.must));
        }
        let mut bound = cover.cost;
        let mut rest = Vec::new();
        for piece in pieces {
            let tariffs: Vec<u32> = piece.seats.iter().map(|seat| at(&tariffs, *seat)).collect();
            let tried = self.cut(piece.part, tariffs, depth);
            bound += tried.relaxed.bound;
            match tried.cover {
                Some(part) if part.cost <= tried.relaxed.bound => cover.join(part),
                _ => rest.push(tried),
            }
        }
        for tried in rest {
            if bound >= limit {
                return Found::nothing_below(bound);
            }
            let before = tried.relaxed.bound;
            let found = self.branch(tried, limit - (bound - before), depth);
            bound += found.bound.max(before) - before;
            let Some(part) = found.cover else { return Found::nothing_below(bound) };
            cover.join(part);
        }
        if cover.cost >= limit { Found::nothing_below(bound) } else { Found { bound, cover: Some(cover) } }
    }

    /// Cuts one connected piece.
    fn cut(&mut self, part: Part, tariffs: Vec<u32>, depth: u32) -> Tried {
        self.steps += 1;
        let relaxed = relax(&part, &tariffs, &self.tariffs);
        if depth == 0 {
            for ((id, _), charge) in part.needs.iter().zip(&relaxed.charges) {
                put(&mut self.charges, id, *charge);
            }
        }
        let cover = self.cover_of(&part, &tariffs, &relaxed.targets);
        Tried { part, tariffs, relaxed, cover }
    }

    /// The cover in which the seats have these rights, if it is one.
    fn cover_of(&self, part: &Part, tariffs: &[u32], targets: &[Rights]) -> Option<Cover> {
        let has = |pin: &Pin| at(targets, pin.holder).has(pin.right);
        if !part.needs.iter().all(|(_, pins)| pins.iter().any(has)) {
            return None;
        }
        let mut cover = Cover::default();
        for ((seat, number), target) in part.seats.iter().zip(tariffs).zip(targets) {
            let tariff = self.tariffs.get(*number);
            let price = tariff.base + tariff.price(target.without(seat.must))?;
            cover.cost += price.times(seat.units.into());
            cover.targets.push((seat.id, *target));
        }
        Some(cover)
    }

    /// Decides what a cut of a piece has left open.
    fn branch(&mut self, tried: Tried, limit: Cost, depth: u32) -> Found {
        let mut best = Best { limit, cover: None };
        best.take(tried.cover.clone());
        let out = self.steps >= self.budget || depth >= DEEPEST;
        best.take(self.guess(&tried, best.limit, depth, out));
        if tried.relaxed.bound >= best.limit || out {
            return best.found(tried.relaxed.bound);
        }
        let lavish = self.too_dear(&tried, best.limit);
        if !lavish.is_empty() {
            let found = self.run(without(&tried.part, &lavish), best.limit, depth + 1);
            best.take(found.cover);
            return best.found(found.bound.max(tried.relaxed.bound));
        }
        let Some(pin) = self.choose(&tried) else { return best.found(tried.relaxed.bound) };
        self.nodes += 1;
        let mut bound = Cost::ENDLESS;
        for part in [with(&tried.part, pin), without(&tried.part, &[pin])] {
            let found = self.run(part, best.limit, depth + 1);
            best.take(found.cover);
            bound = bound.min(found.bound);
        }
        best.found(bound.max(tried.relaxed.bound))
    }

    /// A cover made by taking the cut at its word: waivers that it leaves nothing of are held, the others are not.
    fn guess(&mut self, tried: &Tried, limit: Cost, depth: u32, out: bool) -> Option<Cover> {
        if tried.relaxed.waivers.is_empty() && !out {
            return None;
        }
        let mut held = tried.part.clone();
        let mut dropped = Vec::new();
        for (need, pin) in &tried.relaxed.waivers {
            let wanted = at(&tried.relaxed.unmet, *need) && self.spare(tried, *pin) == Some(Cost::ZERO);
            if wanted {
                edit_must(&mut held, *pin);
            } else {
                dropped.push(*pin);
            }
        }
        dropped.sort_unstable();
        dropped.dedup();
        let dropped: Vec<Pin> = dropped
            .into_iter()
            .filter(|pin| !held.seats.get(pin.holder as usize).is_some_and(|seat| seat.must.has(pin.right)))
            .collect();
        let Reduced { part, tariffs } = reduce(without(&held, &dropped), &mut self.tariffs).ok()?;
        let _ = limit;
        let _ = depth;
        let mut cover = Cover::default();
        let (closed, pieces) = split(&part, &[]);
        for seat in closed {
            let facts = part.seats.get(seat as usize).copied().unwrap_or_default();
            cover.cost += self.tariffs.get(at(&tariffs, seat)).base.times(facts.units.into());
            cover.targets.push((facts.id, facts.must));
        }
        for piece in pieces {
            let tariffs: Vec<u32> = piece.seats.iter().map(|seat| at(&tariffs, *seat)).collect();
            cover.join(self.cut(piece.part, tariffs, 1).cover?);
        }
        Some(cover)
    }

    /// The waivers that no cover below the limit holds.
    ///
    /// Exactness: a bundle that the charges do not use up adds what they leave of it to the bound of every cover that
    /// holds it.
    fn too_dear(&self, tried: &Tried, limit: Cost) -> Vec<Pin> {
        let mut pins: Vec<Pin> = tried.relaxed.waivers.iter().map(|(_, pin)| *pin).collect();
        pins.sort_unstable();
        pins.dedup();
        pins.retain(|pin| self.spare(tried, *pin).is_none_or(|spare| tried.relaxed.bound + spare >= limit));
        pins
    }

    /// What the charges leave of the cheapest way for a pin's holder to have its right.
    fn spare(&self, tried: &Tried, pin: Pin) -> Option<Cost> {
        let seat = tried.part.seats.get(pin.holder as usize)?;
        let tariff = self.tariffs.get(at(&tried.tariffs, pin.holder));
        let charges = tried.charges_of(pin.holder);
        let steps = tariff.steps.iter().filter(|step| step.grants.has(pin.right));
        let spare = steps.map(|step| {
            let charged: Cost = charges.iter().filter(|(right, _)| step.grants.has(*right)).map(|(_, c)| *c).sum();
            step.price.times(seat.units.into()) - charged
        });
        spare.min()
    }

    /// The right to branch on: the waiver with most charged to it, else one that a layer does not price exactly.
    fn choose(&self, tried: &Tried) -> Option<Pin> {
        let mut totals: Vec<(Pin, Cost)> = Vec::new();
        let mut waivers = tried.relaxed.waivers.clone();
        waivers.sort_unstable_by_key(|(need, pin)| (*pin, *need));
        for (need, pin) in waivers {
            let charge = at(&tried.relaxed.charges, need);
            match totals.last_mut() {
                Some((last, total)) if *last == pin => *total += charge,
                _ => totals.push((pin, charge)),
            }
        }
        let busiest = totals.iter().rev().max_by_key(|(_, total)| *total).map(|(pin, _)| *pin);
        busiest.or_else(|| {
            let seats = (0_u32..).zip(&tried.tariffs);
            let vague = seats.filter(|(_, number)| !self.tariffs.get(**number).exact);
            let pins = vague.flat_map(|(holder, number)| {
                let tariff = self.tariffs.get(*number);
                tariff.available.without(tariff.free).iter().map(move |right| Pin { holder, right })
            });
            pins.min_by_key(|pin| !at(&tried.relaxed.targets, pin.holder).has(pin.right))
        })
    }
}

/// A piece and what its cut says.
struct Tried {
    part: Part,
    tariffs: Vec<u32>,
    relaxed: Relaxed,
    cover: Option<Cover>,
}

impl Tried {
    fn charges_of(&self, holder: u32) -> Vec<(u8, Cost)> {
        let needs = self.part.needs.iter().zip(&self.relaxed.charges);
        let charged = needs.filter_map(|((_, pins), charge)| {
            pins.iter().find(|pin| pin.holder == holder).map(|pin| (pin.right, *charge))
        });
        charged.collect()
    }
}

impl Cover {
    fn join(&mut self, other: Self) {
        self.cost += other.cost;
        self.targets.extend(other.targets);
    }
}

/// The best cover so far; only cheaper ones are of interest.
pub struct Best {
    pub limit: Cost,
    pub cover: Option<Cover>,
}

impl Best {
    /// Keeps a cover if it is cheaper than the limit.
    pub fn take(&mut self, cover: Option<Cover>) {
        if let Some(cover) = cover.filter(|cover| cover.cost < self.limit) {
            self.limit = cover.cost;
            self.cover = Some(cover);
        }
    }

    /// What was found, given that everything costs at least the bound.
    pub fn found(self, bound: Cost) -> Found {
        let bound = self.cover.as_ref().map_or(bound, |cover| bound.min(cover.cost));
        Found { bound, cover: self.cover }
    }
}

/// The part in which the pin holds.
pub fn with(part: &Part, pin: Pin) -> Part {
    let mut part = part.clone();
    edit_must(&mut part, pin);
    part
}

fn edit_must(part: &mut Part, pin: Pin) {
    edit(&mut part.seats, pin.holder, |seat| crate::part::Seat { must: seat.must.with(Rights::of(pin.right)), ..seat });
}

/// The part in which no need relies on these pins, which are in order.
pub fn without(part: &Part, pins: &[Pin]) -> Part {
    let mut needs = Needs::default();
    for (id, old) in part.needs.iter() {
        needs.push(id, old.iter().copied().filter(|pin| pins.binary_search(pin).is_err()));
    }
    Part { seats: part.seats.clone(), needs }
}
