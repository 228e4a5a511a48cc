//! Flip points are exact: compared with solving every single count, and with the figures of the
//! field.

use proptest::test_runner::{Config, TestRng, TestRunner};
use seatwise_core::books::{self, Library};
use seatwise_core::break_even::{self, Around, Flips};
use seatwise_core::money::Money;
use seatwise_core::scenario::Scenario;
use seatwise_core::trace::HolderRef;
use seatwise_core::{Solved, assess, examples};

fn solved(scenario: &Scenario) -> Solved<'_> {
    Solved::new(&Library::shipped(), scenario).unwrap_or_else(|told| panic!("{told:?}"))
}

/// Checks a function against solving each place alone, and that its stretches have no gaps.
fn agrees(flips: &Flips, from: i64, to: i64, step: usize, total: impl Fn(i64) -> Money) {
    let mut next = from;
    for piece in &flips.pieces {
        assert_eq!(piece.from, next);
        for place in (piece.from..=piece.to).step_by(step).chain([piece.to]) {
            let rise = piece.total_to.minor() - piece.total_from.minor();
            let along = if piece.to > piece.from {
                rise * (place - piece.from) / (piece.to - piece.from)
            } else {
                0
            };
            assert_eq!(total(place).minor(), piece.total_from.minor() + along, "at {place}");
        }
        next = piece.to + 1;
    }
    assert_eq!(next, to + 1);
}

fn with_count(scenario: &Scenario, group: usize, count: i64) -> Scenario {
    let mut supposed = scenario.clone();
    supposed.organisation.people[group].count = u32::try_from(count).unwrap();
    supposed
}

fn total(scenario: &Scenario) -> Money {
    assess(scenario).assessment().unwrap().total
}

#[test]
fn every_count_is_as_if_solved_alone() {
    for book in books::rulebooks() {
        let config = Config { cases: 12, failure_persistence: None, ..Config::default() };
        let mut runner =
            TestRunner::new_with_rng(config, TestRng::deterministic_rng(Default::default()));
        let outcome = runner.run(&seatwise_tests::generate::scenario(book), |scenario| {
            let group = HolderRef::People("p0".to_owned());
            let flips = break_even::by_count(&solved(&scenario), &group, 120).unwrap();
            agrees(&flips, 0, 120, 1, |count| total(&with_count(&scenario, 0, count)));
            Ok(())
        });
        outcome.unwrap_or_else(|failure| panic!("{}: {failure}", book.id));
    }
}

#[test]
fn a_connector_pays_from_the_67th_customer_on() {
    let scenario = examples::ALL[0].scenario();
    let group = HolderRef::People("customers".to_owned());
    let flips = break_even::by_count(&solved(&scenario), &group, 10_000).unwrap();
    assert!(!flips.one_by_one);
    let starts: Vec<i64> = flips.pieces.iter().map(|piece| piece.from).collect();
    // An ESS CAL is for internal people: 66 Limited CALs at 300 cost less than the connector at
    // 20,000.
    assert_eq!(starts, [0, 67]);
    assert!(flips.pieces[1].licences.contains(&"crm-2011/ec".to_owned()));
}

#[test]
fn a_price_flips_where_two_licences_cost_the_same() {
    let scenario = examples::ALL[0].scenario();
    let flips = break_even::by_price(
        &solved(&scenario),
        "crm-2011/cal-ess-user",
        Money::from_minor(100_000),
    )
    .unwrap();
    let starts: Vec<i64> = flips.pieces.iter().map(|piece| piece.from).collect();
    // Above 100.00 the technicians' devices hold them.
    assert_eq!(starts, [0, 10_001]);
    agrees(&flips, 0, 100_000, 499, |minor| {
        let mut supposed = scenario.clone();
        let prices = supposed.prices.get_or_insert_with(Default::default);
        // Only this price moves: what is left between it and another one stays as it is.
        prices.set.insert("crm-2011/cal-additive-limited-user".to_owned(), "200.00".to_owned());
        prices.set.insert("crm-2011/cal-ess-user".to_owned(), Money::from_minor(minor).to_string());
        total(&supposed)
    });
}

