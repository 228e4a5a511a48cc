//! Parts of a problem that share nothing, solved apart and put together again.

use crate::budget::Budget;
use crate::certificate::certify::{certify, proof};
use crate::cost::Cost;
use crate::error::Unsolvable;
use crate::id::{at, put};
use crate::pools::assignment::{Assignment, assign};
use crate::pools::companions::{CompanionPairs, Either, OpenRequirement};
use crate::pools::pooled_search::PooledSearch;
use crate::pools::trim::trim;
use crate::presolve::components::connected_components;
use crate::presolve::propagation::propagate;
use crate::presolve::subproblem::Subproblem;
use crate::presolve::symmetry::Symmetry;
use crate::pricing::bundle_prices::Prices;
use crate::pricing::price_functions::PriceFunctions;
use crate::problem::{Item, ItemId, Problem};
use crate::rights::Rights;
use crate::search::branch_and_bound::Search;
use crate::solution::Solution;

/// Steps that the last count may take: it is worth more than any before.
const FINAL_STEPS: u64 = 2_000;

/// The cheapest cover of a problem that is well made, whatever has to be bought at least.
pub fn without_minimum_orders(problem: &Problem, budget: Budget) -> Result<Solution, Unsolvable> {
    let Some(symmetry) = Symmetry::of(problem) else {
        return answer(problem, budget)?.finish(problem);
    };
    let mut answer = answer(&symmetry.problem, budget)?;
    answer.targets = symmetry.targets(&answer.targets);
    answer.charges = symmetry.charges(problem, &answer.charges);
    answer.finish(problem)
}

/// Solves the parts of a problem.
fn answer(problem: &Problem, budget: Budget) -> Result<Answer, Unsolvable> {
    let mut answer = Answer::new(problem);
    for (component, items) in decompose(problem)? {
        let left = budget.steps.saturating_sub(answer.steps);
        answer.add(problem, component, items, left)?;
    }
    Ok(answer)
}

/// The parts of a problem that have nothing to do with each other, each with the shared items in
/// it.
///
/// Holders that may use the same owned or limited item belong together; everything that is not
/// joined by one is left in one part, for the search to take apart.
fn decompose(problem: &Problem) -> Result<Vec<(Subproblem, Vec<ItemId>)>, Unsolvable> {
    if !problem.items.iter().any(Item::is_shared) {
        return Ok(vec![(Subproblem::whole(problem), Vec::new())]);
    }
    let mut price_functions = PriceFunctions::cautious(problem);
    let whole = propagate(Subproblem::whole(problem), &mut price_functions)
        .map_err(|_| Unsolvable::Conflict)?
        .subproblem;
    let users = users(problem, &whole);
    let joined: Vec<(u32, u32)> = users
        .iter()
        .flat_map(|(_, nodes)| nodes.iter().map(|node| (at(nodes, 0), *node)))
        .collect();
    let (isolated, components) = connected_components(&whole, &joined);
    let mut plain = Subproblem::default();
    for node in isolated {
        plain.nodes.extend(whole.nodes.get(node as usize));
    }
    let mut parts = Vec::new();
    for component in components {
        let in_it = |nodes: &[u32]| {
            nodes.first().is_some_and(|node| component.nodes.binary_search(node).is_ok())
        };
        let items: Vec<ItemId> =
            users.iter().filter(|(_, nodes)| in_it(nodes)).map(|(item, _)| *item).collect();
        if items.is_empty() {
            plain.append(&component.subproblem);
        } else {
            parts.push((component.subproblem, items));
        }
    }
    parts.push((plain, Vec::new()));
    Ok(parts)
}

/// For each shared item the nodes that may use it.
fn users(problem: &Problem, subproblem: &Subproblem) -> Vec<(ItemId, Vec<u32>)> {
    let mut open = vec![false; subproblem.nodes.len()];
    subproblem
        .constraints
        .all_literals()
        .iter()
        .for_each(|literal| put(&mut open, literal.holder, true));
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
        let nodes = (0_u32..).zip(&subproblem.nodes).filter(|(place, node)| {
            at(&menus, node.menu) && (at(&open, *place) || !node.required.is_empty())
        });
        let nodes: Vec<u32> = nodes.map(|(place, _)| place).collect();
        if !nodes.is_empty() {
            users.push((item, nodes));
        }
    }
    users
}

