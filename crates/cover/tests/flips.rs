//! The stretches of the least cost, against solving at every place.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use proptest::prelude::*;
use seatwise_cover::generate::{Dice, Flavour, small};
use seatwise_cover::{Budget, HolderId, ItemId, Problem, Rights, Stretch, flips_of_count, flips_of_price, solve};

/// The stretches cover the range without a gap, and say what solving says.
#[track_caller]
fn agree(stretches: &[Stretch], range: std::ops::RangeInclusive<i64>, money: impl Fn(i64) -> i64) {
    let mut next = *range.start();
    for stretch in stretches {
        assert_eq!(stretch.from, next);
        for place in stretch.from..=stretch.to {
            assert_eq!(stretch.at(place), i128::from(money(place)), "at {place}");
        }
        assert!(stretch.exact);
        next = stretch.to + 1;
    }
    assert_eq!(next, range.end() + 1);
}

fn at_count(problem: &Problem, holder: HolderId, count: i64) -> i64 {
    let mut problem = problem.clone();
    problem.holders[holder.0 as usize].count = count as u32;
    solve(&problem, Budget::default()).unwrap().cost.money
}

fn at_price(problem: &Problem, item: ItemId, price: i64) -> i64 {
    let mut problem = problem.clone();
    problem.items[item.0 as usize].price = price;
    solve(&problem, Budget::default()).unwrap().cost.money
}

/// People at 30 each, owning some, share a device whose own price is 100.
fn shop_floor(owned: u64) -> (Problem, HolderId) {
    let mut problem = Problem::new();
    let [user, device] = [problem.item(30, 0, owned), problem.item(100, 0, 0)];
    let [user, device] = [user, device].map(|item| problem.bundle(&[item], Rights::of(0)));
    let [users, devices] = [user, device].map(|bundle| problem.menu(&[bundle]));
    let people = problem.holder(1, users);
    let device = problem.holder(1, devices);
    let _ = problem.require(0, &[people, device]);
    (problem, people)
}

fn spans(stretches: &[Stretch]) -> Vec<(i64, i64, i64, i64)> {
    stretches.iter().map(|stretch| (stretch.from, stretch.to, stretch.money, stretch.slope)).collect()
}

#[test]
fn the_mix_flips_where_the_lines_meet() {
    let (problem, people) = shop_floor(0);
    let stretches = flips_of_count(&problem, people, 1..=50, Budget::default()).unwrap();
    assert_eq!(spans(&stretches), [(1, 3, 30, 30), (4, 50, 100, 0)]);
    assert_eq!(stretches[0].meets(&stretches[1]), Some((100, 30)));
}

#[test]
fn owned_items_put_the_flip_off() {
    let (problem, people) = shop_floor(5);
    let stretches = flips_of_count(&problem, people, 1..=50, Budget::default()).unwrap();
    agree(&stretches, 1..=50, |count| at_count(&problem, people, count));
    assert_eq!(stretches.first().map(|stretch| (stretch.from, stretch.money)), Some((1, 0)));
    assert_eq!(stretches.last().map(|stretch| (stretch.to, stretch.money)), Some((50, 100)));
}

#[test]
fn a_price_flips_the_mix_too() {
    let (problem, _) = shop_floor(0);
    let stretches = flips_of_price(&problem, ItemId(0), 0..=500, Budget::default()).unwrap();
    assert_eq!(spans(&stretches), [(0, 100, 0, 1), (101, 500, 100, 0)]);
}

#[test]
fn an_empty_range_has_no_stretches() {
    let (problem, people) = shop_floor(0);
    #[expect(clippy::reversed_empty_ranges, reason = "an empty range is the case")]
    let stretches = flips_of_count(&problem, people, 5..=4, Budget::default()).unwrap();
    assert_eq!(stretches, []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn stretches_of_counts_agree_with_solving(seed in any::<u64>(), bits in 0..16_u32) {
        let problem = small(seed, Flavour::of(bits));
        let holder = HolderId(Dice::new(seed).below(problem.holders.len() as u32));
        if let Ok(stretches) = flips_of_count(&problem, holder, 0..=24, Budget::default()) {
            agree(&stretches, 1..=24, |count| at_count(&problem, holder, count));
        }
    }

    #[test]
    fn stretches_of_prices_agree_with_solving(seed in any::<u64>(), bits in 0..16_u32) {
        let problem = small(seed, Flavour::of(bits));
        let item = ItemId(Dice::new(seed).below(problem.items.len() as u32));
        if let Ok(stretches) = flips_of_price(&problem, item, 0..=24, Budget::default()) {
            agree(&stretches, 0..=24, |price| at_price(&problem, item, price));
        }
    }
}
