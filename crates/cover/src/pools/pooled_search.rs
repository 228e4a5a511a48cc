//! The cheapest cover where something is owned already, or may not be bought without limit.
//!
//! An owned item joins holders that have nothing else to do with each other: it serves whoever
//! saves most by it. A shadow price for each owned item takes them apart again: at any shadow
//! prices, the cheapest cover in which every unit pays shadow price, less the shadow prices of the
//! whole pools, costs no more than the true cheapest (after Lagrange). The shadow prices that raise
//! this bound most are looked for by cutting planes; where even they leave a gap, one right of one
//! holder is branched on. What is limited asks shadow price as well, beyond its price where the
//! limit is reached.

use crate::cost::Cost;
use crate::id::{HolderId, IdVec, ItemId, PairId, RequirementId, at};
use crate::pools::assignment::{Assignment, assign};
use crate::pools::companions::{CompanionPairs, OpenRequirement, PairRights};
use crate::pools::cutting_planes::CuttingPlaneModel;
use crate::presolve::propagation::{Propagated, propagate};
use crate::presolve::subproblem::{Constraint, Literal, Subproblem};
use crate::pricing::bundle_prices::Prices;
use crate::pricing::price_functions::PriceFunctions;
use crate::problem::Problem;
use crate::rights::{HolderRights, Rights, rights_of};
use crate::search::branch_and_bound::Search;
use crate::search::incumbent::{Cover, Incumbent, SearchResult};
use crate::search::reduced_costs::ReducedCosts;
use crate::solution::ShadowPrices;

/// Rounds of looking for better shadow prices: at first, and after each branch.
const ROUNDS: [u32; 2] = [24, 3];

/// Steps that one look at a subproblem may take.
const STEPS_OF_EVALUATION: u64 = 1_000;

/// A search among the covers of one subproblem.
pub struct PooledSearch<'a> {
    problem: &'a Problem,
    pairs: CompanionPairs<'a>,
    cautious: PriceFunctions<'a>,
    /// The shared items of the subproblem.
    items: Vec<ItemId>,
    /// Charge on each requirement at the first shadow prices.
    pub charges: IdVec<RequirementId, Cost>,
    /// The shadow prices of the first bound.
    pub shadow_prices: ShadowPrices,
    /// Steps of the budget taken so far.
    pub steps: u64,
    /// Number of literals branched on.
    pub branches: u64,
    budget: u64,
}

/// Relaxation of a subproblem at some shadow prices.
struct Evaluation {
    bound: Cost,
    charges: IdVec<RequirementId, Cost>,
    targets: Option<Vec<HolderRights>>,
    reduced_costs: ReducedCosts,
    branches: u64,
}

/// Result of an ascent in the shadow prices.
struct DualAscent {
    bound: Cost,
    /// The shadow prices of the bound.
    shadow_prices: ShadowPrices,
    /// By view: rights with which every cover costs at least as much as the best one found, in
    /// order.
    excluded: Vec<Vec<Literal>>,
    /// A choice on which the covers at different shadow prices differ.
    fractional: Option<Disjunction>,
}

/// Something to decide: whether a holder has a right whole, or whether the units of a pair have it,
/// either way.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Disjunction {
    literals: Vec<Literal>,
    pair: Option<PairId>,
}

impl<'a> PooledSearch<'a> {
    /// A search of about `budget` steps at most, at first with these shadow prices.
    pub fn new(
        problem: &'a Problem,
        items: Vec<ItemId>,
        shadow_prices: ShadowPrices,
        budget: u64,
    ) -> Self {
        let charges = problem.requirements().map(|_| Cost::ZERO).collect();
        let cautious = PriceFunctions::cautious(problem);
        let pairs = CompanionPairs::of(problem);
        Self {
            problem,
            pairs,
            cautious,
            items,
            charges,
            shadow_prices,
            steps: 0,
            branches: 0,
            budget,
        }
    }

