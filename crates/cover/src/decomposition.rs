//! Parts of a problem that share nothing, solved apart and put together again.

use crate::budget::Budget;
use crate::certificate::certify::{certify, proof};
use crate::cost::Cost;
use crate::error::Unsolvable;
use crate::id::{at, put};
use crate::pools::assignment::{Fulfilment, fulfil};
use crate::pools::companions::{Either, Open, Pairs};
use crate::pools::pooled_search::Pooled;
use crate::pools::trim::trim;
use crate::presolve::components::split;
use crate::presolve::propagation::reduce;
use crate::presolve::subproblem::Part;
use crate::presolve::symmetry::Twins;
use crate::pricing::bundle_prices::Prices;
use crate::pricing::price_functions::Tariffs;
use crate::problem::{Item, ItemId, Problem};
use crate::rights::Rights;
use crate::search::branch_and_bound::Search;
use crate::solution::Solution;

/// Steps that the last count may take: it is worth more than any before.
const FINAL_STEPS: u64 = 2_000;

/// The cheapest cover of a problem that is well made, whatever has to be bought at least.
pub fn without_least(problem: &Problem, budget: Budget) -> Result<Solution, Unsolvable> {
    let Some(twins) = Twins::of(problem) else { return answer(problem, budget)?.finish(problem) };
    let mut answer = answer(&twins.problem, budget)?;
    answer.targets = twins.targets(&answer.targets);
    answer.charges = twins.charges(problem, &answer.charges);
    answer.finish(problem)
}

/// Solves the parts of a problem.
fn answer(problem: &Problem, budget: Budget) -> Result<Answer, Unsolvable> {
    let mut answer = Answer::new(problem);
    for (piece, items) in apart(problem)? {
        let left = budget.steps.saturating_sub(answer.steps);
        answer.add(problem, piece, items, left)?;
    }
    Ok(answer)
}

/// The parts of a problem that have nothing to do with each other, each with the shared items in
/// it.
///
/// Holders that may use the same owned or limited item belong together; everything that is not
/// joined by one is left in one part, for the search to take apart.
fn apart(problem: &Problem) -> Result<Vec<(Part, Vec<ItemId>)>, Unsolvable> {
    if !problem.items.iter().any(Item::is_shared) {
        return Ok(vec![(Part::whole(problem), Vec::new())]);
    }
    let mut tariffs = Tariffs::cautious(problem);
    let whole = reduce(Part::whole(problem), &mut tariffs).map_err(|_| Unsolvable::Conflict)?.part;
    let users = users(problem, &whole);
    let joined: Vec<(u32, u32)> = users
        .iter()
        .flat_map(|(_, seats)| seats.iter().map(|seat| (at(seats, 0), *seat)))
        .collect();
    let (closed, pieces) = split(&whole, &joined);
    let mut plain = Part::default();
    for seat in closed {
        plain.seats.extend(whole.seats.get(seat as usize));
    }
    let mut parts = Vec::new();
    for piece in pieces {
        let in_it = |seats: &[u32]| {
            seats.first().is_some_and(|seat| piece.seats.binary_search(seat).is_ok())
        };
        let items: Vec<ItemId> =
            users.iter().filter(|(_, seats)| in_it(seats)).map(|(item, _)| *item).collect();
        if items.is_empty() {
            plain.append(&piece.part);
        } else {
            parts.push((piece.part, items));
        }
    }
    parts.push((plain, Vec::new()));
    Ok(parts)
}

/// For each shared item the seats that may use it.
fn users(problem: &Problem, part: &Part) -> Vec<(ItemId, Vec<u32>)> {
    let mut open = vec![false; part.seats.len()];
    part.needs.all_pins().iter().for_each(|pin| put(&mut open, pin.holder, true));
    let mut users = Vec::new();
    for (item, _) in (0_u32..).map(ItemId).zip(&problem.items).filter(|(_, item)| item.is_shared())
    {
        let takes = |menu: u32| {
            let bundles = problem.menus.get(menu as usize).into_iter().flatten();
            bundles
                .filter_map(|id| problem.bundles.get(id.0 as usize))
                .any(|bundle| bundle.items.contains(&item))
        };
        let menus: Vec<bool> = (0..problem.menus.len() as u32).map(takes).collect();
        let seats = (0_u32..).zip(&part.seats).filter(|(place, seat)| {
            at(&menus, seat.menu) && (at(&open, *place) || !seat.must.is_empty())
        });
        let seats: Vec<u32> = seats.map(|(place, _)| place).collect();
        if !seats.is_empty() {
            users.push((item, seats));
        }
    }
    users
}

