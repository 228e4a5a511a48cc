//! The cheapest cover of a part: reduce, split, cut, and branch where a cut is not enough.

use crate::bound::bipartition::Side;
use crate::bound::min_cut::MinCutRelaxation;
use crate::cost::Cost;
use crate::id::{at, put};
use crate::presolve::components::connected_components;
use crate::presolve::propagation::{Propagated, propagate};
use crate::presolve::subproblem::{Literal, Subproblem};
use crate::pricing::layer_weights::{Tightest, Weights};
use crate::pricing::price_function::PriceFunction;
use crate::pricing::price_functions::PriceFunctions;
use crate::problem::Problem;
use crate::rights::Rights;
use crate::search::incumbent::{Cover, Incumbent, SearchResult};
use crate::search::local_search::LocalSearch;

/// Branching goes no deeper; what is open there stays a gap.
const DEEPEST: u32 = 300;

/// Rounds of lending before each guess at a cover.
const ROUNDS: u32 = 16;

/// How often a guess is cut again before whatever is open is decided.
const DIVES: u32 = 3;

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
    price_functions: PriceFunctions<'a>,
    /// What each requirement is charged by the first cuts.
    pub charges: Vec<Cost>,
    /// What was last lent to each requirement: a good start for the next cut.
    multipliers: Vec<Cost>,
    /// The weights last fitted for each holder, by its number: a good start likewise.
    fitted: Vec<Weights>,
    tightest: Tightest,
    /// The money of every cover is a multiple of it.
    unit: i64,
    /// What the first cuts say of each holder's rights, if that is asked for.
    pub reduced_costs: Option<ReducedCosts>,
    /// How much was done, in steps of the budget.
    pub steps: u64,
    /// How many choices were branched on.
    pub branches: u64,
    budget: u64,
}

/// What covers cost at least that give a holder a right, by the first cuts.
#[derive(Default)]
pub struct ReducedCosts {
    /// What every cover costs at least.
    pub base_bound: Cost,
    /// What a cover in which the holder, by its number, has the right costs beyond that at least.
    pub of_literals: Vec<(Literal, Cost)>,
}

impl<'a> Search<'a> {
    /// A search of about `budget` steps at most.
    pub fn new(problem: &Problem, price_functions: PriceFunctions<'a>, budget: u64) -> Self {
        let charges = vec![Cost::ZERO; problem.requirements().len()];
        Self {
            unit: price_functions.unit(),
            price_functions,
            multipliers: charges.clone(),
            fitted: vec![Weights::default(); problem.holders.len()],
            tightest: Tightest::default(),
            charges,
            reduced_costs: None,
            steps: 0,
            branches: 0,
            budget,
        }
    }

    /// The cheapest cover of a part, if it costs less than the limit.
    pub fn run(&mut self, subproblem: Subproblem, limit: Cost, depth: u32) -> SearchResult {
        let Some((mut cover, relaxation)) = self.relax_components(subproblem, depth) else {
            return SearchResult::nothing_below(Cost::INFINITE);
        };
        let mut bound = cover.cost;
        let mut open = Vec::new();
        self.record_reduced_costs(depth, cover.cost, None);
        for mut relaxation in relaxation {
            bound += self.bound(&relaxation);
            let least = self.bound(&relaxation);
            match relaxation.cover.take_if(|subproblem| subproblem.cost <= least) {
                Some(subproblem) => {
                    self.record_reduced_costs(depth, relaxation.min_cut.charged, Some(&relaxation));
                    cover.join(subproblem);
                }
                None => open.push(relaxation),
            }
        }
        for relaxation in open {
            if bound >= limit {
                return SearchResult::nothing_below(bound);
            }
            let before = self.bound(&relaxation);
            let result = self.decide(relaxation, limit - (bound - before), depth);
            bound += result.bound.max(before) - before;
            let Some(subproblem) = result.cover else { return SearchResult::nothing_below(bound) };
            cover.join(subproblem);
        }
        if cover.cost >= limit {
            SearchResult::nothing_below(bound)
        } else {
            SearchResult { bound, cover: Some(cover) }
        }
    }

