//! Cheapest cover of a subproblem: relax, fix by reduced costs, and branch where that is not
//! enough.

use crate::cost::Cost;
use crate::id::{IdVec, RequirementId, at, put};
use crate::presolve::subproblem::{Literal, Subproblem};
use crate::pricing::price_functions::PriceFunctions;
use crate::problem::Problem;
use crate::search::heuristics::{diving, local_search};
use crate::search::incumbent::{Incumbent, SearchResult};
use crate::search::local_search::Fixing;
use crate::search::reduced_costs::{ReducedCosts, Slack};
use crate::search::relaxer::{Relaxation, Relaxed, Relaxer, weight};

/// Depth beyond which nothing is branched on; what is open there stays a gap.
const MAX_DEPTH: u32 = 300;

/// Rounds of subgradient steps before each primal heuristic.
const SUBGRADIENT_ROUNDS: u32 = 16;

/// Dives of the diving heuristic.
const DIVES: u32 = 3;

/// Part of the bound below which a gap is hardly closed by a heuristic.
const NEAR: i64 = 50_000;

/// Turns of subgradient steps and heuristics, at the root and after a branch.
const TURNS: [u32; 2] = [4, 1];

/// Part of the budget that may go by where only points of preference are open.
const POINTS: u64 = 8;

/// Search and what it has used up.
pub struct Search<'a> {
    relaxer: Relaxer<'a>,
    /// Charge on each requirement by the cuts at the root.
    pub charges: IdVec<RequirementId, Cost>,
    /// Reduced costs by the cuts at the root, if they are asked for.
    pub reduced_costs: Option<ReducedCosts>,
    /// Number of literals branched on.
    pub branches: u64,
    budget: u64,
}

impl<'a> Search<'a> {
    /// A search of about `budget` steps at most.
    pub fn new(problem: &Problem, price_functions: PriceFunctions<'a>, budget: u64) -> Self {
        Self {
            relaxer: Relaxer::new(problem, price_functions),
            charges: problem.requirements().map(|_| Cost::ZERO).collect(),
            reduced_costs: None,
            branches: 0,
            budget,
        }
    }

    /// Returns the number of steps of the budget taken so far.
    pub fn steps(&self) -> u64 {
        self.relaxer.steps
    }

    /// Returns the cheapest cover of a subproblem, if it costs less than the limit.
    pub fn run(&mut self, subproblem: Subproblem, limit: Cost, depth: u32) -> SearchResult {
        let Some(Relaxed { mut cover, components }) = self.relaxer.relax(subproblem, depth) else {
            return SearchResult::nothing_below(Cost::INFINITE);
        };
        let mut bound = cover.cost;
        let mut open = Vec::new();
        self.record_bound(depth, cover.cost);
        for mut component in components {
            self.record_charges(depth, &component);
            let lowest = self.relaxer.bound(&component);
            bound += lowest;
            match component.cover.take_if(|cover| cover.cost <= lowest) {
                Some(part) => {
                    self.record_reduced_costs(depth, &component);
                    cover.join(part);
                }
                None => open.push(component),
            }
        }
        for component in open {
            if bound >= limit {
                return SearchResult::nothing_below(bound);
            }
            let before = self.relaxer.bound(&component);
            let result = self.decide(component, limit - (bound - before), depth);
            bound += result.bound.max(before) - before;
            let Some(part) = result.cover else { return SearchResult::nothing_below(bound) };
            cover.join(part);
        }
        if cover.cost >= limit {
            SearchResult::nothing_below(bound)
        } else {
            SearchResult { bound, cover: Some(cover) }
        }
    }

