//! Relaxations of subproblems: propagated, taken apart into components, and bounded by cuts.

use crate::bound::bipartition::Side;
use crate::bound::min_cut::{MinCutRelaxation, PricedSubproblem};
use crate::cost::Cost;
use crate::id::{ConstraintId, HolderId, IdVec, NodeId, PriceFunctionId, RequirementId, at, put};
use crate::presolve::components::connected_components;
use crate::presolve::propagation::{Propagated, propagate};
use crate::presolve::subproblem::{Literal, Subproblem};
use crate::pricing::layer_weights::{Tightest, Weights};
use crate::pricing::price_function::PriceFunction;
use crate::pricing::price_functions::PriceFunctions;
use crate::problem::Problem;
use crate::rights::{HolderRights, Rights};
use crate::search::incumbent::Cover;

/// Rounds of fitting the weights of layers, at the root and after a branch.
const FITTING_ROUNDS: [u32; 2] = [120, 12];

/// Rounds of fitting after which something must have been gained.
const PATIENCE: u32 = 16;

/// Connected component with its cut.
pub struct Relaxation {
    /// Component that was cut.
    pub subproblem: Subproblem,
    /// Price function of each node.
    pub price_functions: IdVec<NodeId, PriceFunctionId>,
    /// Cut, and with it the bound.
    pub min_cut: MinCutRelaxation,
    /// Cheapest cover that the cuts gave, if they gave one.
    pub cover: Option<Cover>,
}

/// Components of a subproblem with their cuts.
pub struct Relaxed {
    /// Rights of the nodes without a constraint.
    pub cover: Cover,
    /// Relaxation of each component.
    pub components: Vec<Relaxation>,
}

/// Maker of relaxations, with what earlier cuts have taught.
pub struct Relaxer<'a> {
    /// Price functions in use.
    pub price_functions: PriceFunctions<'a>,
    /// Steps of the budget taken so far.
    pub steps: u64,
    /// Last multiplier of each requirement: a good start for the next cut.
    multipliers: IdVec<RequirementId, Cost>,
    /// Weights last fitted for each holder: a good start likewise.
    fitted: IdVec<HolderId, Weights>,
    tightest: Tightest,
    /// Amount of which the money of every cover is a multiple.
    unit: i64,
}

impl<'a> Relaxer<'a> {
    /// A relaxer that has made no cut yet.
    pub fn new(problem: &Problem, price_functions: PriceFunctions<'a>) -> Self {
        Self {
            unit: price_functions.unit(),
            price_functions,
            steps: 0,
            multipliers: problem.requirements().map(|_| Cost::ZERO).collect(),
            fitted: problem.holders.iter().map(|_| Weights::default()).collect(),
            tightest: Tightest::default(),
        }
    }

    /// Propagates a subproblem and cuts its components; returns nothing if there is no cover.
    pub fn relax(&mut self, subproblem: Subproblem, depth: u32) -> Option<Relaxed> {
        let Propagated { subproblem, price_functions } =
            propagate(subproblem, &mut self.price_functions).ok()?;
        let (isolated, components) = connected_components(&subproblem, &[]);
        let mut cover = Cover::default();
        for id in isolated {
            let node = subproblem.node(id);
            let base = self.price_functions.get(at(&price_functions, id)).base;
            cover.cost += base.times(node.units.into());
            cover.targets.push(HolderRights { holder: node.holder, rights: node.required });
        }
        let mut relaxations = Vec::with_capacity(components.len());
        for component in components {
            let functions = component.nodes.iter().map(|node| at(&price_functions, node));
            let functions = functions.collect();
            relaxations.push(self.cut(component.subproblem, functions, depth));
        }
        Some(Relaxed { cover, components: relaxations })
    }

    /// Returns the cheapest cover of a subproblem whose cuts leave nothing open, if they do not.
    pub fn exact_cover(&mut self, subproblem: Subproblem) -> Option<Cover> {
        let Relaxed { mut cover, components } = self.relax(subproblem, 1)?;
        for component in components {
            cover.join(component.cover?);
        }
        Some(cover)
    }

    /// Returns what every cover of a component costs at least: what is charged, up to the next
    /// amount that a cover can cost.
    pub fn bound(&self, relaxation: &Relaxation) -> Cost {
        self.rounded(relaxation.min_cut.charged)
    }

    /// Returns the least cost of a cover that costs at least the bound.
    ///
    /// Exactness: the money of a cover is a sum of whole prices, hence a multiple of whatever
    /// divides them all.
    pub fn rounded(&self, bound: Cost) -> Cost {
        match bound.money.rem_euclid(self.unit) {
            0 => bound,
            over => Cost::new(bound.money + (self.unit - over), 0),
        }
    }

    /// Returns the price function of each node.
    pub fn functions(&self, relaxation: &Relaxation) -> IdVec<NodeId, &PriceFunction> {
        relaxation.price_functions.iter().map(|id| self.price_functions.get(*id)).collect()
    }

    /// Returns the price function of a literal's node.
    pub fn function_of(&self, relaxation: &Relaxation, literal: Literal) -> &PriceFunction {
        self.price_functions.get(at(&relaxation.price_functions, literal.node))
    }

    /// Raises the bound of a component by subgradient steps; returns true if more are of no use.
    pub fn tighten(&mut self, relaxation: &mut Relaxation, goal: Cost, rounds: u32) -> bool {
        let tightening = relaxation.min_cut.tighten(goal, rounds);
        self.steps += weight(&relaxation.subproblem) * u64::from(tightening.rounds);
        for alternative in relaxation.min_cut.relaxed_alternatives() {
            let requirement = relaxation.subproblem.constraints.requirement(alternative.constraint);
            put(&mut self.multipliers, requirement, alternative.multiplier);
        }
        tightening.has_ended
    }