    /// Reduces and splits a part, and cuts the pieces; gives what is settled, and the pieces.
    /// Nothing if there is no cover.
    fn relax_components(
        &mut self,
        subproblem: Subproblem,
        depth: u32,
    ) -> Option<(Cover, Vec<Relaxation>)> {
        let Propagated { subproblem, price_functions } =
            propagate(subproblem, &mut self.price_functions).ok()?;
        let (isolated, components) = connected_components(&subproblem, &[]);
        let mut cover = Cover::default();
        for node in isolated {
            let facts = subproblem.nodes.get(node as usize).copied().unwrap_or_default();
            cover.cost +=
                self.price_functions.get(at(&price_functions, node)).base.times(facts.units.into());
            cover.targets.push((facts.id, facts.required));
        }
        let mut relaxation = Vec::with_capacity(components.len());
        for component in components {
            let price_functions: Vec<u32> =
                component.nodes.iter().map(|node| at(&price_functions, *node)).collect();
            relaxation.push(self.cut(component.subproblem, price_functions, depth));
        }
        Some((cover, relaxation))
    }

    /// Cuts one connected piece.
    fn cut(&mut self, subproblem: Subproblem, price_functions: Vec<u32>, depth: u32) -> Relaxation {
        self.steps += weight(&subproblem);
        let nodes: Vec<&PriceFunction> =
            price_functions.iter().map(|number| self.price_functions.get(*number)).collect();
        let hints: Vec<Cost> =
            subproblem.constraints.iter().map(|(id, _)| at(&self.multipliers, id)).collect();
        let weights: Vec<Weights> = subproblem
            .nodes
            .iter()
            .zip(price_functions.iter().zip(&nodes))
            .map(|(node, (number, price_function))| {
                let known = self
                    .fitted
                    .get(node.id as usize)
                    .filter(|known| known.price_function == *number);
                known
                    .filter(|known| !known.layers.is_empty())
                    .cloned()
                    .unwrap_or_else(|| Weights::of(*number, price_function))
            })
            .collect();
        let min_cut = MinCutRelaxation::new(&subproblem, &nodes, &weights, &hints);
        let targets = min_cut.targets(&subproblem, &nodes);
        let cover = self.cover_of(&subproblem, &price_functions, &targets);
        let mut relaxation = Relaxation { subproblem, price_functions, min_cut, cover };
        if weights.iter().any(|weights| !weights.layers.is_empty()) {
            self.fit(&mut relaxation, weights, depth);
        }
        if depth == 0 {
            self.record(&relaxation);
        }
        relaxation
    }

    /// What every cover of a piece costs at least: what is charged, up to the next amount that a
    /// cover can cost.
    fn bound(&self, relaxation: &Relaxation) -> Cost {
        self.rounded(relaxation.min_cut.charged)
    }

    fn rounded(&self, bound: Cost) -> Cost {
        match bound.money.rem_euclid(self.unit) {
            0 => bound,
            over => Cost::new(bound.money + (self.unit - over), 0),
        }
    }

    /// Raises the bound of a piece by fitting the weights of layers that do not give the true
    /// prices.
    fn fit(&mut self, relaxation: &mut Relaxation, mut weights: Vec<Weights>, depth: u32) {
        let hints: Vec<Cost> = relaxation
            .subproblem
            .constraints
            .iter()
            .map(|(id, _)| at(&self.multipliers, id))
            .collect();
        let mut last: Option<MinCutRelaxation> = None;
        let mut since = 0;
        for round in 0..at(&FITS, depth.min(1)) {
            let least = self.bound(relaxation);
            if since > PATIENCE
                || relaxation.cover.as_ref().is_some_and(|cover| cover.cost <= least)
            {
                break;
            }
            let nodes: Vec<&PriceFunction> = relaxation
                .price_functions
                .iter()
                .map(|number| self.price_functions.get(*number))
                .collect();
            let now = last.as_ref().unwrap_or(&relaxation.min_cut);
            let nearest = if round % 2 == 0 { Side::Right } else { Side::Left };
            let mut gains = false;
            let parts = i64::from(round / 4) + if depth == 0 { 2 } else { 4 };
            for (place, (price_function, weights)) in (0_u32..).zip(nodes.iter().zip(&mut weights))
            {
                if !weights.layers.is_empty() {
                    let rights = now.bought(place, price_function, nearest);
                    gains |= weights.approach(&mut self.tightest, price_function, rights, parts);
                }
            }
            since += 1;
            if !gains {
                continue;
            }
            let next = MinCutRelaxation::new(&relaxation.subproblem, &nodes, &weights, &hints);
            let targets = next.targets(&relaxation.subproblem, &nodes);
            let cover =
                self.cover_of(&relaxation.subproblem, &relaxation.price_functions, &targets);
            self.steps += weight(&relaxation.subproblem);
            if let Some(cover) = cover.filter(|cover| {
                relaxation.cover.as_ref().is_none_or(|incumbent| cover.cost < incumbent.cost)
            }) {
                relaxation.cover = Some(cover);
                since = 0;
            }
            if next.charged > relaxation.min_cut.charged {
                since = if self.rounded(next.charged) > self.bound(relaxation) { 0 } else { since };
                relaxation.min_cut = next;
                last = None;
                for (node, weights) in relaxation.subproblem.nodes.iter().zip(&weights) {
                    self.fitted
                        .get_mut(node.id as usize)
                        .into_iter()
                        .for_each(|fitted| fitted.clone_from(weights));
                }
            } else {
                last = Some(next);
            }
        }
    }

