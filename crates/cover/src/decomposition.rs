//! Parts of a problem that share nothing, solved apart and put together again.

use crate::budget::Budget;
use crate::certificate::certify::{certify, proof};
use crate::cost::Cost;
use crate::error::Unsolvable;
use crate::id::{BundleId, HolderId, IdVec, ItemId, MenuId, NodeId, RequirementId, at, put};
use crate::pools::assignment::{Assignment, assign};
use crate::pools::companions::{CompanionPairs, OpenRequirement, PairRights};
use crate::pools::pooled_search::PooledSearch;
use crate::pools::trim::trim;
use crate::presolve::components::connected_components;
use crate::presolve::propagation::propagate;
use crate::presolve::subproblem::Subproblem;
use crate::presolve::symmetry::Symmetry;
use crate::pricing::bundle_prices::Prices;
use crate::pricing::price_functions::PriceFunctions;
use crate::problem::{Item, Problem};
use crate::rights::{HolderRights, Rights};
use crate::search::branch_and_bound::Search;
use crate::solution::{ShadowPrices, Solution};

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
    for part in decompose(problem)? {
        let left = budget.steps.saturating_sub(answer.steps);
        answer.add(problem, part, left)?;
    }
    Ok(answer)
}

/// Part of a problem, with the shared items in it.
struct Part {
    subproblem: Subproblem,
    items: Vec<ItemId>,
}

/// The parts of a problem that have nothing to do with each other, each with the shared items in
/// it.
///
/// Holders that may use the same owned or limited item belong together; everything that is not
/// joined by one is left in one subproblem, for the search to take apart.
fn decompose(problem: &Problem) -> Result<Vec<Part>, Unsolvable> {
    if !problem.items.iter().any(Item::is_shared) {
        return Ok(vec![Part { subproblem: Subproblem::whole(problem), items: Vec::new() }]);
    }
    let mut price_functions = PriceFunctions::cautious(problem);
    let whole = propagate(Subproblem::whole(problem), &mut price_functions)
        .map_err(|_| Unsolvable::Conflict)?
        .subproblem;
    let users = users(problem, &whole);
    // A node that is alone is joined with itself, so that it does not count as isolated.
    let joined =
        users.iter().flat_map(|Users { nodes, .. }| nodes.iter().map(|n| (at(nodes, 0_u32), *n)));
    let joined: Vec<(NodeId, NodeId)> = joined.collect();
    let (isolated, components) = connected_components(&whole, &joined);
    let mut plain = Subproblem::default();
    for node in isolated {
        let _ = plain.nodes.push(whole.node(node));
    }
    let mut parts = Vec::new();
    for component in components {
        let is_inside = |node: &NodeId| component.nodes.binary_search(node).is_ok();
        let inside = users.iter().filter(|users| users.nodes.first().is_some_and(is_inside));
        let items: Vec<ItemId> = inside.map(|users| users.item).collect();
        if items.is_empty() {
            plain.append(&component.subproblem);
        } else {
            parts.push(Part { subproblem: component.subproblem, items });
        }
    }
    parts.push(Part { subproblem: plain, items: Vec::new() });
    Ok(parts)
}

/// Nodes that may use a shared item, in order.
struct Users {
    item: ItemId,
    nodes: Vec<NodeId>,
}

/// Returns the nodes that may use each shared item, where there are any.
fn users(problem: &Problem, subproblem: &Subproblem) -> Vec<Users> {
    let open = subproblem.constrained_nodes();
    let mut users = Vec::new();
    for (item, _) in problem.items.entries().filter(|(_, item)| item.is_shared()) {
        let takes = |menu: &Vec<BundleId>| {
            let mut bundles = menu.iter().filter_map(|id| problem.bundles.at(id));
            bundles.any(|bundle| bundle.items.contains(&item))
        };
        let menus: IdVec<MenuId, bool> = problem.menus.iter().map(takes).collect();
        let nodes = subproblem.nodes.entries().filter(|(id, node)| {
            at(&menus, node.menu) && (at(&open, id) || !node.required.is_empty())
        });
        let nodes: Vec<NodeId> = nodes.map(|(id, _)| id).collect();
        if !nodes.is_empty() {
            users.push(Users { item, nodes });
        }
    }
    users
}

/// Parts solved so far, put together.
struct Answer {
    targets: IdVec<HolderId, Rights>,
    charges: IdVec<RequirementId, i64>,
    shadow_prices: ShadowPrices,
    bound: Cost,
    steps: u64,
    branches: u64,
}

impl Answer {
    fn new(problem: &Problem) -> Self {
        Self {
            targets: problem.holders.iter().map(|_| Rights::NONE).collect(),
            charges: problem.requirements().map(|_| 0).collect(),
            shadow_prices: problem.items.iter().map(|item| item.price).collect(),
            bound: Cost::ZERO,
            steps: 0,
            branches: 0,
        }
    }

    /// Solves one subproblem.
    fn add(
        &mut self,
        problem: &Problem,
        Part { subproblem, items }: Part,
        budget: u64,
    ) -> Result<(), Unsolvable> {
        let (result, charges) = if items.is_empty() {
            let mut search =
                Search::new(problem, PriceFunctions::new(problem, Prices::of(problem)), budget);
            let result = search.run(subproblem, Cost::INFINITE, 0);
            self.steps += search.steps();
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
                put(&mut self.shadow_prices, item, at(&search.shadow_prices, item))
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
        for target in &cover.targets {
            put(&mut self.targets, target.holder, target.rights);
        }
        for (id, charge) in charges.entries().filter(|(_, charge)| charge.is_positive()) {
            put(&mut self.charges, id, charge.money);
        }
        self.bound += result.bound;
        Ok(())
    }

    /// The solution, once all parts are in.
    fn finish(mut self, problem: &Problem) -> Result<Solution, Unsolvable> {
        trim(problem, &mut self.targets);
        let targets = self.targets.entries();
        let mut targets: Vec<HolderRights> =
            targets.map(|(holder, rights)| HolderRights { holder, rights: *rights }).collect();
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
fn left_to_units(problem: &Problem, targets: &mut [HolderRights]) -> Vec<PairRights> {
    let pairs = CompanionPairs::of(problem);
    if pairs.is_empty() {
        return Vec::new();
    }
    let open = problem.requirements().map(|requirement| OpenRequirement {
        right: requirement.right,
        holders: requirement.alternatives.to_vec(),
    });
    let open: Vec<OpenRequirement> = open.collect();
    pairs.leave_to_units(&open, |_| Rights::NONE, targets)
}

/// A shared item that nobody may use asks no shadow price.
fn waive_idle_shadow_prices(problem: &Problem, shadow_prices: &mut ShadowPrices) {
    if !problem.items.iter().any(Item::is_shared) {
        return;
    }
    let used = users(problem, &Subproblem::whole(problem));
    for (item, _) in problem.items.entries().filter(|(_, item)| item.is_shared()) {
        if used.iter().all(|users| users.item != item) {
            put(shadow_prices, item, 0);
        }
    }
}
