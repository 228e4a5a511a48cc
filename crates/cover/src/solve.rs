//! From a problem to a proved cover.

use crate::budget::Budget;
use crate::error::Unsolvable;
use crate::id::at;
use crate::id::{HolderId, RequirementId};
use crate::minimum_order;
use crate::problem::Problem;
use crate::rights::Rights;
use crate::solution::Solution;

/// The cheapest cover of a problem, with its proof.
///
/// Covers are compared by money, then by points of preference.
///
/// # Errors
/// When the problem does not fit together, when a requirement cannot be met by anybody, when no
/// choice of bundles meets all, or when the budget ends before any cover is found.
pub fn solve(problem: &Problem, budget: Budget) -> Result<Solution, Unsolvable> {
    problem.check()?;
    everybody_can(problem)?;
    minimum_order::solve(problem, budget)
}

/// Checks that each requirement has an alternative which some bundle gives the right.
fn everybody_can(problem: &Problem) -> Result<(), Unsolvable> {
    let grants: Vec<Rights> = (0..problem.holders.len() as u32)
        .map(|holder| {
            problem
                .choices(HolderId(holder))
                .fold(Rights::NONE, |all, (_, bundle)| all.with(bundle.grants))
        })
        .collect();
    for (place, requirement) in (0_u32..).zip(problem.requirements()) {
        let can = |holder: &HolderId| at(&grants, holder).has(requirement.right);
        if !requirement.alternatives.iter().any(can) {
            return Err(Unsolvable::NobodyCan { requirement: RequirementId(place) });
        }
    }
    Ok(())
}