    /// Keeps the charges of a piece for the certificate.
    fn record(&mut self, relaxation: &Relaxation) {
        for ((id, _), charge) in
            relaxation.subproblem.constraints.iter().zip(&relaxation.min_cut.charges)
        {
            put(&mut self.charges, id, *charge);
        }
    }

    /// The cover in which the nodes have these rights, if it is one.
    fn cover_of(
        &self,
        subproblem: &Subproblem,
        price_functions: &[u32],
        targets: &[Rights],
    ) -> Option<Cover> {
        let has = |literal: &Literal| at(targets, literal.holder).has(literal.right);
        if !subproblem.constraints.iter().all(|(_, literals)| literals.iter().any(has)) {
            return None;
        }
        let mut cover = Cover::default();
        for ((node, number), target) in subproblem.nodes.iter().zip(price_functions).zip(targets) {
            let price_function = self.price_functions.get(*number);
            let price =
                price_function.base + price_function.price(target.without(node.required))?;
            cover.cost += price.times(node.units.into());
            cover.targets.push((node.id, *target));
        }
        Some(cover)
    }

    /// Decides what a cut of a piece has left open.
    fn decide(&mut self, mut relaxation: Relaxation, limit: Cost, depth: u32) -> SearchResult {
        let mut incumbent = Incumbent::below(limit);
        incumbent.offer(relaxation.cover.take());
        if self.is_spent(&relaxation, incumbent.limit) || depth >= DEEPEST {
            incumbent.offer(self.diving_heuristic(&mut relaxation, 0));
            return incumbent.result(self.bound(&relaxation));
        }
        self.tighten(&mut relaxation, &mut incumbent, depth);
        self.record_reduced_costs(depth, relaxation.min_cut.charged, Some(&relaxation));
        if self.bound(&relaxation) >= incumbent.limit {
            return incumbent.result(self.bound(&relaxation));
        }
        if let Some(subproblem) = self.fix_by_reduced_costs(&mut relaxation, incumbent.limit) {
            let result = self.run(subproblem, incumbent.limit, depth + 1);
            incumbent.offer(result.cover);
            return incumbent.result(result.bound.max(self.bound(&relaxation)));
        }
        let Some(literal) = self.branching_literal(&relaxation) else {
            return incumbent.result(self.bound(&relaxation));
        };
        self.branches += 1;
        let (mut bound, least) = (Cost::INFINITE, self.bound(&relaxation));
        let without = relaxation.subproblem.without(&[literal]);
        for subproblem in [relaxation.subproblem.with(literal), without] {
            let result = self.run(subproblem, incumbent.limit, depth + 1);
            incumbent.offer(result.cover);
            bound = bound.min(result.bound);
        }
        incumbent.result(bound.max(least))
    }

    /// True if the budget is used up; where only points of preference are open, a part of it.
    fn is_spent(&self, relaxation: &Relaxation, limit: Cost) -> bool {
        let only_points = self.bound(relaxation).money >= limit.money;
        self.steps >= if only_points { self.budget / POINTS } else { self.budget }
    }

