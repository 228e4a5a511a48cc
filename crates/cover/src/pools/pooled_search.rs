//! The cheapest cover where something is owned already, or may not be bought without limit.
//!
//! What is owned joins holders that have nothing else to do with each other: it serves whoever
//! saves most by it. A rent for each owned item takes them apart again: at any rents, the cheapest
//! cover in which every unit pays rent, less the rents of the whole pools, costs no more than the
//! true cheapest (after Lagrange). The rents that raise this bound most are looked for by cutting
//! planes; where even they leave a gap, one right of one holder is branched on. What is limited
//! asks rent as well, beyond its price where the limit is reached.

use crate::cost::Cost;
use crate::id::at;
use crate::pools::assignment::{Fulfilment, fulfil};
use crate::pools::companions::{Either, Open, Pairs};
use crate::pools::cutting_planes::Planes;
use crate::presolve::propagation::{Reduced, reduce};
use crate::presolve::subproblem::{Part, Pin};
use crate::pricing::bundle_prices::Prices;
use crate::pricing::price_functions::Tariffs;
use crate::problem::{ItemId, Problem};
use crate::rights::Rights;
use crate::search::branch_and_bound::{Outlook, Search};
use crate::search::incumbent::{Best, Cover, Found};

/// Rounds of looking for better rents: at first, and after each branch.
const ROUNDS: [u32; 2] = [24, 3];

/// Steps that one look at a part may take.
const LOOK: u64 = 1_000;

/// A search among the covers of one part.
pub struct Pooled<'a> {
    problem: &'a Problem,
    pairs: Pairs<'a>,
    cautious: Tariffs<'a>,
    /// The shared items of the part.
    items: Vec<ItemId>,
    /// What each requirement is charged at the first rents.
    pub charges: Vec<Cost>,
    /// The rents of the first bound.
    pub rents: Vec<i64>,
    /// How much was done, in steps of the budget.
    pub steps: u64,
    /// How many choices were branched on.
    pub nodes: u64,
    budget: u64,
}

/// What a part costs at some rents.
struct View {
    bound: Cost,
    charges: Vec<Cost>,
    targets: Option<Vec<(u32, Rights)>>,
    outlook: Outlook,
    nodes: u64,
}

/// What looking at a part has found.
struct Look {
    bound: Cost,
    /// The rents of the bound.
    rents: Vec<i64>,
    /// By view: rights with which every cover costs at least as much as the best one found, in
    /// order.
    too_dear: Vec<Vec<Pin>>,
    /// A choice on which the covers at different rents differ.
    contested: Option<Choice>,
}

/// Something to decide: whether a holder has a right whole, or whether the units of a pair have it,
/// either way.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Choice {
    pins: Vec<Pin>,
    pair: Option<u32>,
}

impl<'a> Pooled<'a> {
    /// A search of about `budget` steps at most, at first with these rents.
    pub fn new(problem: &'a Problem, items: Vec<ItemId>, rents: Vec<i64>, budget: u64) -> Self {
        let charges = vec![Cost::ZERO; problem.requirements().len()];
        let cautious = Tariffs::cautious(problem);
        let pairs = Pairs::of(problem);
        Self { problem, pairs, cautious, items, charges, rents, steps: 0, nodes: 0, budget }
    }

    /// The cheapest cover of a part, if it costs less than the limit.
    pub fn run(&mut self, part: Part, limit: Cost, hint: &[i64], depth: u32) -> Found {
        let Ok(Reduced { part, .. }) = reduce(part, &mut self.cautious) else {
            return Found { bound: Cost::INFINITE, cover: None };
        };
        let mut best = Best { limit, cover: None };
        if part.needs.iter().all(|(_, pins)| self.is_of_units(&part, pins)) {
            let targets = part.seats.iter().map(|seat| (seat.id, seat.must)).collect();
            let Some(fulfilment) = self.take(&part, targets, &mut best) else {
                return Found { bound: Cost::INFINITE, cover: None };
            };
            if depth == 0 {
                self.settle(&part, &fulfilment.rents, &mut best);
            }
            return best.found(fulfilment.bound);
        }
        let Look { bound, rents, too_dear, contested } = self.look(&part, &mut best, hint, depth);
        let out = self.steps >= self.budget || depth >= 200;
        if bound >= best.limit || out {
            return best.found(bound);
        }
        if let Some(less) = self.without_dear(&part, &too_dear) {
            let found = self.run(less, best.limit, &rents, depth + 1);
            best.take(found.cover);
            return best.found(found.bound.max(bound));
        }
        let Some(choice) = contested.or_else(|| self.heaviest(&part)) else {
            return best.found(bound);
        };
        self.nodes += 1;
        let mut least = Cost::INFINITE;
        for part in self.decided(&part, &choice) {
            let found = self.run(part, best.limit, &rents, depth + 1);
            best.take(found.cover);
            least = least.min(found.bound);
        }
        best.found(least.max(bound))
    }

