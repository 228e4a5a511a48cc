//! What holds of every user analysis, the invented one included: in every cell, and on generated
//! users.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRng, TestRunner};
use seatwise_core::rulebook::{
    AccessMode, AccountState, Analysis, GroupId, PlanId, PlanStatus, RoleCategory, ServicePlans,
    UserClass,
};
use seatwise_core::user_analysis::{
    self as analysis, Assignment, Classifier, Finding, NotSaid, PlanIndex, PlanRef, Set, Tally,
    User,
};
use seatwise_core::words::Words;
use seatwise_rulebook::compile;
use seatwise_tests::count::{self, Person};
use seatwise_tests::invented::{GREENHOUSE_COUNT, GREENHOUSE_PLANS};
use std::collections::BTreeMap;

const CASES: u32 = 2000;

fn all() -> Vec<(Analysis, ServicePlans)> {
    let plans = compile::service_plans("greenhouse-plans.toml", GREENHOUSE_PLANS).unwrap();
    let invented = compile::analysis("greenhouse-analysis.toml", GREENHOUSE_COUNT, &plans).unwrap();
    let shipped =
        analysis::analyses().iter().map(|one| (one.clone(), analysis::service_plans().clone()));
    shipped.chain([(invented, plans)]).collect()
}

fn classify(classifier: &Classifier<'_>, person: &Person) -> Finding {
    let writes = person.writes.iter().map(|name| classifier.tables(name));
    let user = User {
        plans: &person.plans,
        roles: person.roles,
        writes: writes.fold(Set::EMPTY, Set::with),
        mode: person.mode,
        account: person.account,
    };
    classifier.classify(&user)
}

fn people(analysis: &Analysis, plans: &ServicePlans) -> impl Strategy<Value = Person> + use<> {
    let listed = (0..u16::try_from(plans.plans.len()).unwrap())
        .prop_map(|place| PlanRef::Listed(PlanId(place)));
    let plan = prop_oneof![20 => listed, 2 => Just(PlanRef::Other), 1 => Just(PlanRef::Unread)];
    let status = prop_oneof![4 => Just(PlanStatus::Enabled), 3 => select(PlanStatus::ALL)];
    let assignment = (plan, status).prop_map(|(plan, status)| Assignment { plan, status });
    let mut tables: Vec<String> =
        analysis.tables.iter().flat_map(|one| &one.tables).cloned().collect();
    tables.push("account".to_owned());
    (
        proptest::collection::vec(assignment, 0..6),
        select(RoleCategory::ALL),
        proptest::collection::vec(select(tables), 0..3),
        prop_oneof![3 => Just(AccessMode::ReadWrite), 1 => select(AccessMode::ALL)],
        prop_oneof![3 => Just(AccountState::Enabled), 1 => select(AccountState::ALL)],
    )
        .prop_map(|(plans, roles, writes, mode, account)| Person {
            plans,
            roles,
            writes,
            mode,
            account,
        })
}