    /// Adds to the outlook what the first cut of a piece says.
    fn record_reduced_costs(&mut self, depth: u32, bound: Cost, relaxation: Option<&Relaxation>) {
        let Some(mut reduced_costs) = self.reduced_costs.take_if(|_| depth == 0) else { return };
        reduced_costs.base_bound += bound;
        if let Some(relaxation) = relaxation {
            let slack = Slack::of(relaxation, |_| true);
            let mut literals = relaxation.subproblem.constraints.all_literals().to_vec();
            literals.sort_unstable();
            literals.dedup();
            for literal in literals {
                let id = relaxation
                    .subproblem
                    .nodes
                    .get(literal.holder as usize)
                    .map_or(0, |node| node.id);
                let of_literals =
                    self.reduced_cost(relaxation, &slack, literal).unwrap_or(Cost::INFINITE);
                reduced_costs.of_literals.push((Literal { holder: id, ..literal }, of_literals));
            }
        }
        self.reduced_costs = Some(reduced_costs);
    }

    /// Raises the bound of a piece and guesses covers by turns.
    fn tighten(&mut self, relaxation: &mut Relaxation, incumbent: &mut Incumbent, depth: u32) {
        let mut guessed = None;
        let mut descended = false;
        for _ in 0..at(&GUESSES, depth.min(1)) {
            if self.bound(relaxation) >= incumbent.limit {
                break;
            }
            let (rounds, more) = relaxation.min_cut.tighten(incumbent.limit, ROUNDS);
            self.steps += weight(&relaxation.subproblem) * u64::from(rounds);
            for (constraint, multiplier) in relaxation.min_cut.multipliers_of_constraints() {
                put(
                    &mut self.multipliers,
                    relaxation.subproblem.constraints.id(constraint),
                    multiplier,
                );
            }
            // The same cut would say the same again, and a cover next to the bound is hardly beaten
            // by a guess.
            let known = is_near(incumbent.limit, relaxation.min_cut.charged);
            if guessed.replace(relaxation.min_cut.charged) != Some(relaxation.min_cut.charged)
                && !known
            {
                incumbent.offer(self.diving_heuristic(relaxation, DIVES));
                if depth == 0 && !descended && !is_near(incumbent.limit, relaxation.min_cut.charged)
                {
                    descended = true;
                    self.improve_locally(relaxation, incumbent);
                    relaxation.min_cut.set_stride(2);
                }
            }
            if !more {
                break;
            }
        }
        if depth == 0 {
            self.record(relaxation);
        }
    }

    /// Looks for covers by holding the relaxed alternatives that the charges use up most, and by
    /// turning single ones.
    fn improve_locally(&mut self, relaxation: &Relaxation, incumbent: &mut Incumbent) {
        let slack = Slack::outside(relaxation);
        let nodes: Vec<&PriceFunction> = relaxation
            .price_functions
            .iter()
            .map(|number| self.price_functions.get(*number))
            .collect();
        let mut local_search =
            LocalSearch::new(&relaxation.min_cut, &relaxation.subproblem, &nodes);
        // What is left of each, in thousandths of its price.
        let left = |literal: &Literal| {
            let left = self.reduced_cost(relaxation, &slack, *literal)?.money.max(0);
            let price = self.reduced_cost(relaxation, &Slack::default(), *literal)?.money.max(1);
            Some(left.saturating_mul(1_000) / price)
        };
        let mut order: Vec<(i64, u32)> = (0_u32..)
            .zip(local_search.literals())
            .map(|(place, literal)| (left(literal).unwrap_or(i64::MAX), place))
            .collect();
        order.sort_unstable();
        let order: Vec<u32> = order.into_iter().map(|(_, place)| place).collect();
        let covers = local_search.run(&order);
        self.steps += weight(&relaxation.subproblem) * local_search.cuts.div_ceil(8);
        if let Some((held, dropped)) = covers {
            let subproblem =
                held.iter().fold(relaxation.subproblem.without(&dropped), |subproblem, literal| {
                    subproblem.with(*literal)
                });
            incumbent.offer(self.exact(subproblem));
        }
    }

    /// The cheapest cover of a part whose cuts leave nothing open; nothing if they do.
    fn exact(&mut self, subproblem: Subproblem) -> Option<Cover> {
        let (mut cover, components) = self.relax_components(subproblem, 1)?;
        for component in components {
            cover.join(component.cover?);
        }
        Some(cover)
    }