    /// Looks at the part at better and better rents.
    fn look(&mut self, part: &Part, best: &mut Best, hint: &[i64], depth: u32) -> Look {
        let mut rents = hint.to_vec();
        let mut tried: Vec<Vec<i64>> = Vec::new();
        let items = self.items.clone();
        let mut planes = Planes::new(self.problem, &items);
        let mut covers: Vec<Vec<(u32, Rights)>> = Vec::new();
        let mut outlooks: Vec<Outlook> = Vec::new();
        let mut bound = (Cost::new(i64::MIN / 4, 0), rents.clone());
        let mut reach = 1;
        for _ in 0..at(&ROUNDS, depth.min(1)) {
            let view = self.view(part, &rents);
            if depth == 0 && view.bound > bound.0 {
                self.charges = view.charges;
                self.rents.clone_from(&rents);
                self.nodes = view.nodes;
            }
            // After a step too far the next ones keep closer to the best rents, after a good one
            // they go further.
            if view.bound > bound.0 {
                bound = (view.bound, rents.clone());
                reach = (reach / 2).max(1);
            } else {
                reach *= 4;
            }
            tried.push(rents.clone());
            outlooks.push(view.outlook);
            let Some(targets) = view.targets else { break };
            planes.add(&targets, &rents);
            covers.push(targets.clone());
            let fulfilment = self.take(part, targets, best);
            if bound.0 >= best.limit
                || self.steps >= self.budget
                || (planes.len() > 8 && self.steps >= self.budget / 4)
            {
                break;
            }
            // What the cover at hand would pay for one more is often where the rents end up.
            let shadow = fulfilment
                .map(|fulfilment| fulfilment.rents)
                .filter(|rents| !tried.contains(rents));
            let hopeful = shadow.filter(|rents| planes.height(rents) > bound.0.money.into());
            let next = || planes.next(&bound.1, reach).filter(|rents| !tried.contains(rents));
            let Some(next) = hopeful.or_else(next) else { break };
            rents = next;
        }
        let too_dear = too_dear(part, &outlooks, best.limit);
        Look { bound: bound.0, rents: bound.1, too_dear, contested: self.contested(part, &covers) }
    }

    /// Records the rents and the charges of a part in which nothing is left to choose.
    fn settle(&mut self, part: &Part, rents: &[i64], best: &mut Best) {
        let view = self.view(part, rents);
        self.charges = view.charges;
        self.rents = rents.to_vec();
        best.take(None);
    }

    /// The cheapest cover at some rents, less the rents of the pools.
    fn view(&mut self, part: &Part, rents: &[i64]) -> View {
        let tariffs = Tariffs::new(self.problem, Prices::at_rents(self.problem, rents));
        let mut search = Search::new(self.problem, tariffs, LOOK);
        search.outlook = Some(Outlook::default());
        let found = search.run(part.clone(), Cost::INFINITE, 0);
        self.steps += search.steps.max(1);
        let owned = self.items.iter().filter_map(|id| {
            let item = self.problem.items.get(id.0 as usize)?;
            Some(Cost::new(i64::try_from(item.yields(at(rents, id.0))).unwrap_or(i64::MAX / 4), 0))
        });
        let owned: Cost = owned.sum();
        let Outlook { ground, beyond } = search.outlook.take().unwrap_or_default();
        View {
            bound: found.bound - owned,
            outlook: Outlook { ground: ground - owned, beyond },
            charges: search.charges,
            targets: found.cover.map(|cover| in_order(cover.targets)),
            nodes: search.nodes,
        }
    }