    /// The cheapest cover of a subproblem, if it costs less than the limit.
    pub fn run(
        &mut self,
        subproblem: Subproblem,
        limit: Cost,
        hint: &ShadowPrices,
        depth: u32,
    ) -> SearchResult {
        let Ok(Propagated { subproblem, .. }) = propagate(subproblem, &mut self.cautious) else {
            return SearchResult { bound: Cost::INFINITE, cover: None };
        };
        let mut incumbent = Incumbent { limit, cover: None };
        if subproblem
            .constraints
            .iter()
            .all(|Constraint { literals, .. }| self.is_of_units(&subproblem, literals))
        {
            let targets = in_order(
                subproblem
                    .nodes
                    .iter()
                    .map(|node| HolderRights { holder: node.holder, rights: node.required }),
            );
            let Some(assignment) = self.offer(&subproblem, targets, &mut incumbent) else {
                return SearchResult { bound: Cost::INFINITE, cover: None };
            };
            if depth == 0 {
                self.record(&subproblem, &assignment.shadow_prices, &mut incumbent);
            }
            return incumbent.result(assignment.bound);
        }
        let DualAscent { bound, shadow_prices, excluded, fractional } =
            self.ascend(&subproblem, &mut incumbent, hint, depth);
        let out = self.steps >= self.budget || depth >= 200;
        if bound >= incumbent.limit || out {
            return incumbent.result(bound);
        }
        if let Some(less) = self.without_excluded(&subproblem, &excluded) {
            let result = self.run(less, incumbent.limit, &shadow_prices, depth + 1);
            incumbent.offer(result.cover);
            return incumbent.result(result.bound.max(bound));
        }
        let Some(disjunction) = fractional.or_else(|| self.largest(&subproblem)) else {
            return incumbent.result(bound);
        };
        self.branches += 1;
        let mut lowest = Cost::INFINITE;
        for subproblem in self.branched(&subproblem, &disjunction) {
            let result = self.run(subproblem, incumbent.limit, &shadow_prices, depth + 1);
            incumbent.offer(result.cover);
            lowest = lowest.min(result.bound);
        }
        incumbent.result(lowest.max(bound))
    }

    /// Looks at the subproblem at better and better shadow prices.
    fn ascend(
        &mut self,
        subproblem: &Subproblem,
        incumbent: &mut Incumbent,
        hint: &ShadowPrices,
        depth: u32,
    ) -> DualAscent {
        let mut shadow_prices = hint.clone();
        let mut tried: Vec<ShadowPrices> = Vec::new();
        let items = self.items.clone();
        let mut model = CuttingPlaneModel::new(self.problem, &items);
        let mut covers: Vec<Vec<HolderRights>> = Vec::new();
        let mut reduced_costs: Vec<ReducedCosts> = Vec::new();
        let (mut bound, mut best_prices) = (Cost::new(i64::MIN / 4, 0), shadow_prices.clone());
        let mut trust_radius = 1;
        for _ in 0..at(&ROUNDS, depth.min(1)) {
            let evaluation = self.evaluation(subproblem, &shadow_prices);
            if depth == 0 && evaluation.bound > bound {
                self.charges = evaluation.charges;
                self.shadow_prices.clone_from(&shadow_prices);
                self.branches = evaluation.branches;
            }
            // After a step too far the next ones keep closer to the best shadow prices, after a
            // good one they go further.
            if evaluation.bound > bound {
                bound = evaluation.bound;
                best_prices.clone_from(&shadow_prices);
                trust_radius = (trust_radius / 2).max(1);
            } else {
                trust_radius *= 4;
            }
            tried.push(shadow_prices.clone());
            reduced_costs.push(evaluation.reduced_costs);
            let Some(targets) = evaluation.targets else { break };
            model.add(&targets, &shadow_prices);
            covers.push(targets.clone());
            let assignment = self.offer(subproblem, targets, incumbent);
            if bound >= incumbent.limit
                || self.steps >= self.budget
                || (model.len() > 8 && self.steps >= self.budget / 4)
            {
                break;
            }
            // What the cover at hand would pay for one more is often where the shadow prices end
            // up.
            let shadow = assignment
                .map(|assignment| assignment.shadow_prices)
                .filter(|shadow_prices| !tried.contains(shadow_prices));
            let hopeful = shadow
                .filter(|shadow_prices| model.upper_bound(shadow_prices) > bound.money.into());
            let next = || {
                model
                    .next(&best_prices, trust_radius)
                    .filter(|shadow_prices| !tried.contains(shadow_prices))
            };
            let Some(next) = hopeful.or_else(next) else { break };
            shadow_prices = next;
        }
        let excluded = excluded(subproblem, &reduced_costs, incumbent.limit);
        DualAscent {
            bound,
            shadow_prices: best_prices,
            excluded,
            fractional: self.fractional(subproblem, &covers),
        }
    }

    /// Records the shadow prices and the charges of a subproblem in which nothing is left to
    /// choose.
    fn record(
        &mut self,
        subproblem: &Subproblem,
        shadow_prices: &ShadowPrices,
        incumbent: &mut Incumbent,
    ) {
        let evaluation = self.evaluation(subproblem, shadow_prices);
        self.charges = evaluation.charges;
        self.shadow_prices = shadow_prices.clone();
        incumbent.offer(None);
    }

