//! Organisations in which servers are worth it only just, against trying every choice for devices
//! and servers.

#![expect(clippy::indexing_slicing, reason = "a test may panic")]

use proptest::prelude::*;
use seatwise_cover::testing::generate::{Dice, Size, organisation};
use seatwise_cover::{Budget, Cost, HolderId, Problem, Proof, Rights, solve, verify};

const SIZE: Size = Size { people: 10, devices: 4, servers: 4, uses: 45 };

/// An organisation whose servers cost about as much as the people they would serve.
fn contested(seed: u64) -> Problem {
    let mut dice = Dice::new(seed);
    let mut problem = organisation(seed, SIZE);
    for item in problem.items.iter_mut().skip(6) {
        item.price = i64::from(20_000 + 100 * dice.below(600));
    }
    problem
}

/// Cost of a bundle for all units of a holder.
fn price(problem: &Problem, holder: u32, items: &[seatwise_cover::ItemId]) -> Cost {
    let items = items.iter().map(|item| &problem.items[item.0 as usize]);
    let each: Cost = items.map(|item| Cost::new(item.price, item.preference)).sum();
    each.times(problem.holders[holder as usize].count.into())
}

/// Rights that each holder may have, and their cost; nothing first.
fn choices(problem: &Problem, holder: u32) -> Vec<(Rights, Cost)> {
    let bundles = problem.choices(HolderId(holder));
    let bundles = bundles.map(|(_, bundle)| (bundle.grants, price(problem, holder, &bundle.items)));
    std::iter::once((Rights::NONE, Cost::ZERO)).chain(bundles).collect()
}

/// The least cost: once devices and servers have chosen, people have nothing to do with each other.
fn by_trying(problem: &Problem) -> Cost {
    let choices: Vec<_> =
        (0..problem.holders.len() as u32).map(|holder| choices(problem, holder)).collect();
    let (people, others) = choices.split_at(SIZE.people as usize);
    let mut chosen = vec![0; others.len()];
    let mut best = None;
    loop {
        let has = |holder: &HolderId| {
            let other = holder.0.checked_sub(SIZE.people).map(|other| other as usize);
            other.map_or(Rights::NONE, |other| others[other][chosen[other]].0)
        };
        let mut needed = vec![Rights::NONE; people.len()];
        for need in problem.requirements() {
            if !need.alternatives.iter().any(|holder| has(holder).has(need.right)) {
                let person = need.alternatives[0].0 as usize;
                needed[person] = needed[person].with(Rights::of(need.right));
            }
        }
        let cheapest = |(choices, needed): (&Vec<(Rights, Cost)>, &Rights)| {
            choices
                .iter()
                .filter(|(rights, _)| rights.includes(*needed))
                .map(|(_, cost)| *cost)
                .min()
                .unwrap_or(Cost::INFINITE)
        };
        let rest: Cost = people.iter().zip(&needed).map(cheapest).sum();
        let cost =
            rest + others.iter().zip(&chosen).map(|(choices, choice)| choices[*choice].1).sum();
        best = Some(best.map_or(cost, |best: Cost| best.min(cost)));
        let Some(place) = (0..others.len()).find(|place| chosen[*place] + 1 < others[*place].len())
        else {
            break;
        };
        chosen[place] += 1;
        chosen[..place].fill(0);
    }
    best.unwrap_or_default()
}

/// Configuration of a property: so many cases, and no file of failures.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn contested_organisations_cost_what_trying_says(seed in any::<u64>()) {
        let problem = contested(seed);
        let solution = solve(&problem, Budget::default()).ok();
        prop_assert_eq!(solution.as_ref().map(|solution| verify(&problem, solution)), Some(Ok(())));
        prop_assert_eq!(solution.map(|solution| solution.cost), Some(by_trying(&problem)));
    }
}

#[test]
fn some_of_them_take_a_search() {
    let searched = |seed: &u64| {
        let solution = solve(&contested(*seed), Budget::default());
        solution.is_ok_and(|solution| matches!(solution.proof, Proof::Search { .. }))
    };
    let count = (0..300).filter(searched).count();
    assert!(count >= 5, "only {count} of 300");
}