    /// Fulfils the rights, and keeps the cover if it is the best.
    fn take(
        &mut self,
        part: &Part,
        targets: Vec<(u32, Rights)>,
        best: &mut Best,
    ) -> Option<Fulfilment> {
        let mut targets = targets;
        targets.sort_unstable();
        let either = self.loosened(part, &mut targets);
        let fulfilment =
            fulfil(self.problem, &targets, &either, self.budget.saturating_sub(self.steps))?;
        self.steps += fulfilment.steps;
        best.take(Some(Cover { cost: fulfilment.cost, targets }));
        Some(fulfilment)
    }

    /// Leaves it to the units of pairs how they have what only the pair must have.
    fn loosened(&self, part: &Part, targets: &mut [(u32, Rights)]) -> Either {
        if self.pairs.is_empty() {
            return Either::new();
        }
        let id = |pin: &Pin| part.seats.get(pin.holder as usize).map_or(0, |seat| seat.id);
        let needs = part.needs.iter().filter_map(|(_, pins)| Some((pins.first()?.right, pins)));
        let open: Vec<Open> = needs
            .map(|(right, pins)| Open { right, holders: pins.iter().map(id).collect() })
            .collect();
        let must = |holder: u32| {
            let place = part.seats.binary_search_by_key(&holder, |seat| seat.id).ok();
            place.and_then(|place| part.seats.get(place)).map_or(Rights::NONE, |seat| seat.must)
        };
        self.pairs.loosen(&open, must, targets)
    }

    /// The pair of which both holders are among the pins of a need.
    fn pair_of(&self, part: &Part, pins: &[Pin]) -> Option<u32> {
        self.pairs.within(
            pins.iter().map(|pin| part.seats.get(pin.holder as usize).map_or(0, |seat| seat.id)),
        )
    }

    /// True if a need leaves nothing to decide but who of a pair has the right, unit by unit.
    fn is_of_units(&self, part: &Part, pins: &[Pin]) -> bool {
        pins.len() == 2 && self.pair_of(part, pins).is_some()
    }

    /// What a need leaves to decide, alternative by alternative.
    fn choices(&self, part: &Part, pins: &[Pin]) -> Vec<Choice> {
        let pair = self.pair_of(part, pins);
        let of_pair = |pin: &Pin| {
            let id = part.seats.get(pin.holder as usize).map_or(0, |seat| seat.id);
            pair.is_some() && self.pairs.of_holder(id) == pair
        };
        let (together, alone): (Vec<Pin>, Vec<Pin>) = pins.iter().partition(|pin| of_pair(pin));
        let mut choices: Vec<Choice> =
            alone.into_iter().map(|pin| Choice { pins: vec![pin], pair: None }).collect();
        if pair.is_some() {
            choices.push(Choice { pins: together, pair });
        }
        choices
    }

    /// The part in which a choice holds, and the one in which no need relies on it.
    ///
    /// Exactness: where a pair is chosen for, its needs are met by it alone, in whatever way its
    /// units like best, or not at all by it. Where a holder of a pair is chosen for alone, needs of
    /// the whole pair keep it among their alternatives, for some of its units may have the right
    /// all the same.
    fn decided(&self, part: &Part, choice: &Choice) -> [Part; 2] {
        let concerns = |pins: &[Pin]| {
            let named = choice.pins.iter().all(|pin| pins.contains(pin));
            named && (choice.pair.is_some() || !self.is_in_pair(part, pins, &choice.pins))
        };
        let without = part.filtered(|pins, pin| !(concerns(pins) && choice.pins.contains(pin)));
        let with = match choice.pins.as_slice() {
            [pin] => part.clone().with(*pin),
            _ => part.filtered(|pins, pin| !concerns(pins) || choice.pins.contains(pin)),
        };
        [with, without]
    }

    /// True if one of these pins stands in a need together with the other holder of its pair.
    fn is_in_pair(&self, part: &Part, pins: &[Pin], of: &[Pin]) -> bool {
        self.choices(part, pins)
            .iter()
            .any(|choice| choice.pair.is_some() && choice.pins.iter().any(|pin| of.contains(pin)))
    }