    /// Cuts one component.
    fn cut(
        &mut self,
        subproblem: Subproblem,
        price_functions: IdVec<NodeId, PriceFunctionId>,
        depth: u32,
    ) -> Relaxation {
        self.steps += weight(&subproblem);
        let functions: IdVec<NodeId, &PriceFunction> =
            price_functions.iter().map(|id| self.price_functions.get(*id)).collect();
        let hints = self.hints(&subproblem);
        let nodes = subproblem.nodes.iter().zip(&price_functions).zip(&functions);
        let weights = nodes.map(|((node, id), function)| {
            let known = self.fitted.at(node.holder).filter(|known| known.price_function == *id);
            let known = known.filter(|known| !known.layers.is_empty()).cloned();
            known.unwrap_or_else(|| Weights::of(*id, function))
        });
        let weights: IdVec<NodeId, Weights> = weights.collect();
        let priced =
            PricedSubproblem { subproblem: &subproblem, functions: &functions, weights: &weights };
        let min_cut = MinCutRelaxation::new(&priced, &hints);
        let targets = min_cut.targets(&subproblem, &functions);
        let cover = cover_of(&subproblem, &functions, &targets);
        let mut relaxation = Relaxation { subproblem, price_functions, min_cut, cover };
        if weights.iter().any(|weights| !weights.layers.is_empty()) {
            self.fit(&mut relaxation, weights, depth);
        }
        relaxation
    }

    /// Returns the last multipliers of a subproblem's constraints.
    fn hints(&self, subproblem: &Subproblem) -> IdVec<ConstraintId, Cost> {
        let constraints = subproblem.constraints.iter();
        constraints.map(|constraint| at(&self.multipliers, constraint.requirement)).collect()
    }

    /// Raises the bound of a component by fitting the weights of layers that do not give the true
    /// prices.
    fn fit(
        &mut self,
        relaxation: &mut Relaxation,
        mut weights: IdVec<NodeId, Weights>,
        depth: u32,
    ) {
        let hints = self.hints(&relaxation.subproblem);
        let mut last: Option<MinCutRelaxation> = None;
        let mut idle = 0;
        for round in 0..at(&FITTING_ROUNDS, depth.min(1)) {
            let bound = self.bound(relaxation);
            let is_exact = relaxation.cover.as_ref().is_some_and(|cover| cover.cost <= bound);
            if idle > PATIENCE || is_exact {
                break;
            }
            idle += 1;
            let parts = i64::from(round / 4) + if depth == 0 { 2 } else { 4 };
            let nearest = if round % 2 == 0 { Side::Right } else { Side::Left };
            let now = last.as_ref().unwrap_or(&relaxation.min_cut);
            let mut gains = false;
            let ids = relaxation.price_functions.entries();
            for ((node, id), weights) in ids.zip(&mut weights) {
                if !weights.layers.is_empty() {
                    let function = self.price_functions.get(*id);
                    let rights = now.bought(node, function, nearest);
                    gains |= weights.approach(&mut self.tightest, function, rights, parts);
                }
            }
            if !gains {
                continue;
            }
            let functions = self.functions(relaxation);
            let priced = PricedSubproblem {
                subproblem: &relaxation.subproblem,
                functions: &functions,
                weights: &weights,
            };
            let next = MinCutRelaxation::new(&priced, &hints);
            let targets = next.targets(&relaxation.subproblem, &functions);
            let cover = cover_of(&relaxation.subproblem, &functions, &targets);
            self.steps += weight(&relaxation.subproblem);
            let best = relaxation.cover.as_ref().map(|cover| cover.cost);
            if let Some(cover) = cover.filter(|cover| best.is_none_or(|best| cover.cost < best)) {
                relaxation.cover = Some(cover);
                idle = 0;
            }
            if next.charged <= relaxation.min_cut.charged {
                last = Some(next);
                continue;
            }
            if self.rounded(next.charged) > bound {
                idle = 0;
            }
            relaxation.min_cut = next;
            last = None;
            for (node, weights) in relaxation.subproblem.nodes.iter().zip(&weights) {
                let fitted = self.fitted.at_mut(node.holder);
                fitted.into_iter().for_each(|fitted| fitted.clone_from(weights));
            }
        }
    }
}

/// Returns the cover in which the nodes have these rights, if it is one.
fn cover_of(
    subproblem: &Subproblem,
    functions: &IdVec<NodeId, &PriceFunction>,
    targets: &IdVec<NodeId, Rights>,
) -> Option<Cover> {
    let has = |literal: &Literal| at(targets, literal.node).has(literal.right);
    if !subproblem.constraints.iter().all(|constraint| constraint.literals.iter().any(has)) {
        return None;
    }
    let mut cover = Cover::default();
    for ((node, function), target) in subproblem.nodes.iter().zip(functions).zip(targets) {
        let price = function.base + function.price(target.without(node.required))?;
        cover.cost += price.times(node.units.into());
        cover.targets.push(HolderRights { holder: node.holder, rights: *target });
    }
    Some(cover)
}

/// Returns the number of steps that a cut of a subproblem takes.
pub fn weight(subproblem: &Subproblem) -> u64 {
    1 + subproblem.constraints.len() as u64 / 256
}