/// Runs a law on generated users of every analysis, the same ones every time.
fn law(holds: impl Fn(&Classifier<'_>, Person) -> Result<(), TestCaseError>) {
    for (analysis, plans) in all() {
        let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
        let mut runner =
            TestRunner::new_with_rng(config, TestRng::deterministic_rng(Default::default()));
        let classifier = Classifier::new(&analysis);
        if let Err(failure) =
            runner.run(&people(&analysis, &plans), |person| holds(&classifier, person))
        {
            panic!("{}: {failure}", analysis.id);
        }
    }
}

#[test]
fn every_cell_of_every_chart_has_exactly_one_answer() {
    let (mut cells, mut words) = (0, 0);
    for (analysis, _) in all() {
        let classifier = Classifier::new(&analysis);
        let groups =
            analysis.group_ids().map(|(id, group)| (Some(id), group.plans.first().copied()));
        for (group, plan) in groups.chain([(None, None)]) {
            for &roles in RoleCategory::ALL {
                cells += 1;
                let rows: Vec<_> = (0..)
                    .zip(&analysis.chart)
                    .filter(|(_, row)| row.covers(group, roles))
                    .collect();
                assert_eq!(rows.len(), 1, "{}: {group:?} x {}", analysis.id, roles.id());
                let plan = plan.map(|plan| Assignment {
                    plan: PlanRef::Listed(plan),
                    status: PlanStatus::Enabled,
                });
                let plans: Vec<Assignment> = plan.into_iter().collect();
                let found = classifier.classify(&User { plans: &plans, roles, ..User::default() });
                assert_eq!(
                    (found.row, found.class, found.group),
                    (rows[0].0, rows[0].1.class, group)
                );
            }
        }
        let gates = |count: usize, word: &str| assert_eq!(count, 1, "{}: {word}", analysis.id);
        for &word in AccountState::ALL {
            words += 1;
            gates(
                analysis.accounts.iter().filter(|gate| gate.words.contains(&word)).count(),
                word.id(),
            );
        }
        for &word in AccessMode::ALL {
            words += 1;
            gates(
                analysis.modes.iter().filter(|gate| gate.words.contains(&word)).count(),
                word.id(),
            );
        }
        for &word in PlanStatus::ALL {
            words += 1;
            gates(
                analysis.statuses.iter().filter(|gate| gate.words.contains(&word)).count(),
                word.id(),
            );
        }
    }
    println!("{cells} cells and {words} words in {} analyses", all().len());
}

#[test]
fn the_engine_answers_as_the_naive_one_does() {
    let rules = std::cell::RefCell::new(BTreeMap::new());
    law(|classifier, person| {
        let found = classify(classifier, &person);
        let why = found.why(Words::english(), classifier.analysis());
        let (class, rule) = count::naively(classifier.analysis(), &person);
        prop_assert_eq!((found.class, why[0].id), (class, rule));
        *rules
            .borrow_mut()
            .entry((classifier.analysis().id.clone(), rule.to_owned()))
            .or_insert(0) += 1;
        Ok(())
    });
    println!("{} rules decided", rules.borrow().len());
    // The users are varied enough for every row and table to decide.
    for (analysis, _) in all() {
        let ids = analysis
            .chart
            .iter()
            .map(|row| &row.id)
            .chain(analysis.tables.iter().map(|table| &table.id));
        for id in ids {
            assert!(
                rules.borrow().contains_key(&(analysis.id.clone(), id.clone())),
                "{}: {id}",
                analysis.id
            );
        }
        assert!(
            rules.borrow().contains_key(&(analysis.id.clone(), "unread".to_owned())),
            "{}",
            analysis.id
        );
    }
}

#[test]
fn the_order_of_the_plans_makes_no_difference() {
    law(|classifier, mut person| {
        let found = classify(classifier, &person);
        for _ in 0..person.plans.len() {
            person.plans.rotate_left(1);
            prop_assert_eq!(classify(classifier, &person), found);
        }
        person.plans.reverse();
        prop_assert_eq!(classify(classifier, &person), found);
        person.plans.extend(person.plans.clone());
        prop_assert_eq!(classify(classifier, &person), found);
        Ok(())
    });
}

#[test]
fn a_plan_that_is_not_held_changes_nothing() {
    law(|classifier, mut person| {
        let found = classify(classifier, &person);
        let statuses = |gate: &&seatwise_core::rulebook::Gate<PlanStatus>| !gate.counts;
        for &status in
            classifier.analysis().statuses.iter().filter(statuses).flat_map(|gate| &gate.words)
        {
            for place in 0..u16::try_from(analysis::service_plans().plans.len()).unwrap() {
                person.plans.push(Assignment { plan: PlanRef::Listed(PlanId(place)), status });
                // That it was there and not held is part of the reason, and the only part that
                // changes.
                let with = classify(classifier, &person);
                prop_assert_eq!(Finding { statuses: found.statuses, ..with }, found);
                person.plans.pop();
            }
        }
        Ok(())
    });
}

#[test]
fn an_account_that_does_not_count_outweighs_everything() {
    law(|classifier, person| {
        let found = classify(classifier, &Person { account: AccountState::Disabled, ..person });
        prop_assert_eq!(found.class, UserClass::None);
        prop_assert!(found.groups.is_empty() && found.lacking.is_empty());
        Ok(())
    });
}

#[test]
fn every_reason_cites_a_clause_and_ends_in_known_ones() {
    law(|classifier, person| {
        let found = classify(classifier, &person);
        let why = found.why(Words::english(), classifier.analysis());
        prop_assert!(why.iter().any(|step| !step.clauses.is_empty()), "{:?}", found);
        for clause in why.iter().flat_map(|step| step.clauses) {
            prop_assert!(classifier.analysis().clause(*clause).is_some());
        }
        let ids: Vec<&str> = why.iter().map(|step| step.id).collect();
        let once: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        prop_assert_eq!(once.len(), ids.len(), "{:?}", ids);
        Ok(())
    });
}

#[test]
fn a_plan_is_the_same_by_name_and_by_guid() {
    let plans = analysis::service_plans();
    let index = PlanIndex::new(plans);
    let mut guids = 0;
    let table = seatwise_tests::root().join("crates/core/service-plans.toml");
    let text = std::fs::read_to_string(table).unwrap();
    let (text, _) = text.split_once("others =").unwrap();
    for line in text.lines().filter(|line| line.starts_with("    \"")) {
        let line = line.trim().trim_end_matches(',').trim_matches('"');
        let is_guid = |word: &&str| word.len() == 36 && word.contains('-');
        let name = line.split(' ').filter(|word| !is_guid(word)).collect::<Vec<_>>().join(" ");
        assert!(matches!(index.find(&name), PlanRef::Listed(_)), "{name}");
        for guid in line.split(' ').filter(is_guid) {
            guids += 1;
            assert_eq!(index.find(guid), index.find(&name), "{name}");
            assert_eq!(index.find(&guid.to_uppercase()), index.find(&name), "{name}");
        }
    }
    assert_eq!(guids, plans.plans.iter().map(|plan| plan.guids.len()).sum::<usize>());
}

#[test]
fn counting_in_parts_is_counting_the_whole() {
    for (analysis, plans) in all() {
        let classifier = Classifier::new(&analysis);
        let (whole, one, other) =
            (&mut Tally::default(), &mut Tally::default(), &mut Tally::default());
        let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
        let mut runner =
            TestRunner::new_with_rng(config, TestRng::deterministic_rng(Default::default()));
        for place in 0..CASES {
            let person = people(&analysis, &plans).new_tree(&mut runner).unwrap().current();
            let found = classify(&classifier, &person);
            whole.add(&found);
            if place % 3 == 0 { one.add(&found) } else { other.add(&found) }
        }
        one.join(other);
        assert_eq!(one, whole);
        assert_eq!(whole.users(), u64::from(CASES));
        assert_eq!(UserClass::ALL.iter().map(|&class| whole.of(class)).sum::<u64>(), whole.users());
        assert_eq!(whole.reasons().map(|(_, _, count)| count).sum::<u64>(), whole.users());
        assert!(
            NotSaid::ALL.into_iter().all(|what| (1..whole.users()).contains(&whole.unsaid(what)))
        );
    }
}

#[test]
fn more_users_than_a_limit_admits_are_told() {
    let microsoft = analysis::analysis("microsoft-online").unwrap();
    let classifier = Classifier::new(microsoft);
    let mut tally = Tally::default();
    let program =
        classifier.classify(&User { mode: AccessMode::NonInteractive, ..User::default() });
    for _ in 0..7 {
        tally.add(&program);
    }
    assert_eq!(tally.beyond(microsoft).count(), 0);
    tally.add(&program);
    let beyond: Vec<_> = tally.beyond(microsoft).collect();
    assert_eq!(beyond.len(), 1);
    assert_eq!((beyond[0].gate, beyond[0].limit, beyond[0].users), ("non-interactive-users", 7, 8));
}

#[test]
fn the_group_that_decides_is_the_first_of_those_held() {
    law(|classifier, person| {
        let found = classify(classifier, &person);
        let place =
            |id: &GroupId| classifier.analysis().precedence.order.iter().position(|one| one == id);
        let first = found
            .groups
            .places()
            .map(|group| GroupId(u8::try_from(group).unwrap()))
            .min_by_key(place);
        prop_assert_eq!(found.group, first);
        Ok(())
    });
}
