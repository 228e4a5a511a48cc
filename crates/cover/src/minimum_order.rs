//! Items that are bought only from some number on.
//!
//! An item of which at least `n` are paid for is either not bought at all, or `n` of it are paid
//! for and then there for whoever wants them, as if they were owned. Both are problems without a
//! least number. Ignoring it bounds both from below; where the cheapest cover then buys fewer than
//! `n`, but some, the two are tried.

use crate::budget::Budget;
use crate::certificate::certify::proof;
use crate::cost::Cost;
use crate::decomposition::without_minimum_orders;
use crate::error::Unsolvable;
use crate::pools::assignment::{Assignment, recount};
use crate::problem::Problem;
use crate::solution::{Proof, Solution};

/// The cheapest cover of a problem that is well made.
pub fn solve(problem: &Problem, budget: Budget) -> Result<Solution, Unsolvable> {
    if problem.items.iter().all(|item| item.minimum_order <= 1) {
        return without_minimum_orders(problem, budget);
    }
    let mut search = Search { whole: problem, best: None, steps: 0, branches: 0, budget };
    let first = search.visit(problem.clone(), Cost::ZERO)?;
    let (Some(mut best), Some(root)) = (search.best, first.root) else {
        return Err(if first.bound < Cost::INFINITE {
            Unsolvable::OutOfSteps
        } else {
            Unsolvable::Conflict
        });
    };
    best.proof =
        proof(root.certificate().clone(), first.bound.money, best.cost.money, search.branches);
    best.steps = search.steps;
    Ok(best)
}

struct Search<'a> {
    whole: &'a Problem,
    best: Option<Solution>,
    steps: u64,
    branches: u64,
    budget: Budget,
}

/// Result of a branch.
struct Visit {
    /// No cover of it costs less, unless it costs at least as much as the best one found.
    bound: Cost,
    /// The proof for it without least numbers, if there is a cover.
    root: Option<Proof>,
}

impl Search<'_> {
    /// Looks for the cheapest cover of a branch, which costs `paid` beside what its problem says.
    fn visit(&mut self, branch: Problem, paid: Cost) -> Result<Visit, Unsolvable> {
        let left = Budget { steps: self.budget.steps.saturating_sub(self.steps) };
        let solution = match without_minimum_orders(&relaxed(&branch), left) {
            Ok(solution) => solution,
            Err(Unsolvable::Conflict) => return Ok(Visit { bound: Cost::INFINITE, root: None }),
            Err(Unsolvable::OutOfSteps) => return Ok(Visit { bound: paid, root: None }),
            Err(error) => return Err(error),
        };
        self.steps += solution.steps.max(1);
        let bound = match &solution.proof {
            Proof::Charges(_) | Proof::Search { .. } => solution.cost,
            Proof::Gap { bound, .. } => Cost::new(*bound, 0),
        };
        let open = self.open(&branch, &solution);
        let (mut bound, root) = (paid + bound, Some(solution.proof.clone()));
        self.take(solution);
        let worth_it = self.best.as_ref().is_none_or(|best| bound < best.cost);
        if let Some(item) = open.filter(|_| worth_it && self.steps < self.budget.steps) {
            self.branches += 1;
            let mut lowest = Cost::INFINITE;
            for (branch, more) in
                [bought(&branch, item), refused(&branch, item)].into_iter().flatten()
            {
                lowest = lowest.min(self.visit(branch, paid + more)?.bound);
            }
            bound = bound.max(lowest);
        }
        Ok(Visit { bound, root })
    }

    /// An item of which some are bought, but fewer than are paid for.
    fn open(&self, branch: &Problem, solution: &Solution) -> Option<usize> {
        let quantities = branch.items.iter().zip(&solution.quantities);
        let few =
            quantities.map(|(item, count)| count.bought > 0 && count.bought < item.minimum_order);
        few.into_iter().position(|few| few)
    }

    /// Keeps a cover at what it costs in the whole problem, if it is one there and the best.
    fn take(&mut self, mut solution: Solution) {
        let Assignment { lots, quantities, cost, .. } = recount(self.whole, &solution.lots);
        let counts = self.whole.items.iter().zip(&quantities);
        let allowed = counts.into_iter().all(|(item, count)| item.bought(count.needed).is_some());
        if allowed && self.best.as_ref().is_none_or(|best| cost < best.cost) {
            (solution.lots, solution.quantities, solution.cost) = (lots, quantities, cost);
            self.best = Some(solution);
        }
    }
}

/// The problem as if nothing had to be bought at least.
fn relaxed(problem: &Problem) -> Problem {
    let mut relaxed = problem.clone();
    relaxed.items.iter_mut().for_each(|item| item.minimum_order = 0);
    relaxed
}

/// The branch in which the least number of an item is paid for, and what that costs; nothing if it
/// may not be bought.
fn bought(problem: &Problem, place: usize) -> Option<(Problem, Cost)> {
    let mut branch = problem.clone();
    let item = branch.items.get_mut(place)?;
    let paid = Cost::new(item.price, 0).times(item.minimum_order);
    if let Some(maximum) = &mut item.maximum {
        *maximum = maximum.checked_sub(item.minimum_order)?;
    }
    item.pool = item.pool.saturating_add(item.minimum_order);
    item.minimum_order = 0;
    Some((branch, paid))
}

/// The branch in which an item is not bought.
fn refused(problem: &Problem, place: usize) -> Option<(Problem, Cost)> {
    let mut branch = problem.clone();
    let item = branch.items.get_mut(place)?;
    (item.maximum, item.minimum_order) = (Some(0), 0);
    Some((branch, Cost::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rights::Rights;

    /// People of these numbers need a right each, at 10 if at least `minimum_order` are bought, at
    /// 15 one by one.
    #[track_caller]
    fn case(units: &[u32], minimum_order: u64, cost: i64) {
        let mut problem = Problem::new();
        let (cheap, dear) = (problem.item(10, 0, 0), problem.item(15, 0, 0));
        problem.set_minimum_order(cheap, minimum_order);
        let bundles = [cheap, dear].map(|item| problem.bundle(&[item], Rights::of(0)));
        let menu = problem.menu(&bundles);
        for units in units {
            let holder = problem.holder(*units, menu);
            let _ = problem.insist(holder, 0);
        }
        assert_eq!(solve(&problem, Budget::default()).unwrap().cost.money, cost);
    }

    #[test]
    fn a_least_number_is_paid_where_that_is_cheaper() {
        case(&[2], 5, 30);
        case(&[4], 5, 50);
        case(&[2, 1], 5, 45);
        case(&[2, 2], 5, 50);
        case(&[9], 5, 90);
    }
}