    /// Decides what the cut of a component has left open.
    fn decide(&mut self, mut relaxation: Relaxation, limit: Cost, depth: u32) -> SearchResult {
        let mut incumbent = Incumbent::below(limit);
        incumbent.offer(relaxation.cover.take());
        if self.is_spent(&relaxation, incumbent.limit) || depth >= MAX_DEPTH {
            incumbent.offer(diving(&mut self.relaxer, &relaxation, 0));
            return incumbent.result(self.relaxer.bound(&relaxation));
        }
        self.tighten(&mut relaxation, &mut incumbent, depth);
        self.record_reduced_costs(depth, &relaxation);
        let lowest = self.relaxer.bound(&relaxation);
        if lowest >= incumbent.limit {
            return incumbent.result(lowest);
        }
        if let Some(subproblem) = self.fix_by_reduced_costs(&mut relaxation, incumbent.limit) {
            let result = self.run(subproblem, incumbent.limit, depth + 1);
            incumbent.offer(result.cover);
            return incumbent.result(result.bound.max(lowest));
        }
        let Some(literal) = self.branching_literal(&relaxation) else {
            return incumbent.result(lowest);
        };
        self.branches += 1;
        let mut bound = Cost::INFINITE;
        let without = relaxation.subproblem.without(&[literal]);
        for subproblem in [relaxation.subproblem.with(literal), without] {
            let result = self.run(subproblem, incumbent.limit, depth + 1);
            incumbent.offer(result.cover);
            bound = bound.min(result.bound);
        }
        incumbent.result(bound.max(lowest))
    }

    /// True if the budget is used up; where only points of preference are open, a part of it.
    fn is_spent(&self, relaxation: &Relaxation, limit: Cost) -> bool {
        let only_points = self.relaxer.bound(relaxation).money >= limit.money;
        self.relaxer.steps >= if only_points { self.budget / POINTS } else { self.budget }
    }

    /// Raises the bound of a component and looks for covers by turns.
    fn tighten(&mut self, relaxation: &mut Relaxation, incumbent: &mut Incumbent, depth: u32) {
        let mut last = None;
        let mut has_searched = false;
        for _ in 0..at(&TURNS, depth.min(1)) {
            if self.relaxer.bound(relaxation) >= incumbent.limit {
                break;
            }
            let has_ended = self.relaxer.tighten(relaxation, incumbent.limit, SUBGRADIENT_ROUNDS);
            // The same cut would say the same again.
            let charged = relaxation.min_cut.charged;
            if last.replace(charged) != Some(charged) && !is_near(incumbent.limit, charged) {
                incumbent.offer(diving(&mut self.relaxer, relaxation, DIVES));
                if depth == 0 && !has_searched && !is_near(incumbent.limit, charged) {
                    has_searched = true;
                    incumbent.offer(local_search(&mut self.relaxer, relaxation));
                    relaxation.min_cut.set_stride(2);
                }
            }
            if has_ended {
                break;
            }
        }
        self.record_charges(depth, relaxation);
    }

    /// Fixes literals if only covers below the limit matter; returns nothing if none is fixed.
    ///
    /// Exactness: a bundle that the charges do not use up adds what they leave of it to the bound
    /// of every cover that holds it; and a cut without a literal bounds every cover in which it
    /// does not hold.
    fn fix_by_reduced_costs(
        &mut self,
        relaxation: &mut Relaxation,
        limit: Cost,
    ) -> Option<Subproblem> {
        let literals = self.open_literals(relaxation);
        let mut concerned = vec![false; relaxation.subproblem.nodes.len()];
        literals.iter().for_each(|literal| put(&mut concerned, literal.node, true));
        let slack = Slack::of(relaxation, |node| at(&concerned, node));
        let is_too_dear = |literal: &Literal| {
            let cost = slack.reduced_cost(&self.relaxer, relaxation, *literal);
            let bound = |cost| self.relaxer.rounded(relaxation.min_cut.charged + cost);
            cost.is_none_or(|cost| bound(cost) >= limit)
        };
        let (dropped, rest): (Vec<Literal>, Vec<Literal>) =
            literals.into_iter().partition(is_too_dear);
        self.relaxer.steps += weight(&relaxation.subproblem) * rest.len() as u64 / 4;
        let mut held = rest;
        held.retain(|literal| {
            let id = at(&relaxation.price_functions, literal.node);
            let function = self.relaxer.price_functions.get(id);
            relaxation.min_cut.is_forced(*literal, function, limit)
        });
        let fixing = Fixing { held, dropped };
        (!fixing.is_empty()).then(|| fixing.apply(&relaxation.subproblem))
    }