#[test]
fn a_windows_connector_breaks_even_at_69_and_on_two_servers_at_138() {
    let mut scenario = examples::ALL[3].scenario();
    let partners = HolderRef::People("partners".to_owned());
    let starts = |scenario: &Scenario| -> Vec<i64> {
        let flips = break_even::by_count(&solved(scenario), &partners, 1_000).unwrap();
        flips.pieces.iter().map(|piece| piece.from).collect()
    };
    assert_eq!(starts(&scenario), [0, 69]);
    scenario.organisation.servers[0].count = 2;
    assert_eq!(starts(&scenario), [0, 138]);
}

#[test]
fn a_price_flips_at_what_is_paid_after_the_discount() {
    let mut scenario = examples::ALL[3].scenario();
    let ec = "windows-server-2008/ec";
    let flips = |scenario: &Scenario| {
        break_even::by_price(&solved(scenario), ec, Money::from_minor(1_000_000))
    };
    // 100 partners at 29: at 2,900 either way costs the same, and the connector is preferred.
    let starts = |found: Option<Flips>| {
        found.unwrap().pieces.iter().map(|piece| piece.from).collect::<Vec<_>>()
    };
    assert_eq!(starts(flips(&scenario)), [0, 290_001]);
    scenario.prices.get_or_insert_default().discount_percent = Some("50".to_owned());
    assert_eq!(starts(flips(&scenario)), [0, 145_001]);
    assert_eq!(break_even::price_of(&solved(&scenario), ec), Some(Money::from_minor(99_950)));
    // At the price as it is paid the line shows the scenario's own total.
    let found = flips(&scenario).unwrap();
    let piece = &found.pieces[0];
    let along = piece.total_from.minor()
        + (piece.total_to.minor() - piece.total_from.minor()) * 99_950 / piece.to;
    assert_eq!(along, total(&scenario).minor());
}

#[test]
fn around_a_price_it_is_as_from_one_end() {
    let starts = |flips: &Flips| {
        flips.pieces.iter().map(|piece| (piece.from, piece.total_from)).collect::<Vec<_>>()
    };
    let (limited, whole) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    for book in books::rulebooks() {
        let config = Config { cases: 15, failure_persistence: None, ..Config::default() };
        let mut runner =
            TestRunner::new_with_rng(config, TestRng::deterministic_rng(Default::default()));
        let outcome = runner.run(&seatwise_tests::generate::scenario(book), |scenario| {
            let far = Money::from_minor(400_000);
            for licence in book.licences.iter().filter(|licence| licence.for_sale).take(3) {
                let id = book.full_id(licence);
                let all = break_even::by_price(&solved(&scenario), &id, far).unwrap();
                for here in [0, 1, 39_999, 100_000, 400_000].map(Money::from_minor) {
                    let near = |solutions| {
                        let around = Around { price: here, to: far, solutions };
                        break_even::near_price(&solved(&scenario), &id, around).unwrap()
                    };
                    assert_eq!(starts(&near(u32::MAX)), starts(&all), "{id} around {here}");
                    // With few solutions some stretches are missing at the ends, and those in
                    // between are the same.
                    let some = near(6);
                    let inner: Vec<_> = starts(&some).into_iter().skip(1).collect();
                    assert!(
                        inner.iter().all(|start| starts(&all).contains(start)),
                        "{id} around {here}: {inner:?}"
                    );
                    let has =
                        |piece: &break_even::Piece| (piece.from..=piece.to).contains(&here.minor());
                    assert!(some.pieces.iter().any(has), "{id} around {here}");
                    let counter =
                        if some.pieces.len() < all.pieces.len() { &limited } else { &whole };
                    counter.set(counter.get() + 1);
                }
            }
            Ok(())
        });
        outcome.unwrap_or_else(|failure| panic!("{}: {failure}", book.id));
    }
    assert!(limited.get() > 20 && whole.get() > 100, "{} and {}", limited.get(), whole.get());
}