    /// The part without alternatives that are too dear; nothing if none of them falls away. One
    /// holder of a pair alone does not fall away from a need of the whole pair: what is too dear
    /// for all its units may not be so for some.
    fn without_dear(&self, part: &Part, dear: &[Vec<Pin>]) -> Option<Part> {
        // One view must rule out both holders of a pair: by two views some units could go one way
        // each.
        let is_dear = |pins: &[Pin]| {
            dear.iter().any(|dear| pins.iter().all(|pin| dear.binary_search(pin).is_ok()))
        };
        let falls = |pins: &[Pin], pin: &Pin| {
            if self.pairs.is_empty() {
                return is_dear(&[*pin]);
            }
            let choices = self.choices(part, pins);
            choices
                .iter()
                .find(|choice| choice.pins.contains(pin))
                .is_some_and(|choice| is_dear(&choice.pins))
        };
        if !part.needs.iter().any(|(_, pins)| pins.iter().any(|pin| falls(pins, pin))) {
            return None;
        }
        Some(part.filtered(|pins, pin| !falls(pins, pin)))
    }

    /// The open choice on which the last covers differ at the most units.
    fn contested(&self, part: &Part, covers: &[Vec<(u32, Rights)>]) -> Option<Choice> {
        let last = covers.last()?;
        let rights = |cover: &[(u32, Rights)], id: u32| {
            cover
                .binary_search_by_key(&id, |(holder, _)| *holder)
                .ok()
                .and_then(|place| cover.get(place))
                .map(|(_, r)| *r)
        };
        let holds = |cover: &[(u32, Rights)], choice: &Choice| {
            choice.pins.iter().any(|pin| {
                let id = part.seats.get(pin.holder as usize).map_or(0, |seat| seat.id);
                rights(cover, id).unwrap_or_default().has(pin.right)
            })
        };
        let differ = |choice: &Choice| {
            let mine = holds(last, choice);
            covers.iter().any(|cover| holds(cover, choice) != mine)
        };
        self.open_choices(part).filter(differ).max_by_key(|choice| weight(part, choice))
    }

    /// The open choice of the most units.
    fn heaviest(&self, part: &Part) -> Option<Choice> {
        self.open_choices(part).max_by_key(|choice| weight(part, choice))
    }

    fn open_choices<'p>(&'p self, part: &'p Part) -> impl Iterator<Item = Choice> + 'p {
        let open = part.needs.iter().filter(|(_, pins)| !self.is_of_units(part, pins));
        open.flat_map(|(_, pins)| self.choices(part, pins))
    }
}

/// The rights of a part with which every cover costs at least the limit, by any of the outlooks, in
/// order.
///
/// Exactness: at any rents the charges, less the rents of the pools, bound the cost of every cover,
/// and what they leave of the cheapest bundle with a right is added to that by whoever holds it. So
/// there is a cheapest cover below the limit without that right, or none.
fn too_dear(part: &Part, outlooks: &[Outlook], limit: Cost) -> Vec<Vec<Pin>> {
    let dear = |outlook: &Outlook| {
        let dear = outlook.beyond.iter().filter(|(_, beyond)| outlook.ground + *beyond >= limit);
        let pins = dear.filter_map(|(pin, _)| {
            let holder = part.seats.binary_search_by_key(&pin.holder, |seat| seat.id).ok()?;
            Some(Pin { holder: holder as u32, ..*pin })
        });
        let mut pins: Vec<Pin> = pins.collect();
        pins.sort_unstable();
        pins
    };
    outlooks.iter().map(dear).filter(|pins| !pins.is_empty()).collect()
}

fn weight(part: &Part, choice: &Choice) -> (u32, std::cmp::Reverse<Pin>) {
    let pin = choice.pins.first().copied().unwrap_or_default();
    (part.seats.get(pin.holder as usize).map_or(0, |seat| seat.units), std::cmp::Reverse(pin))
}

fn in_order(mut targets: Vec<(u32, Rights)>) -> Vec<(u32, Rights)> {
    targets.sort_unstable();
    targets
}