    /// Returns the literals that the cut does not decide: relaxed alternatives, and those of nodes
    /// whose layers do not give the true price.
    fn open_literals(&self, relaxation: &Relaxation) -> Vec<Literal> {
        let alternatives = relaxation.min_cut.relaxed_alternatives().iter();
        let all = relaxation.subproblem.constraints.all_literals().iter().copied();
        let inexact = all.filter(|literal| !self.relaxer.function_of(relaxation, *literal).exact);
        let mut literals: Vec<Literal> =
            alternatives.map(|alternative| alternative.literal).chain(inexact).collect();
        literals.sort_unstable();
        literals.dedup();
        literals
    }

    /// Returns the literal to branch on: the relaxed alternative with most charged to it, else one
    /// whose price is not exact.
    fn branching_literal(&self, relaxation: &Relaxation) -> Option<Literal> {
        let mut alternatives = relaxation.min_cut.relaxed_alternatives().to_vec();
        alternatives.sort_unstable_by_key(|alternative| alternative.literal);
        let groups = alternatives.chunk_by(|a, b| a.literal == b.literal);
        let charged = groups.filter_map(|group| {
            let charges = group
                .iter()
                .map(|alternative| at(&relaxation.min_cut.charges, alternative.constraint));
            Some((charges.sum::<Cost>(), group.first()?.literal))
        });
        let busiest = charged.rev().max_by_key(|(charge, _)| *charge);
        busiest.map(|(_, literal)| literal).or_else(|| self.inexact_literal(relaxation))
    }

    /// Returns a literal whose price is not exact, one that the cut lets hold if there is one.
    fn inexact_literal(&self, relaxation: &Relaxation) -> Option<Literal> {
        let functions = self.relaxer.functions(relaxation);
        let targets = relaxation.min_cut.targets(&relaxation.subproblem, &functions);
        let inexact = functions.entries().filter(|(_, function)| !function.exact);
        let literals = inexact.flat_map(|(node, function)| {
            let rights = function.available.without(function.free).iter();
            rights.map(move |right| Literal { node, right })
        });
        literals.min_by_key(|literal| !at(&targets, literal.node).has(literal.right))
    }

    /// Keeps the charges of a component at the root, for the certificate.
    fn record_charges(&mut self, depth: u32, relaxation: &Relaxation) {
        let constraints = relaxation.subproblem.constraints.iter();
        let charges = constraints.zip(&relaxation.min_cut.charges).filter(|_| depth == 0);
        for (constraint, charge) in charges {
            put(&mut self.charges, constraint.requirement, *charge);
        }
    }

    /// Adds to the bound that the reduced costs at the root are counted from.
    fn record_bound(&mut self, depth: u32, bound: Cost) {
        if let Some(costs) = self.reduced_costs.as_mut().filter(|_| depth == 0) {
            costs.base_bound += bound;
        }
    }

    /// Adds the bound and the reduced costs of a component at the root.
    fn record_reduced_costs(&mut self, depth: u32, relaxation: &Relaxation) {
        self.record_bound(depth, relaxation.min_cut.charged);
        if let Some(costs) = self.reduced_costs.as_mut().filter(|_| depth == 0) {
            costs.add(&self.relaxer, relaxation);
        }
    }
}

/// True if a cover at the limit is hardly beaten by a heuristic.
fn is_near(limit: Cost, bound: Cost) -> bool {
    (limit - bound).money <= bound.money / NEAR
}
