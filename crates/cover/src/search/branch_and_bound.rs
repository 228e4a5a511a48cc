//! The cheapest cover of a part: reduce, split, cut, and branch where a cut is not enough.

use crate::bound::bipartition::Side;
use crate::bound::min_cut::Relaxed;
use crate::cost::Cost;
use crate::id::{at, put};
use crate::presolve::components::split;
use crate::presolve::propagation::{Reduced, reduce};
use crate::presolve::subproblem::{Part, Pin};
use crate::pricing::layer_weights::{Tightest, Weights};
use crate::pricing::price_function::Tariff;
use crate::pricing::price_functions::Tariffs;
use crate::problem::Problem;
use crate::rights::Rights;
use crate::search::incumbent::{Best, Cover, Found};
use crate::search::local_search::Descent;

/// Branching goes no deeper; what is open there stays a gap.
const DEEPEST: u32 = 300;

/// Rounds of lending before each guess at a cover.
const ROUNDS: u32 = 16;

/// How often a guess is cut again before whatever is open is decided.
const DIVE: u32 = 3;

/// A cover is next to the bound if the gap is less than this part of it.
const NEAR: i64 = 50_000;

/// How often a cover is guessed and lending goes on, at the root and after a branch.
const GUESSES: [u32; 2] = [4, 1];

/// Rounds of fitting the weights of layers, at the root and after a branch.
const FITS: [u32; 2] = [120, 12];

/// Rounds of fitting after which something must have been gained.
const PATIENCE: u32 = 16;

/// The part of the budget that may go by where only points of preference are open.
const POINTS: u64 = 8;

/// A search and what it has used up.
pub struct Search<'a> {
    tariffs: Tariffs<'a>,
    /// What each requirement is charged by the first cuts.
    pub charges: Vec<Cost>,
    /// What was last lent to each requirement: a good start for the next cut.
    lent: Vec<Cost>,
    /// The weights last fitted for each holder, by its number: a good start likewise.
    fitted: Vec<Weights>,
    tightest: Tightest,
    /// The money of every cover is a multiple of it.
    unit: i64,
    /// What the first cuts say of each holder's rights, if that is asked for.
    pub outlook: Option<Outlook>,
    /// How much was done, in steps of the budget.
    pub steps: u64,
    /// How many choices were branched on.
    pub nodes: u64,
    budget: u64,
}

/// What covers cost at least that give a holder a right, by the first cuts.
#[derive(Default)]
pub struct Outlook {
    /// What every cover costs at least.
    pub ground: Cost,
    /// What a cover in which the holder, by its number, has the right costs beyond that at least.
    pub beyond: Vec<(Pin, Cost)>,
}

impl<'a> Search<'a> {
    /// A search of about `budget` steps at most.
    pub fn new(problem: &Problem, tariffs: Tariffs<'a>, budget: u64) -> Self {
        let charges = vec![Cost::ZERO; problem.requirements().len()];
        Self {
            unit: tariffs.unit(),
            tariffs,
            lent: charges.clone(),
            fitted: vec![Weights::default(); problem.holders.len()],
            tightest: Tightest::default(),
            charges,
            outlook: None,
            steps: 0,
            nodes: 0,
            budget,
        }
    }

    /// The cheapest cover of a part, if it costs less than the limit.
    pub fn run(&mut self, part: Part, limit: Cost, depth: u32) -> Found {
        let Some((mut cover, tried)) = self.cut_apart(part, depth) else {
            return Found::nothing_below(Cost::INFINITE);
        };
        let mut bound = cover.cost;
        let mut open = Vec::new();
        self.foresee(depth, cover.cost, None);
        for mut tried in tried {
            bound += self.bound(&tried);
            let least = self.bound(&tried);
            match tried.cover.take_if(|part| part.cost <= least) {
                Some(part) => {
                    self.foresee(depth, tried.relaxed.charged, Some(&tried));
                    cover.join(part);
                }
                None => open.push(tried),
            }
        }
        for tried in open {
            if bound >= limit {
                return Found::nothing_below(bound);
            }
            let before = self.bound(&tried);
            let found = self.branch(tried, limit - (bound - before), depth);
            bound += found.bound.max(before) - before;
            let Some(part) = found.cover else { return Found::nothing_below(bound) };
            cover.join(part);
        }
        if cover.cost >= limit {
            Found::nothing_below(bound)
        } else {
            Found { bound, cover: Some(cover) }
        }
    }

