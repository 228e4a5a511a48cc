//! The optimum of the cover solver against that of HiGHS, an independent solver of integer
//! programs.

use seatwise_cover::testing::generate::{Dice, Flavour, Size, organisation, small};
use seatwise_cover::{Budget, Problem, Unsolvable, solve, verify};
use seatwise_tests::highs::Highs;

/// 1,000 problems: of every flavour, and small organisations that own something.
fn problems() -> impl Iterator<Item = (String, Problem)> {
    let small = (0..880_u64)
        .map(|seed| (format!("small {seed}"), small(seed, Flavour::of((seed % 64) as u32))));
    let size = Size { people: 12, devices: 6, servers: 3, uses: 40 };
    let organised = (0..120_u64).map(move |seed| {
        let mut dice = Dice::new(seed);
        let mut problem = organisation(seed, size);
        for item in problem.items.iter_mut().filter(|_| seed % 2 == 1) {
            item.pool = u64::from(dice.below(3) * dice.below(40));
        }
        (format!("organisation {seed}"), problem)
    });
    small.chain(organised)
}

/// Our optimum in minor units; nothing if there is no cover.
fn optimum(name: &str, problem: &Problem) -> Option<i64> {
    match solve(problem, Budget::default()) {
        Ok(solution) => {
            assert_eq!(verify(problem, &solution), Ok(()), "{name}");
            assert!(solution.is_proved(), "{name}: a gap is left");
            Some(solution.cost.money)
        }
        Err(Unsolvable::NobodyCan { .. } | Unsolvable::Conflict) => None,
        Err(error) => panic!("{name}: {error}"),
    }
}

#[test]
fn a_thousand_optima_are_those_of_highs() {
    let Some(mut highs) = Highs::start() else { return };
    for (name, problem) in problems() {
        let money = optimum(&name, &problem).map(|money| (money, money));
        highs.compare(&name, &[problem], money);
    }
    assert!(highs.agrees(), "HiGHS found another optimum; see above");
}