    /// A cover made by taking the cut at its word, as if the bound were the cost.
    ///
    /// Waivers that the charges do not use up are not held then, and those that a need is left to
    /// are. What that leaves open is cut again, some times; in the end whatever is not clearly held
    /// is not.
    fn diving_heuristic(&mut self, relaxation: &mut Relaxation, dives: u32) -> Option<Cover> {
        let slack = Slack::outside(relaxation);
        let left_to_alternatives = relaxation.min_cut.left_to_alternatives();
        let mut literals: Vec<(Literal, bool)> = relaxation
            .min_cut
            .relaxed_alternatives()
            .map(|(constraint, literal)| {
                (
                    literal,
                    !(at(&left_to_alternatives, constraint)
                        || dives == 0 && relaxation.min_cut.is_unmet(constraint)),
                )
            })
            .collect();
        literals.sort_unstable();
        literals.dedup_by_key(|(literal, _)| *literal);
        let (mut held, mut dropped) = (Vec::new(), Vec::new());
        for (literal, doubtful) in literals {
            let left = self.reduced_cost(relaxation, &slack, literal);
            let price = self.reduced_cost(relaxation, &Slack::default(), literal);
            if left.zip(price).is_none_or(|(left, price)| left.times(2) > price) {
                dropped.push(literal);
            } else if !doubtful {
                held.push(literal);
            } else if dives == 0 {
                dropped.push(literal);
            }
        }
        if held.is_empty() && dropped.is_empty() {
            return if dives == 0 { None } else { self.diving_heuristic(relaxation, 0) };
        }
        let subproblem =
            held.iter().fold(relaxation.subproblem.without(&dropped), |subproblem, literal| {
                subproblem.with(*literal)
            });
        let (mut cover, components) = self.relax_components(subproblem, 1)?;
        for mut component in components {
            let least = self.bound(&component);
            let exact = component.cover.take_if(|cover| cover.cost <= least);
            cover.join(match exact {
                Some(cover) => cover,
                None if dives > 0 => self.diving_heuristic(&mut component, dives - 1)?,
                None => return None,
            });
        }
        Some(cover)
    }

    /// What follows for the relaxed alternatives of a piece if only covers below the limit matter;
    /// nothing if nothing does.
    ///
    /// Exactness: a bundle that the charges do not use up adds what they leave of it to the bound
    /// of every cover that holds it; and a cut without a relaxed alternative bounds every cover
    /// that does not hold it.
    fn fix_by_reduced_costs(
        &mut self,
        relaxation: &mut Relaxation,
        limit: Cost,
    ) -> Option<Subproblem> {
        let inexact = |literal: &Literal| {
            !self.price_functions.get(at(&relaxation.price_functions, literal.holder)).exact
        };
        let mut concerned = vec![false; relaxation.subproblem.nodes.len()];
        let outside = relaxation.min_cut.relaxed_alternatives().map(|(_, literal)| literal);
        let mut literals: Vec<Literal> = outside
            .chain(relaxation.subproblem.constraints.all_literals().iter().copied().filter(inexact))
            .collect();
        literals.iter().for_each(|literal| put(&mut concerned, literal.holder, true));
        let slack = Slack::of(relaxation, |node| at(&concerned, node));
        literals.sort_unstable();
        literals.dedup();
        let too_dear = |literal: &Literal| {
            self.reduced_cost(relaxation, &slack, *literal)
                .is_none_or(|slack| self.rounded(relaxation.min_cut.charged + slack) >= limit)
        };
        let (dropped, rest): (Vec<Literal>, Vec<Literal>) =
            literals.into_iter().partition(too_dear);
        self.steps += weight(&relaxation.subproblem) * rest.len() as u64 / 4;
        let needed = rest.into_iter().filter(|literal| {
            let price_function =
                self.price_functions.get(at(&relaxation.price_functions, literal.holder));
            relaxation.min_cut.is_forced(*literal, price_function, limit)
        });
        let needed: Vec<Literal> = needed.collect();
        if dropped.is_empty() && needed.is_empty() {
            return None;
        }
        Some(needed.iter().fold(relaxation.subproblem.without(&dropped), |subproblem, literal| {
            subproblem.with(*literal)
        }))
    }

