//! The generated problems are as varied as the tests that rely on them assume.

use seatwise_cover::testing::generate::{Flavour, Size, organisation, small};
use seatwise_cover::{Budget, HolderId, Problem, Proof, Solution, Unsolvable, solve};

fn results(bits: u32) -> Vec<(Problem, Result<Solution, Unsolvable>)> {
    let problems = (0..600).map(|seed| small(seed, Flavour::of(bits)));
    problems
        .map(|problem| {
            let result = solve(&problem, Budget::default());
            (problem, result)
        })
        .collect()
}

/// Asserts that at least `minimum` of 600 problems of a flavour satisfy something.
#[track_caller]
fn at_least(
    bits: u32,
    minimum: usize,
    holds: impl Fn(&Problem, &Result<Solution, Unsolvable>) -> bool,
) {
    let count = results(bits).iter().filter(|(problem, result)| holds(problem, result)).count();
    assert!(count >= minimum, "only {count} of 600");
}

#[test]
fn plain_problems_are_proved_by_charges() {
    at_least(0, 600, |_, result| {
        result.as_ref().is_ok_and(|solution| matches!(solution.proof, Proof::Charges(_)))
    });
}

#[test]
fn there_are_requirements_with_three_alternatives() {
    at_least(2, 300, |problem, _| {
        problem.requirements().any(|requirement| requirement.alternatives.len() == 3)
    });
}

#[test]
fn some_problems_take_a_search() {
    let searched = |_: &Problem, result: &Result<Solution, _>| {
        result
            .as_ref()
            .is_ok_and(|solution| matches!(solution.proof, Proof::Search { branches: 1.., .. }))
    };
    at_least(7, 10, searched);
    at_least(15, 10, searched);
}

#[test]
fn some_problems_have_no_cover() {
    at_least(1, 10, |_, result| matches!(result, Err(Unsolvable::NobodyCan { .. })));
    at_least(15, 2, |_, result| matches!(result, Err(Unsolvable::Conflict)));
}

#[test]
fn some_units_are_covered_themselves_and_others_by_their_companions() {
    at_least(72, 2, |problem, result| {
        let holds = |solution: &Solution, id: HolderId| {
            solution.lots_of(id).map(|lot| lot.units).sum::<u64>()
        };
        let partly = |solution: &Solution, id: HolderId| {
            let held = holds(solution, id);
            held > 0 && held < u64::from(problem.holders[id.0 as usize].count)
        };
        result.as_ref().is_ok_and(|solution| {
            problem
                .companions
                .iter()
                .any(|pair| partly(solution, pair.of) && partly(solution, pair.holder))
        })
    });
}

#[test]
fn owned_items_are_used_and_split_groups() {
    at_least(8, 100, |_, result| {
        result
            .as_ref()
            .is_ok_and(|solution| solution.quantities.iter().any(|quantity| quantity.owned > 0))
    });
    at_least(8, 20, |problem, result| {
        let holders = || (0..problem.holders.len() as u32).map(HolderId);
        result
            .as_ref()
            .is_ok_and(|solution| holders().any(|holder| solution.lots_of(holder).count() > 1))
    });
    at_least(8, 10, |problem, result| {
        let used = |item: &seatwise_cover::Item, price: i64| {
            item.pool > 0 && 0 < price && price < item.price
        };
        result.as_ref().is_ok_and(|solution| {
            let shadow_prices = &solution.proof.certificate().shadow_prices;
            problem
                .items
                .iter()
                .zip(shadow_prices)
                .any(|(item, shadow_price)| used(item, *shadow_price))
        })
    });
}

#[test]
fn limits_and_least_numbers_matter() {
    let counts = |holds: fn(&seatwise_cover::Item, &seatwise_cover::Quantity) -> bool| {
        move |problem: &Problem, result: &Result<Solution, Unsolvable>| {
            let solution = result.as_ref().ok();
            solution.is_some_and(|solution| {
                problem.items.iter().zip(&solution.quantities).any(|(a, b)| holds(a, b))
            })
        }
    };
    at_least(32, 60, counts(|item, count| count.bought > 0 && item.maximum == Some(count.bought)));
    at_least(
        32,
        20,
        counts(|item, count| count.bought > count.needed && item.minimum_order == count.bought),
    );
    at_least(40, 10, counts(|item, count| count.owned > 0 && item.maximum == Some(count.bought)));
    at_least(32, 10, |problem, result| {
        result.as_ref().is_ok_and(|solution| {
            let shadow_prices = &solution.proof.certificate().shadow_prices;
            problem
                .items
                .iter()
                .zip(shadow_prices)
                .any(|(item, shadow_price)| *shadow_price > item.price)
        })
    });
    at_least(32, 10, |_, result| matches!(result, Err(Unsolvable::Conflict)));
    at_least(32, 10, |problem, result| {
        let mut free = problem.clone();
        free.items.iter_mut().for_each(|item| (item.maximum, item.minimum_order) = (None, 0));
        let (free, bound) = (solve(&free, Budget::default()), result.as_ref().ok());
        free.ok().zip(bound).is_some_and(|(free, bound)| free.cost < bound.cost)
    });
}

#[test]
fn some_covers_cost_the_same_money() {
    // Without points another cover is as good: the points do decide.
    at_least(0, 8, |problem, result| {
        let mut other = problem.clone();
        other.items.iter_mut().for_each(|item| item.preference = 9 - item.preference);
        let bill = |result: &Result<Solution, _>| {
            result.as_ref().ok().map(|solution| (solution.cost.money, solution.lots.clone()))
        };
        let (before, after) = (bill(result), bill(&solve(&other, Budget::default())));
        before.zip(after).is_some_and(|(before, after)| before.0 == after.0 && before.1 != after.1)
    });
}

#[test]
fn organisations_have_the_size_that_was_asked_for() {
    let problem = organisation(1, Size::BIG);
    assert_eq!((problem.holders.len(), problem.requirements().len()), (3_050, 8_000));
    let three =
        problem.requirements().filter(|requirement| requirement.alternatives.len() == 3).count();
    assert!((800..4_000).contains(&three), "{three} requirements with three alternatives");
}
