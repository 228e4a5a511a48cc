//! What the page shows beside the bill holds for every organisation: forced choices, the sheet of
//! the certificate, and what is owned against what is needed.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRng, TestRunner};
use seatwise_core::assessment::{Assessment, Certificate};
use seatwise_core::books::{self, Library};
use seatwise_core::certificate_checks::checks;
use seatwise_core::forced_choice::{Forced, forced};
use seatwise_core::money::Money;
use seatwise_core::scenario::Scenario;
use seatwise_core::trace::HolderRef;
use seatwise_core::{Solved, assess, compliance};
use std::cell::Cell;

/// Runs a law on generated scenarios of every rulebook, the same ones every time.
fn law(holds: impl Fn(Scenario, Assessment) -> Result<(), TestCaseError>) {
    for book in books::rulebooks() {
        let config = Config { cases: 60, failure_persistence: None, ..Config::default() };
        let mut runner =
            TestRunner::new_with_rng(config, TestRng::deterministic_rng(Default::default()));
        let outcome = runner.run(&seatwise_tests::generate::scenario(book), |scenario| {
            let found = assess(&scenario).assessment().unwrap().clone();
            holds(scenario, found)
        });
        outcome.unwrap_or_else(|failure| panic!("{}: {failure}", book.id));
    }
}

fn solved(scenario: &Scenario) -> Solved<'_> {
    Solved::new(&Library::shipped(), scenario).unwrap_or_else(|told| panic!("{told:?}"))
}

fn choices(scenario: &Scenario) -> Vec<Forced> {
    let groups: Vec<&str> =
        scenario.organisation.people.iter().map(|group| group.id.as_str()).collect();
    forced(&solved(scenario), &groups)
}

#[test]
fn no_forced_choice_is_cheaper_and_the_one_of_the_best_mix_costs_nothing() {
    let (dearer, ties) = (Cell::new(0), Cell::new(0));
    law(|scenario, found| {
        for one in choices(&scenario) {
            let Some(more) = one.more else { continue };
            prop_assert_eq!(one.total, Some(found.total.plus(more)));
            prop_assert!(more >= Money::ZERO, "{:?} is cheaper", one);
            prop_assert!(!one.chosen || more == Money::ZERO, "{:?} is in the mix", one);
            dearer.set(dearer.get() + u32::from(more > Money::ZERO));
            ties.set(ties.get() + u32::from(!one.chosen && more == Money::ZERO));
        }
        Ok(())
    });
    assert!(dearer.get() > 100 && ties.get() > 20, "{} dearer, {} ties", dearer.get(), ties.get());
}

#[test]
fn who_has_one_use_is_covered_in_one_of_the_ways_that_it_leaves() {
    law(|scenario, found| {
        let all = choices(&scenario);
        let holds = |holder: HolderRef| {
            found.bill.iter().flat_map(|line| &line.lots).any(|lot| lot.holder == holder)
        };
        for group in &scenario.organisation.people {
            // Where owned licences reach for some of them only, the others are covered otherwise.
            if holds(HolderRef::People(group.id.clone()))
                && holds(HolderRef::OwnDevices(group.id.clone()))
            {
                continue;
            }
            let mut uses = scenario.organisation.uses.iter().filter(|one| one.people == group.id);
            let one_right =
                uses.next().is_some_and(|one| one.activities.len() == 1) && uses.next().is_none();
            // Where something is owned, people of one group may be covered in several ways at once.
            if one_right && scenario.organisation.servers.len() < 2 && scenario.owned.is_empty() {
                let least = all
                    .iter()
                    .filter(|one| one.people == group.id)
                    .filter_map(|one| one.more)
                    .min();
                prop_assert!(
                    least.is_none_or(|least| least == Money::ZERO),
                    "{}: {:?}",
                    group.id,
                    all
                );
            }
        }
        Ok(())
    });
}

#[test]
fn the_sheet_of_a_certificate_can_be_added_up_by_hand() {
    let tight = Cell::new(0);
    law(|scenario, found| {
        let (charges, proved) = match &found.certificate {
            Certificate::Charges { charges, .. } => (charges, true),
            Certificate::Search { charges, .. } | Certificate::Gap { charges, .. } => {
                (charges, false)
            }
        };
        let checks = checks(&solved(&scenario));
        for check in &checks {
            let settled = check
                .settles
                .iter()
                .fold(Money::ZERO, |sum, &place| sum.plus(charges[place].amount));
            prop_assert_eq!(settled, check.charged);
            prop_assert_eq!(check.unit_price.times(check.units), check.costs);
            prop_assert!(check.charged <= check.costs, "{:?}", check);
        }
        // No charge could be higher: the sheet would show it. Lines that are left out would not.
        for place in (0..charges.len()).filter(|_| proved) {
            let stops = checks
                .iter()
                .any(|check| check.charged == check.costs && check.settles.contains(&place));
            prop_assert!(stops, "charge {place} of {:?}", checks);
            tight.set(tight.get() + 1);
        }
        Ok(())
    });
    assert!(tight.get() > 500, "{}", tight.get());
}

#[test]
fn what_is_owned_is_used_or_idle_and_the_gap_is_bought() {
    law(|scenario, found| {
        let all = compliance::compare(&solved(&scenario));
        let cost = all.rows.iter().filter_map(|row| row.cost).fold(Money::ZERO, Money::plus);
        prop_assert_eq!(cost, found.total);
        for row in &all.rows {
            prop_assert_eq!(row.owned + row.gap, row.needed + row.surplus, "{:?}", row);
        }
        prop_assert!(all.without.is_none_or(|without| without >= found.total));
        Ok(())
    });
}