    /// What the charges leave of the cheapest way for a literal's holder to have its right.
    fn reduced_cost(
        &self,
        relaxation: &Relaxation,
        slack: &Slack,
        literal: Literal,
    ) -> Option<Cost> {
        let node = relaxation.subproblem.nodes.get(literal.holder as usize)?;
        let price_function =
            self.price_functions.get(at(&relaxation.price_functions, literal.holder));
        let charges = slack.charges(literal.holder);
        let options =
            price_function.options.iter().filter(|option| option.grants.has(literal.right));
        let left = options.map(|option| {
            let charged: Cost = charges
                .iter()
                .filter(|(of, _)| option.grants.has(of.right))
                .map(|(_, charge)| *charge)
                .sum();
            option.price.times(node.units.into()) - charged
        });
        left.min()
    }

    /// The right to branch on: the relaxed alternative with most charged to it, else one that a
    /// layer does not price exactly.
    fn branching_literal(&self, relaxation: &Relaxation) -> Option<Literal> {
        let mut relaxed_alternatives: Vec<(Literal, u32)> = relaxation
            .min_cut
            .relaxed_alternatives()
            .map(|(constraint, literal)| (literal, constraint))
            .collect();
        relaxed_alternatives.sort_unstable();
        let groups = relaxed_alternatives.chunk_by(|a, b| a.0 == b.0);
        let total = |group: &&[(Literal, u32)]| -> Cost {
            group.iter().map(|(_, constraint)| at(&relaxation.min_cut.charges, *constraint)).sum()
        };
        let busiest = groups
            .rev()
            .max_by_key(total)
            .and_then(|group| group.first())
            .map(|(literal, _)| *literal);
        busiest.or_else(|| self.inexact_literal(relaxation))
    }

    /// A right whose price is not exact, held by the cut rather than not.
    fn inexact_literal(&self, relaxation: &Relaxation) -> Option<Literal> {
        let nodes: Vec<&PriceFunction> = relaxation
            .price_functions
            .iter()
            .map(|number| self.price_functions.get(*number))
            .collect();
        let targets = relaxation.min_cut.targets(&relaxation.subproblem, &nodes);
        let inexact_literal =
            (0_u32..).zip(&nodes).filter(|(_, price_function)| !price_function.exact);
        let literals = inexact_literal.flat_map(|(holder, price_function)| {
            price_function
                .available
                .without(price_function.free)
                .iter()
                .map(move |right| Literal { holder, right })
        });
        literals.min_by_key(|literal| !at(&targets, literal.holder).has(literal.right))
    }
}

/// True if a cover at the limit is hardly beaten by a guess.
fn is_near(limit: Cost, bound: Cost) -> bool {
    (limit - bound).money <= bound.money / NEAR
}

/// How many steps a cut of a part takes.
fn weight(subproblem: &Subproblem) -> u64 {
    1 + subproblem.constraints.len() as u64 / 256
}

/// A piece and what its cut says.
struct Relaxation {
    subproblem: Subproblem,
    price_functions: Vec<u32>,
    min_cut: MinCutRelaxation,
    cover: Option<Cover>,
}

/// What some nodes are charged, by node.
#[derive(Default)]
struct Slack {
    charges: Vec<(Literal, Cost)>,
}

impl Slack {
    /// The charges of the nodes outside the cut.
    fn outside(relaxation: &Relaxation) -> Self {
        let mut outside = vec![false; relaxation.subproblem.nodes.len()];
        relaxation
            .min_cut
            .relaxed_alternatives()
            .for_each(|(_, literal)| put(&mut outside, literal.holder, true));
        Self::of(relaxation, |node| at(&outside, node))
    }

    fn of(relaxation: &Relaxation, wanted: impl Fn(u32) -> bool) -> Self {
        let mut charges = Vec::new();
        for ((_, literals), charge) in
            relaxation.subproblem.constraints.iter().zip(&relaxation.min_cut.charges)
        {
            let concerned =
                literals.iter().filter(|literal| charge.is_positive() && wanted(literal.holder));
            charges.extend(concerned.map(|literal| (*literal, *charge)));
        }
        charges.sort_unstable();
        Self { charges }
    }

    fn charges(&self, holder: u32) -> &[(Literal, Cost)] {
        let start = self.charges.partition_point(|(literal, _)| literal.holder < holder);
        let end = self.charges.partition_point(|(literal, _)| literal.holder <= holder);
        self.charges.get(start..end).unwrap_or_default()
    }
}