    /// Reduces and splits a part, and cuts the pieces; gives what is settled, and the pieces.
    /// Nothing if there is no cover.
    fn cut_apart(&mut self, part: Part, depth: u32) -> Option<(Cover, Vec<Tried>)> {
        let Reduced { part, tariffs } = reduce(part, &mut self.tariffs).ok()?;
        let (closed, pieces) = split(&part, &[]);
        let mut cover = Cover::default();
        for seat in closed {
            let facts = part.seats.get(seat as usize).copied().unwrap_or_default();
            cover.cost += self.tariffs.get(at(&tariffs, seat)).base.times(facts.units.into());
            cover.targets.push((facts.id, facts.must));
        }
        let mut tried = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let tariffs: Vec<u32> = piece.seats.iter().map(|seat| at(&tariffs, *seat)).collect();
            tried.push(self.cut(piece.part, tariffs, depth));
        }
        Some((cover, tried))
    }

    /// Cuts one connected piece.
    fn cut(&mut self, part: Part, tariffs: Vec<u32>, depth: u32) -> Tried {
        self.steps += weight(&part);
        let seats: Vec<&Tariff> = tariffs.iter().map(|number| self.tariffs.get(*number)).collect();
        let hints: Vec<Cost> = part.needs.iter().map(|(id, _)| at(&self.lent, id)).collect();
        let weights: Vec<Weights> = part
            .seats
            .iter()
            .zip(tariffs.iter().zip(&seats))
            .map(|(seat, (number, tariff))| {
                let known =
                    self.fitted.get(seat.id as usize).filter(|known| known.tariff == *number);
                known
                    .filter(|known| !known.layers.is_empty())
                    .cloned()
                    .unwrap_or_else(|| Weights::of(*number, tariff))
            })
            .collect();
        let relaxed = Relaxed::new(&part, &seats, &weights, &hints);
        let targets = relaxed.targets(&part, &seats);
        let cover = self.cover_of(&part, &tariffs, &targets);
        let mut tried = Tried { part, tariffs, relaxed, cover };
        if weights.iter().any(|weights| !weights.layers.is_empty()) {
            self.fit(&mut tried, weights, depth);
        }
        if depth == 0 {
            self.record(&tried);
        }
        tried
    }

    /// What every cover of a piece costs at least: what is charged, up to the next amount that a
    /// cover can cost.
    fn bound(&self, tried: &Tried) -> Cost {
        self.rounded(tried.relaxed.charged)
    }

    fn rounded(&self, bound: Cost) -> Cost {
        match bound.money.rem_euclid(self.unit) {
            0 => bound,
            over => Cost::new(bound.money + (self.unit - over), 0),
        }
    }

    /// Raises the bound of a piece by fitting the weights of layers that do not give the true
    /// prices.
    fn fit(&mut self, tried: &mut Tried, mut weights: Vec<Weights>, depth: u32) {
        let hints: Vec<Cost> = tried.part.needs.iter().map(|(id, _)| at(&self.lent, id)).collect();
        let mut last: Option<Relaxed> = None;
        let mut since = 0;
        for round in 0..at(&FITS, depth.min(1)) {
            let least = self.bound(tried);
            if since > PATIENCE || tried.cover.as_ref().is_some_and(|cover| cover.cost <= least) {
                break;
            }
            let seats: Vec<&Tariff> =
                tried.tariffs.iter().map(|number| self.tariffs.get(*number)).collect();
            let now = last.as_ref().unwrap_or(&tried.relaxed);
            let nearest = if round % 2 == 0 { Side::Right } else { Side::Left };
            let mut gains = false;
            let parts = i64::from(round / 4) + if depth == 0 { 2 } else { 4 };
            for (place, (tariff, weights)) in (0_u32..).zip(seats.iter().zip(&mut weights)) {
                if !weights.layers.is_empty() {
                    let rights = now.bought(place, tariff, nearest);
                    gains |= weights.approach(&mut self.tightest, tariff, rights, parts);
                }
            }
            since += 1;
            if !gains {
                continue;
            }
            let next = Relaxed::new(&tried.part, &seats, &weights, &hints);
            let targets = next.targets(&tried.part, &seats);
            let cover = self.cover_of(&tried.part, &tried.tariffs, &targets);
            self.steps += weight(&tried.part);
            if let Some(cover) =
                cover.filter(|cover| tried.cover.as_ref().is_none_or(|best| cover.cost < best.cost))
            {
                tried.cover = Some(cover);
                since = 0;
            }
            if next.charged > tried.relaxed.charged {
                since = if self.rounded(next.charged) > self.bound(tried) { 0 } else { since };
                tried.relaxed = next;
                last = None;
                for (seat, weights) in tried.part.seats.iter().zip(&weights) {
                    self.fitted
                        .get_mut(seat.id as usize)
                        .into_iter()
                        .for_each(|fitted| fitted.clone_from(weights));
                }
            } else {
                last = Some(next);
            }
        }
    }

    /// Keeps the charges of a piece for the certificate.
    fn record(&mut self, tried: &Tried) {
        for ((id, _), charge) in tried.part.needs.iter().zip(&tried.relaxed.charges) {
            put(&mut self.charges, id, *charge);
        }
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
    fn branch(&mut self, mut tried: Tried, limit: Cost, depth: u32) -> Found {
        let mut best = Best::below(limit);
        best.take(tried.cover.take());
        if self.is_spent(&tried, best.limit) || depth >= DEEPEST {
            best.take(self.guess(&mut tried, 0));
            return best.found(self.bound(&tried));
        }
        self.press(&mut tried, &mut best, depth);
        self.foresee(depth, tried.relaxed.charged, Some(&tried));
        if self.bound(&tried) >= best.limit {
            return best.found(self.bound(&tried));
        }
        if let Some(part) = self.conclude(&mut tried, best.limit) {
            let found = self.run(part, best.limit, depth + 1);
            best.take(found.cover);
            return best.found(found.bound.max(self.bound(&tried)));
        }
        let Some(pin) = self.choose(&tried) else { return best.found(self.bound(&tried)) };
        self.nodes += 1;
        let (mut bound, least) = (Cost::INFINITE, self.bound(&tried));
        let without = tried.part.without(&[pin]);
        for part in [tried.part.with(pin), without] {
            let found = self.run(part, best.limit, depth + 1);
            best.take(found.cover);
            bound = bound.min(found.bound);
        }
        best.found(bound.max(least))
    }

    /// True if the budget is used up; where only points of preference are open, a part of it.
    fn is_spent(&self, tried: &Tried, limit: Cost) -> bool {
        let only_points = self.bound(tried).money >= limit.money;
        self.steps >= if only_points { self.budget / POINTS } else { self.budget }
    }

    /// Adds to the outlook what the first cut of a piece says.
    fn foresee(&mut self, depth: u32, bound: Cost, tried: Option<&Tried>) {
        let Some(mut outlook) = self.outlook.take_if(|_| depth == 0) else { return };
        outlook.ground += bound;
        if let Some(tried) = tried {
            let spare = Spare::of(tried, |_| true);
            let mut pins = tried.part.needs.all_pins().to_vec();
            pins.sort_unstable();
            pins.dedup();
            for pin in pins {
                let id = tried.part.seats.get(pin.holder as usize).map_or(0, |seat| seat.id);
                let beyond = self.spare(tried, &spare, pin).unwrap_or(Cost::INFINITE);
                outlook.beyond.push((Pin { holder: id, ..pin }, beyond));
            }
        }
        self.outlook = Some(outlook);
    }

    /// Raises the bound of a piece and guesses covers by turns.
    fn press(&mut self, tried: &mut Tried, best: &mut Best, depth: u32) {
        let mut guessed = None;
        let mut descended = false;
        for _ in 0..at(&GUESSES, depth.min(1)) {
            if self.bound(tried) >= best.limit {
                break;
            }
            let (rounds, more) = tried.relaxed.press(best.limit, ROUNDS);
            self.steps += weight(&tried.part) * u64::from(rounds);
            for (need, lent) in tried.relaxed.lent() {
                put(&mut self.lent, tried.part.needs.id(need), lent);
            }
            // The same cut would say the same again, and a cover next to the bound is hardly beaten
            // by a guess.
            let known = is_near(best.limit, tried.relaxed.charged);
            if guessed.replace(tried.relaxed.charged) != Some(tried.relaxed.charged) && !known {
                best.take(self.guess(tried, DIVE));
                if depth == 0 && !descended && !is_near(best.limit, tried.relaxed.charged) {
                    descended = true;
                    self.descend(tried, best);
                    tried.relaxed.set_stride(2);
                }
            }
            if !more {
                break;
            }
        }
        if depth == 0 {
            self.record(tried);
        }
    }

    /// Looks for covers by holding the waivers that the charges use up most, and by turning single
    /// ones.
    fn descend(&mut self, tried: &Tried, best: &mut Best) {
        let spare = Spare::outside(tried);
        let seats: Vec<&Tariff> =
            tried.tariffs.iter().map(|number| self.tariffs.get(*number)).collect();
        let mut descent = Descent::new(&tried.relaxed, &tried.part, &seats);
        // What is left of each, in thousandths of its price.
        let left = |pin: &Pin| {
            let left = self.spare(tried, &spare, *pin)?.money.max(0);
            let price = self.spare(tried, &Spare::default(), *pin)?.money.max(1);
            Some(left.saturating_mul(1_000) / price)
        };
        let mut order: Vec<(i64, u32)> = (0_u32..)
            .zip(descent.pins())
            .map(|(place, pin)| (left(pin).unwrap_or(i64::MAX), place))
            .collect();
        order.sort_unstable();
        let order: Vec<u32> = order.into_iter().map(|(_, place)| place).collect();
        let covers = descent.run(&order);
        self.steps += weight(&tried.part) * descent.cuts.div_ceil(8);
        if let Some((held, dropped)) = covers {
            let part = held.iter().fold(tried.part.without(&dropped), |part, pin| part.with(*pin));
            best.take(self.exact(part));
        }
    }

    /// The cheapest cover of a part whose cuts leave nothing open; nothing if they do.
    fn exact(&mut self, part: Part) -> Option<Cover> {
        let (mut cover, pieces) = self.cut_apart(part, 1)?;
        for piece in pieces {
            cover.join(piece.cover?);
        }
        Some(cover)
    }

    /// A cover made by taking the cut at its word, as if the bound were the cost.
    ///
    /// Waivers that the charges do not use up are not held then, and those that a need is left to
    /// are. What that leaves open is cut again, some times; in the end whatever is not clearly held
    /// is not.
    fn guess(&mut self, tried: &mut Tried, dive: u32) -> Option<Cover> {
        let spare = Spare::outside(tried);
        let left_over = tried.relaxed.left_over();
        let mut pins: Vec<(Pin, bool)> = tried
            .relaxed
            .waivers()
            .map(|(need, pin)| {
                (pin, !(at(&left_over, need) || dive == 0 && tried.relaxed.is_unmet(need)))
            })
            .collect();
        pins.sort_unstable();
        pins.dedup_by_key(|(pin, _)| *pin);
        let (mut held, mut dropped) = (Vec::new(), Vec::new());
        for (pin, doubtful) in pins {
            let left = self.spare(tried, &spare, pin);
            let price = self.spare(tried, &Spare::default(), pin);
            if left.zip(price).is_none_or(|(left, price)| left.times(2) > price) {
                dropped.push(pin);
            } else if !doubtful {
                held.push(pin);
            } else if dive == 0 {
                dropped.push(pin);
            }
        }
        if held.is_empty() && dropped.is_empty() {
            return if dive == 0 { None } else { self.guess(tried, 0) };
        }
        let part = held.iter().fold(tried.part.without(&dropped), |part, pin| part.with(*pin));
        let (mut cover, pieces) = self.cut_apart(part, 1)?;
        for mut piece in pieces {
            let least = self.bound(&piece);
            let exact = piece.cover.take_if(|cover| cover.cost <= least);
            cover.join(match exact {
                Some(cover) => cover,
                None if dive > 0 => self.guess(&mut piece, dive - 1)?,
                None => return None,
            });
        }
        Some(cover)
    }

    /// What follows for the waivers of a piece if only covers below the limit matter; nothing if
    /// nothing does.
    ///
    /// Exactness: a bundle that the charges do not use up adds what they leave of it to the bound
    /// of every cover that holds it; and a cut without a waiver bounds every cover that does not
    /// hold it.
    fn conclude(&mut self, tried: &mut Tried, limit: Cost) -> Option<Part> {
        let inexact = |pin: &Pin| !self.tariffs.get(at(&tried.tariffs, pin.holder)).exact;
        let mut concerned = vec![false; tried.part.seats.len()];
        let outside = tried.relaxed.waivers().map(|(_, pin)| pin);
        let mut pins: Vec<Pin> =
            outside.chain(tried.part.needs.all_pins().iter().copied().filter(inexact)).collect();
        pins.iter().for_each(|pin| put(&mut concerned, pin.holder, true));
        let spare = Spare::of(tried, |seat| at(&concerned, seat));
        pins.sort_unstable();
        pins.dedup();
        let too_dear = |pin: &Pin| {
            self.spare(tried, &spare, *pin)
                .is_none_or(|spare| self.rounded(tried.relaxed.charged + spare) >= limit)
        };
        let (dropped, rest): (Vec<Pin>, Vec<Pin>) = pins.into_iter().partition(too_dear);
        self.steps += weight(&tried.part) * rest.len() as u64 / 4;
        let needed = rest.into_iter().filter(|pin| {
            let tariff = self.tariffs.get(at(&tried.tariffs, pin.holder));
            tried.relaxed.is_needed(*pin, tariff, limit)
        });
        let needed: Vec<Pin> = needed.collect();
        if dropped.is_empty() && needed.is_empty() {
            return None;
        }
        Some(needed.iter().fold(tried.part.without(&dropped), |part, pin| part.with(*pin)))
    }

    /// What the charges leave of the cheapest way for a pin's holder to have its right.
    fn spare(&self, tried: &Tried, spare: &Spare, pin: Pin) -> Option<Cost> {
        let seat = tried.part.seats.get(pin.holder as usize)?;
        let tariff = self.tariffs.get(at(&tried.tariffs, pin.holder));
        let charges = spare.charges(pin.holder);
        let steps = tariff.steps.iter().filter(|step| step.grants.has(pin.right));
        let left = steps.map(|step| {
            let charged: Cost = charges
                .iter()
                .filter(|(of, _)| step.grants.has(of.right))
                .map(|(_, charge)| *charge)
                .sum();
            step.price.times(seat.units.into()) - charged
        });
        left.min()
    }

    /// The right to branch on: the waiver with most charged to it, else one that a layer does not
    /// price exactly.
    fn choose(&self, tried: &Tried) -> Option<Pin> {
        let mut waivers: Vec<(Pin, u32)> =
            tried.relaxed.waivers().map(|(need, pin)| (pin, need)).collect();
        waivers.sort_unstable();
        let groups = waivers.chunk_by(|a, b| a.0 == b.0);
        let total = |group: &&[(Pin, u32)]| -> Cost {
            group.iter().map(|(_, need)| at(&tried.relaxed.charges, *need)).sum()
        };
        let busiest =
            groups.rev().max_by_key(total).and_then(|group| group.first()).map(|(pin, _)| *pin);
        busiest.or_else(|| self.vague(tried))
    }

    /// A right whose price is not exact, held by the cut rather than not.
    fn vague(&self, tried: &Tried) -> Option<Pin> {
        let seats: Vec<&Tariff> =
            tried.tariffs.iter().map(|number| self.tariffs.get(*number)).collect();
        let targets = tried.relaxed.targets(&tried.part, &seats);
        let vague = (0_u32..).zip(&seats).filter(|(_, tariff)| !tariff.exact);
        let pins = vague.flat_map(|(holder, tariff)| {
            tariff.available.without(tariff.free).iter().map(move |right| Pin { holder, right })
        });
        pins.min_by_key(|pin| !at(&targets, pin.holder).has(pin.right))
    }
}