/// What was found out about the parts so far.
struct Answer {
    targets: Vec<Rights>,
    charges: Vec<i64>,
    shadow_prices: Vec<i64>,
    bound: Cost,
    steps: u64,
    branches: u64,
}

impl Answer {
    fn new(problem: &Problem) -> Self {
        Self {
            targets: vec![Rights::NONE; problem.holders.len()],
            charges: vec![0; problem.requirements().len()],
            shadow_prices: problem.items.iter().map(|item| item.price).collect(),
            bound: Cost::ZERO,
            steps: 0,
            branches: 0,
        }
    }

    /// Solves one part.
    fn add(
        &mut self,
        problem: &Problem,
        subproblem: Subproblem,
        items: Vec<ItemId>,
        budget: u64,
    ) -> Result<(), Unsolvable> {
        let (result, charges) = if items.is_empty() {
            let mut search =
                Search::new(problem, PriceFunctions::new(problem, Prices::of(problem)), budget);
            let result = search.run(subproblem, Cost::INFINITE, 0);
            self.steps += search.steps;
            self.branches += search.branches;
            (result, search.charges)
        } else {
            let mut search =
                PooledSearch::new(problem, items.clone(), self.shadow_prices.clone(), budget);
            let hint = self.shadow_prices.clone();
            let result = search.run(subproblem, Cost::INFINITE, &hint, 0);
            self.steps += search.steps;
            self.branches += search.branches;
            items.iter().for_each(|item| {
                put(&mut self.shadow_prices, item.0, at(&search.shadow_prices, item.0))
            });
            (result, search.charges)
        };
        let Some(cover) = result.cover else {
            return Err(if result.bound < Cost::INFINITE {
                Unsolvable::OutOfSteps
            } else {
                Unsolvable::Conflict
            });
        };
        cover.targets.iter().for_each(|(holder, rights)| put(&mut self.targets, *holder, *rights));
        for (place, charge) in (0_u32..).zip(charges).filter(|(_, charge)| charge.is_positive()) {
            put(&mut self.charges, place, charge.money);
        }
        self.bound += result.bound;
        Ok(())
    }

    /// The solution, once all parts are in.
    fn finish(mut self, problem: &Problem) -> Result<Solution, Unsolvable> {
        trim(problem, &mut self.targets);
        let mut targets: Vec<(u32, Rights)> = (0_u32..).zip(self.targets.iter().copied()).collect();
        let either = left_to_units(problem, &mut targets);
        let Some(assignment) = assign(problem, &targets, &either, FINAL_STEPS) else {
            return Err(Unsolvable::OutOfSteps);
        };
        waive_idle_shadow_prices(problem, &mut self.shadow_prices);
        let certificate = certify(problem, self.shadow_prices, &self.charges);
        let Assignment { lots, quantities, cost, .. } = assignment;
        let proof = proof(certificate, self.bound.money, cost.money, self.branches);
        Ok(Solution { lots, quantities, cost, proof, steps: self.steps })
    }
}

/// Leaves it to the units of pairs how they have what only the pair must have.
fn left_to_units(problem: &Problem, targets: &mut [(u32, Rights)]) -> Either {
    let pairs = CompanionPairs::of(problem);
    if pairs.is_empty() {
        return Either::new();
    }
    let open = problem.requirements().map(|requirement| OpenRequirement {
        right: requirement.right,
        holders: requirement.alternatives.iter().map(|holder| holder.0).collect(),
    });
    let open: Vec<OpenRequirement> = open.collect();
    pairs.leave_to_units(&open, |_| Rights::NONE, targets)
}

/// A shared item that nobody may use asks no rent.
fn waive_idle_shadow_prices(problem: &Problem, shadow_prices: &mut [i64]) {
    if !problem.items.iter().any(Item::is_shared) {
        return;
    }
    let used = users(problem, &Subproblem::whole(problem));
    for (item, _) in (0_u32..).map(ItemId).zip(&problem.items).filter(|(_, item)| item.is_shared())
    {
        if used.iter().all(|(id, _)| *id != item) {
            put(shadow_prices, item.0, 0);
        }
    }
}