    /// The cheapest cover at some shadow prices, less the shadow prices of the pools.
    fn evaluation(&mut self, subproblem: &Subproblem, shadow_prices: &ShadowPrices) -> Evaluation {
        let price_functions = PriceFunctions::new(
            self.problem,
            Prices::at_shadow_prices(self.problem, shadow_prices),
        );
        let mut search = Search::new(self.problem, price_functions, STEPS_OF_EVALUATION);
        search.reduced_costs = Some(ReducedCosts::default());
        let result = search.run(subproblem.clone(), Cost::INFINITE, 0);
        self.steps += search.steps().max(1);
        let owned = self.items.iter().filter_map(|id| {
            let item = self.problem.items.at(id)?;
            Some(Cost::new(
                i64::try_from(item.income(at(shadow_prices, id))).unwrap_or(i64::MAX / 4),
                0,
            ))
        });
        let owned: Cost = owned.sum();
        let mut reduced_costs = search.reduced_costs.take().unwrap_or_default();
        reduced_costs.base_bound -= owned;
        Evaluation {
            bound: result.bound - owned,
            reduced_costs,
            charges: search.charges,
            targets: result.cover.map(|cover| in_order(cover.targets.into_iter())),
            branches: search.branches,
        }
    }

    /// Fulfils the rights, and keeps the cover if it is the best.
    fn offer(
        &mut self,
        subproblem: &Subproblem,
        targets: Vec<HolderRights>,
        incumbent: &mut Incumbent,
    ) -> Option<Assignment> {
        let mut targets = targets;
        targets.sort_unstable();
        let either = self.left_to_units(subproblem, &mut targets);
        let assignment =
            assign(self.problem, &targets, &either, self.budget.saturating_sub(self.steps))?;
        self.steps += assignment.steps;
        incumbent.offer(Some(Cover { cost: assignment.cost, targets }));
        Some(assignment)
    }

    /// Leaves it to the units of pairs how they have what only the pair must have.
    fn left_to_units(
        &self,
        subproblem: &Subproblem,
        targets: &mut [HolderRights],
    ) -> Vec<PairRights> {
        if self.pairs.is_empty() {
            return Vec::new();
        }
        let id = |literal: &Literal| subproblem.node(literal.node).holder;
        let constraints = subproblem
            .constraints
            .iter()
            .filter_map(|Constraint { literals, .. }| Some((literals.first()?.right, literals)));
        let open: Vec<OpenRequirement> = constraints
            .map(|(right, literals)| OpenRequirement {
                right,
                holders: literals.iter().map(id).collect(),
            })
            .collect();
        let required = |holder: HolderId| {
            subproblem.node_of(holder).map_or(Rights::NONE, |id| subproblem.node(id).required)
        };
        self.pairs.leave_to_units(&open, required, targets)
    }

    /// The pair of which both holders are among the literals of a constraint.
    fn pair_of(&self, subproblem: &Subproblem, literals: &[Literal]) -> Option<PairId> {
        self.pairs.pair_within(literals.iter().map(|literal| subproblem.node(literal.node).holder))
    }

    /// True if a constraint leaves nothing to decide but who of a pair has the right, unit by unit.
    fn is_of_units(&self, subproblem: &Subproblem, literals: &[Literal]) -> bool {
        literals.len() == 2 && self.pair_of(subproblem, literals).is_some()
    }

    /// Returns what a constraint leaves to decide, literal by literal.
    fn disjunctions(&self, subproblem: &Subproblem, literals: &[Literal]) -> Vec<Disjunction> {
        let pair = self.pair_of(subproblem, literals);
        let of_pair = |literal: &Literal| {
            let id = subproblem.node(literal.node).holder;
            pair.is_some() && self.pairs.of_holder(id) == pair
        };
        let (together, alone): (Vec<Literal>, Vec<Literal>) =
            literals.iter().partition(|literal| of_pair(literal));
        let mut disjunctions: Vec<Disjunction> = alone
            .into_iter()
            .map(|literal| Disjunction { literals: vec![literal], pair: None })
            .collect();
        if pair.is_some() {
            disjunctions.push(Disjunction { literals: together, pair });
        }
        disjunctions
    }

    /// The subproblem in which a choice holds, and the one in which no constraint relies on it.
    ///
    /// Exactness: where a pair is chosen for, its constraints are met by it alone, in whatever way
    /// its units like best, or not at all by it. Where a holder of a pair is chosen for alone,
    /// constraints of the whole pair keep it among their alternatives, for some of its units may
    /// have the right all the same.
    fn branched(&self, subproblem: &Subproblem, disjunction: &Disjunction) -> [Subproblem; 2] {
        let concerns = |literals: &[Literal]| {
            let named = disjunction.literals.iter().all(|literal| literals.contains(literal));
            named
                && (disjunction.pair.is_some()
                    || !self.is_in_pair(subproblem, literals, &disjunction.literals))
        };
        let without = subproblem.filtered(|literals, literal| {
            !(concerns(literals) && disjunction.literals.contains(literal))
        });
        let with = match disjunction.literals.as_slice() {
            [literal] => subproblem.clone().with(*literal),
            _ => subproblem.filtered(|literals, literal| {
                !concerns(literals) || disjunction.literals.contains(literal)
            }),
        };
        [with, without]
    }

