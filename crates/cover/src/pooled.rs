//! The cheapest cover where something is owned already, or may not be bought without limit.
//!
//! What is owned joins holders that have nothing else to do with each other: it serves whoever saves most by it. A rent
//! for each owned item takes them apart again: at any rents, the cheapest cover in which every unit pays rent, less the
//! rents of the whole pools, costs no more than the true cheapest (after Lagrange). The rents that raise this bound
//! most are looked for by cutting planes; where even they leave a gap, one right of one holder is branched on. What is
//! limited asks rent as well, beyond its price where the limit is reached.

use crate::cost::Cost;
use crate::found::{Best, Cover, Found};
use crate::fulfil::{Fulfilment, fulfil};
use crate::order::{sort, sort_dedup};
use crate::part::{Part, Pin};
use crate::prices::Prices;
use crate::problem::{ItemId, Problem};
use crate::reduce::{Reduced, reduce};
use crate::rents::Planes;
use crate::rights::Rights;
use crate::search::{Outlook, Search};
use crate::table::at;
use crate::tariffs::Tariffs;

/// Rounds of looking for better rents: at first, and after each branch.
const ROUNDS: [u32; 2] = [24, 3];

/// Steps that one look at a part may take.
const LOOK: u64 = 1_000;

/// A search among the covers of one part.
pub struct Pooled<'a> {
    problem: &'a Problem,
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
    /// Rights with which every cover costs at least as much as the best one found, in order.
    too_dear: Vec<Pin>,
    /// A right on which the covers at different rents differ.
    contested: Option<Pin>,
}

impl<'a> Pooled<'a> {
    /// A search of about `budget` steps at most, at first with these rents.
    pub fn new(problem: &'a Problem, items: Vec<ItemId>, rents: Vec<i64>, budget: u64) -> Self {
        let charges = vec![Cost::ZERO; problem.requirements().len()];
        let cautious = Tariffs::cautious(problem);
        Self { problem, cautious, items, charges, rents, steps: 0, nodes: 0, budget }
    }

    /// The cheapest cover of a part, if it costs less than the limit.
    pub fn run(&mut self, part: Part, limit: Cost, hint: &[i64], depth: u32) -> Found {
        let Ok(Reduced { part, .. }) = reduce(part, &mut self.cautious) else {
            return Found { bound: Cost::ENDLESS, cover: None };
        };
        let mut best = Best { limit, cover: None };
        if part.needs.len() == 0 {
            let targets = part.seats.iter().map(|seat| (seat.id, seat.must)).collect();
            let Some(fulfilment) = self.take(targets, &mut best) else {
                return Found { bound: Cost::ENDLESS, cover: None };
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
        if !too_dear.is_empty() {
            let found = self.run(part.without(&too_dear), best.limit, &rents, depth + 1);
            best.take(found.cover);
            return best.found(found.bound.max(bound));
        }
        let Some(pin) = contested.or_else(|| self.heaviest(&part)) else { return best.found(bound) };
        self.nodes += 1;
        let mut least = Cost::ENDLESS;
        let without = part.without(&[pin]);
        for part in [part.with(pin), without] {
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
            // After a step too far the next ones keep closer to the best rents, after a good one they go further.
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
            let fulfilment = self.take(targets, best);
            if bound.0 >= best.limit || self.steps >= self.budget || (planes.len() > 8 && self.steps >= self.budget / 4)
            {
                break;
            }
            // What the cover at hand would pay for one more is often where the rents end up.
            let shadow = fulfilment.map(|fulfilment| fulfilment.rents).filter(|rents| !tried.contains(rents));
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
        let found = search.run(part.clone(), Cost::ENDLESS, 0);
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
    fn take(&self, targets: Vec<(u32, Rights)>, best: &mut Best) -> Option<Fulfilment> {
        let mut targets = targets;
        sort(&mut targets);
        let fulfilment = fulfil(self.problem, &targets)?;
        best.take(Some(Cover { cost: fulfilment.cost, targets }));
        Some(fulfilment)
    }

    /// The open right on which the last covers differ at the most units.
    fn contested(&self, part: &Part, covers: &[Vec<(u32, Rights)>]) -> Option<Pin> {
        let last = covers.last()?;
        let rights = |cover: &[(u32, Rights)], id: u32| {
            cover
                .binary_search_by_key(&id, |(holder, _)| *holder)
                .ok()
                .and_then(|place| cover.get(place))
                .map(|(_, r)| *r)
        };
        let differ = |pin: &&Pin| {
            let id = part.seats.get(pin.holder as usize).map_or(0, |seat| seat.id);
            let mine = rights(last, id).unwrap_or_default().has(pin.right);
            covers.iter().any(|cover| rights(cover, id).unwrap_or_default().has(pin.right) != mine)
        };
        part.needs.all_pins().iter().filter(differ).copied().max_by_key(|pin| weight(part, *pin))
    }

    /// The open right of the most units.
    fn heaviest(&self, part: &Part) -> Option<Pin> {
        part.needs.all_pins().iter().copied().max_by_key(|pin| weight(part, *pin))
    }
}

/// The rights of a part with which every cover costs at least the limit, by any of the outlooks, in order.
///
/// Exactness: at any rents the charges, less the rents of the pools, bound the cost of every cover, and what they leave
/// of the cheapest bundle with a right is added to that by whoever holds it. So there is a cheapest cover below the limit
/// without that right, or none.
fn too_dear(part: &Part, outlooks: &[Outlook], limit: Cost) -> Vec<Pin> {
    let mut pins = Vec::new();
    for outlook in outlooks {
        let dear = outlook.beyond.iter().filter(|(_, beyond)| outlook.ground + *beyond >= limit);
        pins.extend(dear.filter_map(|(pin, _)| {
            let holder = part.seats.binary_search_by_key(&pin.holder, |seat| seat.id).ok()?;
            Some(Pin { holder: holder as u32, ..*pin })
        }));
    }
    sort_dedup(&mut pins);
    pins
}

fn weight(part: &Part, pin: Pin) -> (u32, std::cmp::Reverse<Pin>) {
    (part.seats.get(pin.holder as usize).map_or(0, |seat| seat.units), std::cmp::Reverse(pin))
}

fn in_order(mut targets: Vec<(u32, Rights)>) -> Vec<(u32, Rights)> {
    sort(&mut targets);
    targets
}
