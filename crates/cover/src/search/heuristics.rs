//! Primal heuristics: covers that follow a relaxation.

use crate::id::at;
use crate::presolve::subproblem::Literal;
use crate::search::incumbent::Cover;
use crate::search::local_search::{Fixing, LocalSearch};
use crate::search::reduced_costs::Slack;
use crate::search::relaxer::{Relaxation, Relaxed, Relaxer, weight};

/// Returns a cover made by taking the cut at its word, as if the bound were the cost.
///
/// Relaxed alternatives that the charges do not use up do not hold then, and those that a
/// constraint is left to hold. What that leaves open is cut again, `dives` times; in the end
/// whatever does not clearly hold does not.
pub fn diving(relaxer: &mut Relaxer<'_>, relaxation: &Relaxation, dives: u32) -> Option<Cover> {
    let fixing = rounded(relaxer, relaxation, dives);
    if fixing.is_empty() {
        return if dives == 0 { None } else { diving(relaxer, relaxation, 0) };
    }
    let Relaxed { mut cover, components } =
        relaxer.relax(fixing.apply(&relaxation.subproblem), 1)?;
    for mut component in components {
        let bound = relaxer.bound(&component);
        cover.join(match component.cover.take_if(|cover| cover.cost <= bound) {
            Some(cover) => cover,
            None if dives > 0 => diving(relaxer, &component, dives - 1)?,
            None => return None,
        });
    }
    Some(cover)
}

/// Returns a cover by local search over the relaxed alternatives, those that the charges use up
/// most tried first.
pub fn local_search(relaxer: &mut Relaxer<'_>, relaxation: &Relaxation) -> Option<Cover> {
    let slack = Slack::outside(relaxation);
    let functions = relaxer.functions(relaxation);
    let mut search = LocalSearch::new(&relaxation.min_cut, &relaxation.subproblem, &functions);
    // What is left of each, in thousandths of its price.
    let left = |literal: &Literal| {
        let left = slack.reduced_cost(relaxer, relaxation, *literal)?.money.max(0);
        let price = Slack::default().reduced_cost(relaxer, relaxation, *literal)?.money.max(1);
        Some(left.saturating_mul(1_000) / price)
    };
    let literals = (0_u32..).zip(search.literals());
    let mut order: Vec<(i64, u32)> =
        literals.map(|(place, literal)| (left(literal).unwrap_or(i64::MAX), place)).collect();
    order.sort_unstable();
    let order: Vec<u32> = order.into_iter().map(|(_, place)| place).collect();
    let fixing = search.run(&order);
    let cuts = search.cuts;
    relaxer.steps += weight(&relaxation.subproblem) * cuts.div_ceil(8);
    relaxer.exact_cover(fixing?.apply(&relaxation.subproblem))
}

/// Rounds the relaxed alternatives to those that hold and those that do not; what is doubtful stays
/// open, except in the last dive.
fn rounded(relaxer: &Relaxer<'_>, relaxation: &Relaxation, dives: u32) -> Fixing {
    let slack = Slack::outside(relaxation);
    let left_over = relaxation.min_cut.left_to_alternatives();
    let alternatives = relaxation.min_cut.relaxed_alternatives().iter();
    let mut literals: Vec<(Literal, bool)> = alternatives
        .map(|alternative| {
            let constraint = alternative.constraint;
            let unmet = dives == 0 && relaxation.min_cut.is_unmet(constraint);
            (alternative.literal, !(at(&left_over, constraint) || unmet))
        })
        .collect();
    literals.sort_unstable();
    literals.dedup_by_key(|(literal, _)| *literal);
    let mut fixing = Fixing::default();
    for (literal, doubtful) in literals {
        let left = slack.reduced_cost(relaxer, relaxation, literal);
        let price = Slack::default().reduced_cost(relaxer, relaxation, literal);
        if left.zip(price).is_none_or(|(left, price)| left.times(2) > price) {
            fixing.dropped.push(literal);
        } else if !doubtful {
            fixing.held.push(literal);
        } else if dives == 0 {
            fixing.dropped.push(literal);
        }
    }
    fixing
}