    /// True if one of these literals stands in a constraint together with the other holder of its
    /// pair.
    fn is_in_pair(&self, subproblem: &Subproblem, literals: &[Literal], of: &[Literal]) -> bool {
        self.disjunctions(subproblem, literals).iter().any(|disjunction| {
            disjunction.pair.is_some()
                && disjunction.literals.iter().any(|literal| of.contains(literal))
        })
    }

    /// The subproblem without alternatives that are too dear; nothing if none of them falls away.
    /// One holder of a pair alone does not fall away from a constraint of the whole pair: what is
    /// too dear for all its units may not be so for some.
    fn without_excluded(
        &self,
        subproblem: &Subproblem,
        excluded: &[Vec<Literal>],
    ) -> Option<Subproblem> {
        // One view must rule out both holders of a pair: by two views some units could go one way
        // each.
        let is_dear = |literals: &[Literal]| {
            excluded.iter().any(|excluded| {
                literals.iter().all(|literal| excluded.binary_search(literal).is_ok())
            })
        };
        let falls = |literals: &[Literal], literal: &Literal| {
            if self.pairs.is_empty() {
                return is_dear(&[*literal]);
            }
            let disjunctions = self.disjunctions(subproblem, literals);
            disjunctions
                .iter()
                .find(|disjunction| disjunction.literals.contains(literal))
                .is_some_and(|disjunction| is_dear(&disjunction.literals))
        };
        if !subproblem.constraints.iter().any(|Constraint { literals, .. }| {
            literals.iter().any(|literal| falls(literals, literal))
        }) {
            return None;
        }
        Some(subproblem.filtered(|literals, literal| !falls(literals, literal)))
    }

    /// The open choice on which the last covers differ at the most units.
    fn fractional(
        &self,
        subproblem: &Subproblem,
        covers: &[Vec<HolderRights>],
    ) -> Option<Disjunction> {
        let last = covers.last()?;
        let holds = |cover: &[HolderRights], disjunction: &Disjunction| {
            disjunction.literals.iter().any(|literal| {
                rights_of(cover, subproblem.node(literal.node).holder).has(literal.right)
            })
        };
        let differ = |disjunction: &Disjunction| {
            let holds_last = holds(last, disjunction);
            covers.iter().any(|cover| holds(cover, disjunction) != holds_last)
        };
        self.open_disjunctions(subproblem)
            .filter(differ)
            .max_by_key(|disjunction| weight(subproblem, disjunction))
    }

    /// The open choice of the most units.
    fn largest(&self, subproblem: &Subproblem) -> Option<Disjunction> {
        self.open_disjunctions(subproblem).max_by_key(|disjunction| weight(subproblem, disjunction))
    }

    fn open_disjunctions<'p>(
        &'p self,
        subproblem: &'p Subproblem,
    ) -> impl Iterator<Item = Disjunction> + 'p {
        let open = subproblem
            .constraints
            .iter()
            .filter(|Constraint { literals, .. }| !self.is_of_units(subproblem, literals));
        open.flat_map(|Constraint { literals, .. }| self.disjunctions(subproblem, literals))
    }
}

/// The rights of a subproblem with which every cover costs at least the limit, by the reduced costs
/// at any shadow prices, in order.
///
/// Exactness: at any shadow prices the charges, less the shadow prices of the pools, bound the cost
/// of every cover, and what they leave of the cheapest bundle with a right is added to that by
/// whoever holds it. So there is a cheapest cover below the limit without that right, or none.
fn excluded(
    subproblem: &Subproblem,
    reduced_costs: &[ReducedCosts],
    limit: Cost,
) -> Vec<Vec<Literal>> {
    let excluded = |reduced_costs: &ReducedCosts| {
        let rights = reduced_costs.of_rights.iter();
        let excluded = rights.filter(|right| reduced_costs.base_bound + right.cost >= limit);
        let literals = excluded.filter_map(|right| {
            let node = subproblem.node_of(right.holder)?;
            Some(Literal { node, right: right.right })
        });
        let mut literals: Vec<Literal> = literals.collect();
        literals.sort_unstable();
        literals
    };
    reduced_costs.iter().map(excluded).filter(|literals| !literals.is_empty()).collect()
}

fn weight(subproblem: &Subproblem, disjunction: &Disjunction) -> (u32, std::cmp::Reverse<Literal>) {
    let literal = disjunction.literals.first().copied().unwrap_or_default();
    (subproblem.node(literal.node).units, std::cmp::Reverse(literal))
}

fn in_order(targets: impl Iterator<Item = HolderRights>) -> Vec<HolderRights> {
    let mut targets: Vec<HolderRights> = targets.collect();
    targets.sort_unstable();
    targets
}