/// True if a cover at the limit is hardly beaten by a guess.
fn is_near(limit: Cost, bound: Cost) -> bool {
    (limit - bound).money <= bound.money / NEAR
}

/// How many steps a cut of a part takes.
fn weight(part: &Part) -> u64 {
    1 + part.needs.len() as u64 / 256
}

/// A piece and what its cut says.
struct Tried {
    part: Part,
    tariffs: Vec<u32>,
    relaxed: Relaxed,
    cover: Option<Cover>,
}

/// What some seats are charged, by seat.
#[derive(Default)]
struct Spare {
    charges: Vec<(Pin, Cost)>,
}

impl Spare {
    /// The charges of the seats outside the cut.
    fn outside(tried: &Tried) -> Self {
        let mut outside = vec![false; tried.part.seats.len()];
        tried.relaxed.waivers().for_each(|(_, pin)| put(&mut outside, pin.holder, true));
        Self::of(tried, |seat| at(&outside, seat))
    }

    fn of(tried: &Tried, wanted: impl Fn(u32) -> bool) -> Self {
        let mut charges = Vec::new();
        for ((_, pins), charge) in tried.part.needs.iter().zip(&tried.relaxed.charges) {
            let concerned = pins.iter().filter(|pin| charge.is_positive() && wanted(pin.holder));
            charges.extend(concerned.map(|pin| (*pin, *charge)));
        }
        charges.sort_unstable();
        Self { charges }
    }

    fn charges(&self, holder: u32) -> &[(Pin, Cost)] {
        let start = self.charges.partition_point(|(pin, _)| pin.holder < holder);
        let end = self.charges.partition_point(|(pin, _)| pin.holder <= holder);
        self.charges.get(start..end).unwrap_or_default()
    }
}