/// What was found out about the parts so far.
struct Answer {
    targets: Vec<Rights>,
    charges: Vec<i64>,
    rents: Vec<i64>,
    bound: Cost,
    steps: u64,
    nodes: u64,
}

impl Answer {
    fn new(problem: &Problem) -> Self {
        Self {
            targets: vec![Rights::NONE; problem.holders.len()],
            charges: vec![0; problem.requirements().len()],
            rents: problem.items.iter().map(|item| item.price).collect(),
            bound: Cost::ZERO,
            steps: 0,
            nodes: 0,
        }
    }

    /// Solves one part.
    fn add(
        &mut self,
        problem: &Problem,
        part: Part,
        items: Vec<ItemId>,
        budget: u64,
    ) -> Result<(), Unsolvable> {
        let (found, charges) = if items.is_empty() {
            let mut search =
                Search::new(problem, Tariffs::new(problem, Prices::of(problem)), budget);
            let found = search.run(part, Cost::INFINITE, 0);
            self.steps += search.steps;
            self.nodes += search.nodes;
            (found, search.charges)
        } else {
            let mut search = Pooled::new(problem, items.clone(), self.rents.clone(), budget);
            let hint = self.rents.clone();
            let found = search.run(part, Cost::INFINITE, &hint, 0);
            self.steps += search.steps;
            self.nodes += search.nodes;
            items.iter().for_each(|item| put(&mut self.rents, item.0, at(&search.rents, item.0)));
            (found, search.charges)
        };
        let Some(cover) = found.cover else {
            return Err(if found.bound < Cost::INFINITE {
                Unsolvable::OutOfSteps
            } else {
                Unsolvable::Conflict
            });
        };
        cover.targets.iter().for_each(|(holder, rights)| put(&mut self.targets, *holder, *rights));
        for (place, charge) in (0_u32..).zip(charges).filter(|(_, charge)| charge.is_positive()) {
            put(&mut self.charges, place, charge.money);
        }
        self.bound += found.bound;
        Ok(())
    }

    /// The solution, once all parts are in.
    fn finish(mut self, problem: &Problem) -> Result<Solution, Unsolvable> {
        trim(problem, &mut self.targets);
        let mut targets: Vec<(u32, Rights)> = (0_u32..).zip(self.targets.iter().copied()).collect();
        let either = loosened(problem, &mut targets);
        let Some(fulfilment) = fulfil(problem, &targets, &either, FINAL_STEPS) else {
            return Err(Unsolvable::OutOfSteps);
        };
        waive_idle_rents(problem, &mut self.rents);
        let certificate = certify(problem, self.rents, &self.charges);
        let Fulfilment { lots, quantities, cost, .. } = fulfilment;
        let proof = proof(certificate, self.bound.money, cost.money, self.nodes);
        Ok(Solution { lots, quantities, cost, proof, steps: self.steps })
    }
}

/// Leaves it to the units of pairs how they have what only the pair must have.
fn loosened(problem: &Problem, targets: &mut [(u32, Rights)]) -> Either {
    let pairs = Pairs::of(problem);
    if pairs.is_empty() {
        return Either::new();
    }
    let open = problem.requirements().map(|requirement| Open {
        right: requirement.right,
        holders: requirement.alternatives.iter().map(|holder| holder.0).collect(),
    });
    let open: Vec<Open> = open.collect();
    pairs.loosen(&open, |_| Rights::NONE, targets)
}

/// A shared item that nobody may use asks no rent.
fn waive_idle_rents(problem: &Problem, rents: &mut [i64]) {
    if !problem.items.iter().any(Item::is_shared) {
        return;
    }
    let used = users(problem, &Part::whole(problem));
    for (item, _) in (0_u32..).map(ItemId).zip(&problem.items).filter(|(_, item)| item.is_shared())
    {
        if used.iter().all(|(id, _)| *id != item) {
            put(rents, item.0, 0);
        }
    }
}
