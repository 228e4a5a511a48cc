//! Laws that hold for every problem, tried on generated ones.

#![expect(clippy::indexing_slicing, reason = "a test may panic")]

use proptest::prelude::*;
use seatwise_cover::testing::generate::{Dice, Flavour, small};
use seatwise_cover::testing::oracle;
use seatwise_cover::{
    Budget, BundleId, Cost, HolderId, ItemId, MenuId, Problem, Rights, Solution, Unsolvable, solve,
    verify,
};

/// Solves a problem and has the answer verified.
#[track_caller]
fn solved(problem: &Problem, budget: Budget) -> Result<Solution, Unsolvable> {
    let result = solve(problem, budget);
    if let Ok(solution) = &result {
        assert_eq!(verify(problem, solution), Ok(()));
    }
    result
}

/// The least cost; nothing if there is no cover.
#[track_caller]
fn cost(problem: &Problem) -> Option<Cost> {
    solved(problem, Budget::default()).ok().map(|solution| solution.cost)
}

/// The problem with these of its requirements, in this order.
fn requiring(problem: &Problem, requirements: &[usize]) -> Problem {
    let mut other = bare(problem);
    let all: Vec<_> = problem.requirements().collect();
    for place in requirements {
        let _ = other.require(all[*place].right, all[*place].alternatives);
    }
    other
}

/// The problem without its requirements.
fn bare(problem: &Problem) -> Problem {
    let mut other = Problem::new();
    other.items.clone_from(&problem.items);
    other.bundles.clone_from(&problem.bundles);
    other.menus.clone_from(&problem.menus);
    other.holders.clone_from(&problem.holders);
    other.companions.clone_from(&problem.companions);
    other
}

/// No cost is below one that there is none of.
fn at_most(cost: Option<Cost>, other: Option<Cost>) -> bool {
    match (cost, other) {
        (Some(cost), Some(other)) => cost <= other,
        (_, None) => true,
        (None, Some(_)) => false,
    }
}

fn shuffled(mut list: Vec<usize>, dice: &mut Dice) -> Vec<usize> {
    for place in (1..list.len()).rev() {
        list.swap(place, dice.below(place as u32 + 1) as usize);
    }
    list
}

fn problems() -> impl Strategy<Value = (u64, Problem)> {
    (any::<u64>(), 0..Flavour::COUNT)
        .prop_map(|(seed, bits)| (seed, small(seed, Flavour::of(bits))))
}

