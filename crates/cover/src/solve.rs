//! From a problem to a proved cover.

use crate::certify::certify;
use crate::cost::Cost;
use crate::error::Unsolvable;
use crate::fulfil::fulfil;
use crate::part::Part;
use crate::prices::Prices;
use crate::problem::{HolderId, Problem, RequirementId};
use crate::rights::Rights;
use crate::search::Search;
use crate::solution::{Certificate, Proof, Solution};
use crate::table::put;
use crate::tariffs::Tariffs;
use crate::trim::trim;

/// How long to search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// About how many cuts to make at most; one takes time in proportion to the size of the problem, or less.
    pub steps: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { steps: 2_000 }
    }
}

/// The cheapest cover of a problem, with its proof.
///
/// Covers are compared by money, then by points of preference.
///
/// # Errors
/// When the problem does not fit together, when a requirement cannot be met by anybody, when no choice of bundles meets
/// all, or when the budget ends before any cover is found.
pub fn solve(problem: &Problem, budget: Budget) -> Result<Solution, Unsolvable> {
    problem.check()?;
    everybody_can(problem)?;
    let mut search = Search::new(problem, Tariffs::new(problem, Prices::of(problem)), budget.steps);
    let found = search.run(Part::whole(problem), Cost::ENDLESS, 0);
    let Some(cover) = found.cover else {
        return Err(if found.bound < Cost::ENDLESS { Unsolvable::OutOfSteps } else { Unsolvable::Conflict });
    };
    let mut targets = vec![Rights::NONE; problem.holders.len()];
    cover.targets.iter().for_each(|(holder, rights)| put(&mut targets, *holder, *rights));
    trim(problem, &mut targets);
    let (lots, quantities, cost) = fulfil(problem, &targets);
    let charged: Vec<i64> = search.charges.iter().map(|charge| charge.money).collect();
    let rents = problem.items.iter().map(|item| item.price).collect();
    let certificate = certify(problem, rents, &charged);
    let proof = proof(certificate, found.bound.money, cost.money, search.nodes);
    Ok(Solution { lots, quantities, cost, proof, steps: search.steps })
}

/// Checks that each requirement has an alternative which some bundle gives the right.
fn everybody_can(problem: &Problem) -> Result<(), Unsolvable> {
    let grants: Vec<Rights> = (0..problem.holders.len() as u32)
        .map(|holder| problem.choices(HolderId(holder)).fold(Rights::NONE, |all, (_, bundle)| all.with(bundle.grants)))
        .collect();
    for (place, requirement) in (0_u32..).zip(problem.requirements()) {
        let can = |holder: &HolderId| crate::table::at(&grants, holder.0).has(requirement.right);
        if !requirement.alternatives.iter().any(can) {
            return Err(Unsolvable::NobodyCan { requirement: RequirementId(place) });
        }
    }
    Ok(())
}

fn proof(certificate: Certificate, bound: i64, cost: i64, nodes: u64) -> Proof {
    if certificate.bound >= cost {
        Proof::Charges(certificate)
    } else if bound >= cost {
        Proof::Search { certificate, nodes }
    } else {
        let bound = bound.max(certificate.bound);
        Proof::Gap { certificate, bound }
    }
}
