//! Laws that hold for every problem, tried on generated ones.

use proptest::prelude::*;
use seatwise_cover::generate::{Flavour, small};
use seatwise_cover::{Budget, Problem, Solution, Unsolvable, oracle, solve, verify};

fn solved(problem: &Problem) -> Result<Solution, Unsolvable> {
    let result = solve(problem, Budget::default());
    if let Ok(solution) = &result
        && let Err(flaw) = verify(problem, solution)
    {
        panic!("{flaw} in {solution:?} of {problem:?}");
    }
    result
}

#[track_caller]
fn agrees(seed: u64, flavour: Flavour) {
    let problem = small(seed, flavour);
    match (solved(&problem), oracle::cheapest(&problem)) {
        (Ok(solution), Some(cost)) => {
            assert!(solution.is_proved(), "seed {seed} {flavour:?}: a gap is left");
            assert_eq!(solution.cost, cost, "seed {seed} {flavour:?}\n{solution:?}\n{problem:?}");
        }
        (Err(Unsolvable::NobodyCan { .. } | Unsolvable::Conflict), None) => {}
        (found, cost) => panic!("seed {seed} {flavour:?}: {found:?} against {cost:?}\n{problem:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn the_cost_is_the_oracles(seed in any::<u64>(), bits in 0..8_u32) {
        agrees(seed, Flavour::of(bits));
    }
}
