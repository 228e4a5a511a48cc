//! What holds of every assessment, tried on generated organisations under every rulebook.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use seatwise_core::assessment::{Assessment, BillLine, Certificate, UseVerdict};
use seatwise_core::money::Money;
use seatwise_core::organisation::Use;
use seatwise_core::rulebook::{Rulebook, VerdictKind};
use seatwise_core::scenario::Scenario;
use seatwise_core::trace::{HolderRef, Step};
use seatwise_core::{assess, books, link};
use seatwise_tests::{certificate, substitutes};
use std::cell::Cell;
use std::collections::BTreeSet;

const CASES: u32 = 150;

/// Runs a law on generated scenarios of every rulebook, the same ones every time.
fn law(holds: impl Fn(&'static Rulebook, Scenario) -> Result<(), TestCaseError>) {
    for book in books::rulebooks() {
        let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(
            config,
            proptest::test_runner::TestRng::deterministic_rng(Default::default()),
        );
        let outcome =
            runner.run(&seatwise_tests::generate::scenario(book), |scenario| holds(book, scenario));
        if let Err(failure) = outcome {
            panic!("{}: {failure}", book.id);
        }
    }
}

fn assessed(scenario: &Scenario) -> Assessment {
    let answer = assess(scenario);
    answer.assessment().unwrap_or_else(|| panic!("{:?}", answer.diagnostics())).clone()
}

/// What of a line must not change: everything but its place in the trace and the order of its
/// holders.
fn figures(line: &BillLine) -> (String, u64, u64, u64, Money) {
    (line.licence.clone(), line.quantity, line.owned, line.buy, line.amount)
}

fn bill(found: &Assessment) -> Vec<(String, u64, u64, u64, Money)> {
    found.bill.iter().map(figures).collect()
}

#[test]
fn the_generator_reaches_what_matters() {
    let (many, devices, owned, servers, ties) =
        (Cell::new(0), Cell::new(0), Cell::new(0), Cell::new(0), Cell::new(0));
    let (reached, unreached) = (Cell::new(0), Cell::new(0));
    let verdicts = std::cell::RefCell::new(BTreeSet::new());
    law(|book, scenario| {
        let found = assessed(&scenario);
        let holds = |kind: fn(&HolderRef) -> bool| {
            u32::from(found.bill.iter().any(|line| line.lots.iter().any(|lot| kind(&lot.holder))))
        };
        many.set(many.get() + u32::from(found.bill.len() > 2));
        devices.set(devices.get() + holds(|holder| matches!(holder, HolderRef::Devices(_))));
        servers.set(servers.get() + holds(|holder| matches!(holder, HolderRef::Servers(_))));
        owned.set(owned.get() + u32::from(found.bill.iter().any(|line| line.owned > 0)));
        ties.set(
            ties.get()
                + u32::from(
                    found.alternatives.iter().skip(1).any(|one| one.total == Some(found.total)),
                ),
        );
        let by_version = |kind: VerdictKind| {
            let mut of_kind = found.verdicts.iter().filter(|one| one.verdict == kind);
            u32::from(of_kind.any(|one| book.version(&one.rule).is_some()))
        };
        reached.set(reached.get() + by_version(VerdictKind::Needs));
        unreached.set(unreached.get() + by_version(VerdictKind::Impossible));
        verdicts.borrow_mut().extend(found.verdicts.iter().map(|one| one.verdict));
        Ok(())
    });
    let counts = [
        ("bills", many),
        ("devices", devices),
        ("servers", servers),
        ("owned", owned),
        ("ties", ties),
    ];
    for (what, count) in counts.into_iter().chain([("reached", reached), ("unreached", unreached)])
    {
        assert!(count.get() >= 10, "{what}: only {}", count.get());
    }
    assert_eq!(verdicts.into_inner().len(), VerdictKind::ALL.len());
}

#[test]
fn the_same_scenario_gives_the_same_bytes() {
    law(|_, scenario| {
        let write = || serde_json::to_string(&assess(&scenario)).unwrap();
        prop_assert_eq!(write(), write());
        Ok(())
    });
}

#[test]
fn the_order_of_the_input_changes_nothing() {
    law(|_, scenario| {
        let mut turned = scenario.clone();
        turned.organisation.people.reverse();
        turned.organisation.devices.reverse();
        turned.organisation.servers.reverse();
        turned.organisation.uses.reverse();
        turned.owned.reverse();
        prop_assert_eq!(bill(&assessed(&scenario)), bill(&assessed(&turned)));
        Ok(())
    });
}

#[test]
fn taking_a_use_away_never_raises_the_total() {
    law(|_, scenario| {
        let total = assessed(&scenario).total;
        for place in 0..scenario.organisation.uses.len() {
            let mut less = scenario.clone();
            less.organisation.uses.remove(place);
            prop_assert!(assessed(&less).total <= total, "without use {place}");
        }
        Ok(())
    });
}

#[test]
fn splitting_a_group_never_lowers_the_total() {
    let (parted, owning) = (Cell::new(0), Cell::new(0));
    law(|_, scenario| {
        let whole = assessed(&scenario);
        // The named users of an edition and an allowance are so many in all, whatever the groups.
        for place in 0..scenario.organisation.people.len() {
            let count = scenario.organisation.people[place].count;
            let shares = [count / 10, count / 4, count / 2, count * 3 / 4, u32::from(count > 1)];
            for share in shares.into_iter().filter(|share| (1..count).contains(share)) {
                let split = split(&scenario, place, share);
                let parts = assessed(&split);
                prop_assert_eq!(
                    parts.total,
                    whole.total,
                    "{} of group {}: {}",
                    share,
                    place,
                    scenario.to_json()
                );
                parted.set(parted.get() + 1);
                owning.set(owning.get() + u32::from(!scenario.owned.is_empty()));
            }
        }
        Ok(())
    });
    assert!(
        parted.get() > 1_000 && owning.get() > 300,
        "{parted:?} splits, {owning:?} of them with owned licences"
    );
}

/// The scenario with a people group as two: so many of them, and the others.
fn split(scenario: &Scenario, place: usize, share: u32) -> Scenario {
    let mut split = scenario.clone();
    let organisation = &mut split.organisation;
    let mut part = organisation.people[place].clone();
    part.id += "-part";
    part.count = share;
    organisation.people[place].count -= share;
    let of_both = organisation
        .uses
        .iter()
        .filter(|usage| usage.people == scenario.organisation.people[place].id);
    let of_part: Vec<_> =
        of_both.map(|usage| Use { people: part.id.clone(), ..usage.clone() }).collect();
    organisation.uses.extend(of_part);
    organisation.people.push(part);
    split
}

#[test]
fn the_version_of_the_rulebook_may_be_named_or_left_out() {
    law(|book, scenario| {
        let mut named = scenario.clone();
        for group in &mut named.organisation.servers {
            group.version = group.version.take().or_else(|| Some(book.versions[0].id.clone()));
        }
        prop_assert_eq!(assess(&named), assess(&scenario));
        Ok(())
    });
}

#[test]
fn a_version_that_fewer_licences_reach_never_lowers_the_total() {
    law(|book, scenario| {
        // A server of one's own takes no tier, while an environment of the service does.
        if !book.tiers.is_empty() {
            return Ok(());
        }
        let found = assessed(&scenario);
        let limited = |one: &UseVerdict| {
            one.verdict == VerdictKind::Impossible && book.version(&one.rule).is_some()
        };
        if found.complete && !found.verdicts.iter().any(limited) {
            let mut own = scenario.clone();
            own.organisation.servers.iter_mut().for_each(|group| group.version = None);
            prop_assert!(assessed(&own).total <= found.total, "{}", scenario.to_json());
        }
        Ok(())
    });
}

#[test]
fn a_line_needs_only_what_its_trace_cites() {
    law(|_, scenario| {
        let found = assessed(&scenario);
        for line in &found.bill {
            let cited = cited(&scenario, &found, line);
            let again = assessed(&cited);
            let same = again.bill.iter().find(|other| other.licence == line.licence).map(figures);
            prop_assert_eq!(same, Some(figures(line)), "{}", cited.to_json());
        }
        Ok(())
    });
}

/// The scenario without the uses and people groups that the reasons of a line do not cite.
fn cited(scenario: &Scenario, found: &Assessment, line: &BillLine) -> Scenario {
    let mut uses = BTreeSet::new();
    let mut people = BTreeSet::new();
    for id in found.trace.causes(line.reason) {
        match &found.trace.entry(id).unwrap().step {
            Step::Use { index, .. } => {
                uses.insert(*index);
            }
            Step::Group { people: id, .. } => {
                people.insert(id.clone());
            }
            _ => {}
        }
    }
    let mut kept = scenario.clone();
    let all = std::mem::take(&mut kept.organisation.uses);
    kept.organisation.uses =
        (0..).zip(all).filter(|(index, _)| uses.contains(index)).map(|(_, one)| one).collect();
    kept.organisation.people.retain(|group| people.contains(&group.id));
    kept
}

#[test]
fn twice_the_prices_are_twice_the_bill() {
    law(|book, scenario| {
        let at = |times: i64| {
            let mut priced = scenario.clone();
            let set = &mut priced.prices.as_mut().unwrap().set;
            for licence in &book.licences {
                let id = book.full_id(licence);
                let minor = set
                    .get(&id)
                    .and_then(|text| Money::parse_price(text))
                    .unwrap_or(Money::from_minor(70_000));
                set.insert(id, Money::from_minor(minor.minor() * times).to_string());
            }
            assessed(&priced).total
        };
        prop_assert_eq!(at(2).minor(), at(1).minor() * 2);
        Ok(())
    });
}

#[test]
fn every_certificate_is_accepted_by_a_verifier_that_knows_nothing_of_the_solver() {
    law(|_, scenario| {
        let found = assessed(&scenario);
        prop_assert!(
            !matches!(found.certificate, Certificate::Gap { .. }),
            "a small organisation is searched to the end"
        );
        if let Err(why) = certificate::verify(&scenario, &found) {
            prop_assert!(false, "{why}\n{}", scenario.to_json());
        }
        Ok(())
    });
}

#[test]
fn every_altered_certificate_is_rejected() {
    law(|_, scenario| {
        let found = assessed(&scenario);
        // A higher charge no longer adds up, and a higher total is not the sum.
        let mut wrong = found.clone();
        if let Certificate::Charges { charges, .. } | Certificate::Search { charges, .. } =
            &mut wrong.certificate
        {
            // A search may have begun with no charge at all: then there is none to raise.
            if let Some(charge) = charges.first_mut() {
                charge.amount = charge.amount.plus(Money::from_minor(1));
                prop_assert!(certificate::verify(&scenario, &wrong).is_err());
            }
        }
        if matches!(found.certificate, Certificate::Charges { .. }) {
            let wrong =
                Assessment { total: found.total.plus(Money::from_minor(1)), ..found.clone() };
            prop_assert!(certificate::verify(&scenario, &wrong).is_err());
        }
        // Charges that add up to one more than the total ask too much of somebody, whoever that is.
        if let Certificate::Charges { charges, rents, sum } = &found.certificate {
            for place in 0..charges.len() {
                let mut greedy = charges.clone();
                greedy[place].amount = greedy[place].amount.plus(Money::from_minor(1));
                let sum = sum.plus(Money::from_minor(1));
                let raised = Certificate::Charges { charges: greedy, rents: rents.clone(), sum };
                let raised = Assessment { total: sum, certificate: raised, ..found.clone() };
                prop_assert!(certificate::verify(&scenario, &raised).is_err(), "charge {place}");
            }
        }
        Ok(())
    });
}

#[test]
fn no_alternative_is_cheaper() {
    law(|_, scenario| {
        let found = assessed(&scenario);
        for other in &found.alternatives {
            prop_assert!(
                other.total.is_none_or(|total| total >= found.total),
                "{} is cheaper",
                other.name
            );
        }
        Ok(())
    });
}

#[test]
fn a_link_carries_the_whole_scenario() {
    law(|book, scenario| {
        let opened = link::decode(&link::encode(&scenario, true)).unwrap();
        prop_assert_eq!(&opened.rulebook, &book.pinned());
        prop_assert_eq!(Scenario { rulebook: book.id.clone(), ..opened }, scenario);
        Ok(())
    });
}

#[test]
fn a_file_carries_the_whole_scenario() {
    law(|_, scenario| {
        prop_assert_eq!(Scenario::from_json(&scenario.to_json()).unwrap(), scenario);
        Ok(())
    });
}

#[test]
fn a_substitute_would_do_and_what_is_not_enough_would_not() {
    let (with, without) = (Cell::new(0), Cell::new(0));
    law(|_, mut scenario| {
        // What is owned costs nothing, and may cover some people of a group and not the others.
        scenario.owned.clear();
        let found = assessed(&scenario);
        let exempted =
            found.trace.entries().any(|(_, entry)| matches!(entry.step, Step::Allowed { .. }));
        if found.complete && !exempted {
            let checked = substitutes::verify(&scenario, &found);
            let (some, none) = checked
                .map_err(|why| TestCaseError::fail(format!("{why}\n{}", scenario.to_json())))?;
            with.set(with.get() + some);
            without.set(without.get() + none);
        }
        Ok(())
    });
    assert!(
        with.get() >= 150 && without.get() >= 300,
        "{} with, {} without",
        with.get(),
        without.get()
    );
}

#[test]
fn a_rent_is_on_a_licence_that_can_be_owned() {
    let apart = Cell::new(0);
    law(|_, scenario| {
        let found = assessed(&scenario);
        let (Certificate::Charges { rents, .. }
        | Certificate::Search { rents, .. }
        | Certificate::Gap { rents, .. }) = &found.certificate;
        for rent in rents {
            let (book, id) = rent.licence.split_once('/').unwrap_or_default();
            let known = books::rulebook(book).is_some_and(|book| book.licence_id(id).is_some());
            prop_assert!(known && !id.starts_with("held-"), "{:?}", rent);
            apart.set(apart.get() + usize::from(!rent.opens.is_empty()));
        }
        Ok(())
    });
    assert!(apart.get() > 20, "{}", apart.get());
}