/// Configuration of a property: so many cases, and no file of failures.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn the_cost_is_the_oracles(seed in any::<u64>(), bits in 0..Flavour::COUNT) {
        let problem = small(seed, Flavour::of(bits));
        match (solved(&problem, Budget::default()), oracle::cheapest(&problem)) {
            (Ok(solution), Some(cost)) => {
                prop_assert!(solution.is_proved());
                prop_assert_eq!(solution.cost, cost);
            }
            (Err(Unsolvable::NobodyCan { .. } | Unsolvable::Conflict), None) => {}
            (found, cost) => prop_assert!(false, "{found:?} against {cost:?}"),
        }
    }
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn a_budget_that_is_too_small_never_makes_a_false_claim(
        seed in any::<u64>(), bits in 0..Flavour::COUNT, steps in 0..4_u64,
    ) {
        let problem = small(seed, Flavour::of(bits));
        let (solution, cost) = (solved(&problem, Budget { steps }), oracle::cheapest(&problem));
        if let (Ok(solution), Some(cost)) = (solution, cost) {
            prop_assert!(solution.cost >= cost);
            prop_assert!(!solution.is_proved() || solution.cost.money == cost.money);
            if let seatwise_cover::Proof::Gap { bound, .. } = solution.proof {
                prop_assert!(bound <= cost.money);
            }
        }
    }

    #[test]
    fn removing_a_requirement_never_raises_the_cost((seed, problem) in problems()) {
        let count = problem.requirements().len();
        let left: Vec<usize> = (0..count).filter(|place| *place != seed as usize % count).collect();
        prop_assert!(at_most(cost(&requiring(&problem, &left)), cost(&problem)));
    }

    #[test]
    fn adding_a_bundle_never_raises_the_cost((seed, problem) in problems()) {
        let mut dice = Dice::new(seed);
        let mut other = problem.clone();
        let item = ItemId(dice.below(problem.items.len() as u32));
        let bundle = other.bundle(&[item], Rights::from_bits(dice.below(8).into()));
        other.menus[dice.below(3) as usize].push(bundle);
        prop_assert!(at_most(cost(&other), cost(&problem)));
    }

    #[test]
    fn removing_an_unused_bundle_changes_nothing((seed, problem) in problems()) {
        if let Ok(solution) = solved(&problem, Budget::default()) {
            let mut other = problem.clone();
            let menu = &mut other.menus[seed as usize % 3];
            let is_unused = |id: &BundleId| solution.lots.iter().all(|lot| lot.bundle != *id);
            if let Some(place) = menu.iter().position(is_unused) {
                let _ = menu.remove(place);
            }
            prop_assert_eq!(cost(&other), Some(solution.cost));
        }
    }

    #[test]
    fn scaling_the_prices_scales_the_bill((seed, problem) in problems()) {
        let factor = 2 + (seed % 1_000) as i64;
        let mut other = problem.clone();
        other.items.iter_mut().for_each(|item| item.price *= factor);
        let scaled = cost(&problem).map(|cost| Cost::new(cost.money * factor, cost.preference));
        prop_assert_eq!(cost(&other), scaled);
    }

    #[test]
    fn the_order_of_requirements_changes_nothing((seed, problem) in problems()) {
        let order = shuffled((0..problem.requirements().len()).collect(), &mut Dice::new(seed));
        let reordered = requiring(&problem, &order);
        let solution = solve(&problem, Budget::default());
        let reordered_solution = solve(&reordered, Budget::default());
        let bill = |result: Result<Solution, _>| {
            result.ok().map(|solution| (solution.lots, solution.quantities, solution.cost))
        };
        prop_assert_eq!(bill(solution), bill(reordered_solution));
    }

    #[test]
    fn the_order_of_holders_does_not_change_the_cost((seed, problem) in problems()) {
        let order = shuffled((0..problem.holders.len()).collect(), &mut Dice::new(seed));
        let mut other = bare(&problem);
        other.holders = order.iter().map(|place| problem.holders[*place]).collect();
        let moved = |id: &HolderId| {
            let place = order.iter().position(|place| *place == id.0 as usize);
            HolderId(place.unwrap() as u32)
        };
        for pair in &mut other.companions {
            (pair.of, pair.holder) = (moved(&pair.of), moved(&pair.holder));
        }
        for requirement in problem.requirements() {
            let alternatives: Vec<HolderId> = requirement.alternatives.iter().map(moved).collect();
            let _ = other.require(requirement.right, &alternatives);
        }
        prop_assert_eq!(cost(&problem), cost(&other));
    }

    #[test]
    fn the_same_problem_gives_the_same_answer((_, problem) in problems()) {
        prop_assert_eq!(solve(&problem, Budget::default()), solve(&problem, Budget::default()));
    }

    #[test]
    fn restrictions_hold_and_never_lower_the_cost((seed, problem) in problems()) {
        let mut dice = Dice::new(seed);
        let holder = HolderId(dice.below(problem.holders.len() as u32));
        let right = dice.below(3) as u8;
        let mut without = problem.clone();
        without.withhold(holder, right);
        let mut with = problem.clone();
        let _ = with.insist(holder, right);
        prop_assert!(at_most(cost(&problem), cost(&without)));
        prop_assert!(at_most(cost(&problem), cost(&with)));
        if let Ok(solution) = solve(&without, Budget::default()) {
            let grants = |id: BundleId| without.bundles[id.0 as usize].grants;
            prop_assert!(solution.lots_of(holder).all(|lot| !grants(lot.bundle).has(right)));
        }
    }
}

#[test]
fn a_restricted_holder_gets_a_menu_of_its_own() {
    let mut problem = small(3, Flavour::of(0));
    let before = problem.menus.len();
    problem.restrict(HolderId(0), |_, bundle| bundle.grants.len() > 1);
    assert_eq!(problem.holders[0].menu, MenuId(before as u32));
    assert!(problem.choices(HolderId(0)).all(|(_, bundle)| bundle.grants.len() > 1));
}
