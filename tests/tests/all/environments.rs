//! The tier of an environment, against rulebooks in which there is no choice.
//!
//! A rulebook without the licences of one tier, and without tiers, is what holds in an environment
//! of the other. Its totals come from assessments that know nothing of tiers.

use proptest::test_runner::{Config, TestRng, TestRunner};
use seatwise_core::assess_with;
use seatwise_core::books::{self, Library};
use seatwise_core::model::least_of_every_way;
use seatwise_core::money::Money;
use seatwise_core::organisation::ServerGroup;
use seatwise_core::rulebook::{Right, Rulebook, TierId};
use seatwise_core::scenario::Scenario;
use std::cell::Cell;

/// The rulebook as it is for environments of one tier alone.
fn of_one_tier(book: &Rulebook, tier: TierId) -> Rulebook {
    let others: Vec<_> = book
        .tier_ids()
        .filter(|(id, _)| *id != tier)
        .flat_map(|(_, one)| one.licences.clone())
        .collect();
    let mut alone = book.clone();
    alone.bundles.retain(|bundle| bundle.licences.iter().all(|id| !others.contains(id)));
    alone.tiers.clear();
    alone
}

/// The total under a rulebook; none where it cannot meet what the whole rulebook can.
fn total(book: &Rulebook, scenario: &Scenario) -> Option<Money> {
    let mut rulebooks = books::rulebooks().to_vec();
    let place = rulebooks.iter().position(|one| one.id == book.id)?;
    rulebooks[place] = book.clone();
    let library = Library { rulebooks: &rulebooks, ..Library::shipped() };
    let answer = assess_with(&library, scenario);
    let assessment = answer.assessment()?;
    grants_all(book, scenario).then_some(assessment.total)
}

/// Whether some combination of the rulebook grants whatever the whole rulebook grants of what is
/// done.
fn grants_all(book: &Rulebook, scenario: &Scenario) -> bool {
    let whole = books::rulebook(&book.id).unwrap();
    scenario.organisation.uses.iter().all(|usage| {
        let licensed = |activity| {
            let group = scenario.organisation.people.iter().find(|group| group.id == usage.people);
            let rule =
                group.and_then(|group| whole.rule(group.relationship, usage.access, activity));
            rule.is_some_and(|(_, rule)| rule.outcome.kind().id() == "needs")
        };
        usage.activities.iter().filter(|&&activity| licensed(activity)).all(|&activity| {
            let right = Right { mode: usage.access.mode(), activity };
            let granted =
                |book: &Rulebook| book.bundles.iter().any(|bundle| bundle.grants.contains(right));
            granted(book) || !granted(whole)
        })
    })
}

#[test]
fn one_environment_costs_what_its_tier_alone_costs() {
    let (compared, both) = (Cell::new(0), Cell::new(0));
    for book in books::rulebooks().iter().filter(|book| !book.tiers.is_empty()) {
        let config = Config { cases: 150, failure_persistence: None, ..Config::default() };
        let mut runner =
            TestRunner::new_with_rng(config, TestRng::deterministic_rng(Default::default()));
        let outcome = runner.run(&seatwise_tests::generate::scenario(book), |mut scenario| {
            scenario.organisation.servers.clear();
            scenario.organisation.uses.iter_mut().for_each(|usage| usage.servers = None);
            let answer = assess_with(&Library::shipped(), &scenario);
            let found = answer.assessment().unwrap();
            let tiers: Vec<Option<Money>> = book
                .tier_ids()
                .map(|(tier, _)| total(&of_one_tier(book, tier), &scenario))
                .collect();
            let least = tiers.iter().flatten().min().copied();
            assert_eq!(Some(found.total), least, "{}", scenario.to_json());
            let report = found.environments.as_ref().unwrap();
            assert!(report.apart <= found.total);
            assert_eq!(report.chosen.len(), 1);
            compared.set(compared.get() + 1);
            let differ = tiers.iter().flatten().any(|total| Some(*total) != least)
                && tiers.iter().all(Option::is_some);
            both.set(both.get() + u32::from(differ));
            Ok(())
        });
        outcome.unwrap_or_else(|failure| panic!("{}: {failure}", book.id));
    }
    assert!(
        compared.get() >= 300 && both.get() >= 20,
        "{} compared, {} with a choice",
        compared.get(),
        both.get()
    );
}

#[test]
fn people_apart_in_two_environments_pay_what_each_tier_asks() {
    let text = r#"{"format":1,"rulebook":"d365-online-2024","organisation":{
        "people":[{"id":"technicians","count":800,"relationship":"employee"},{"id":"managers","count":40,"relationship":"employee"}],
        "uses":[{"people":"technicians","access":"client","activities":["case.write"]},
                {"people":"managers","access":"client","activities":["case.write","sla.manage"]}]}}"#;
    let together = Scenario::from_json(text).unwrap();
    let answer = assess_with(&Library::shipped(), &together);
    let found = answer.assessment().unwrap();
    assert_eq!(found.total.to_string(), "1058400.00");
    assert_eq!(found.environments.as_ref().unwrap().apart.to_string(), "530400.00");
    assert!(found.proved);
    assert!(found.diagnostics.iter().any(|one| one.code == "further-environment"));
}

#[test]
fn no_way_to_give_several_environments_their_tiers_is_cheaper() {
    let (compared, mixed) = (Cell::new(0), Cell::new(0));
    for book in books::rulebooks().iter().filter(|book| !book.tiers.is_empty()) {
        let config = Config { cases: 60, failure_persistence: None, ..Config::default() };
        let mut runner =
            TestRunner::new_with_rng(config, TestRng::deterministic_rng(Default::default()));
        let outcome = runner.run(&seatwise_tests::generate::scenario(book), |mut scenario| {
            environments(&mut scenario, 4);
            let library = Library::shipped();
            let Some(least) = least_of_every_way(&library, &scenario) else { return Ok(()) };
            let answer = assess_with(&library, &scenario);
            let assessment = answer.assessment().unwrap();
            let report = assessment.environments.as_ref().unwrap();
            assert!(report.proved, "{}", scenario.to_json());
            assert_eq!(assessment.total, least, "{}", scenario.to_json());
            compared.set(compared.get() + 1);
            let differ = report.chosen.windows(2).any(|pair| pair[0].tier != pair[1].tier);
            mixed.set(mixed.get() + u32::from(differ));
            Ok(())
        });
        outcome.unwrap_or_else(|failure| panic!("{}: {failure}", book.id));
    }
    let (compared, mixed) = (compared.get(), mixed.get());
    assert!(compared >= 120 && mixed >= 8, "{compared} compared, {mixed} with tiers that differ");
}

/// Puts the uses, one after the other, on one of so many environments each.
fn environments(scenario: &mut Scenario, count: usize) {
    let id = |place: usize| format!("environment-{place}");
    let server = |place| ServerGroup {
        id: id(place),
        name: String::new(),
        count: 1,
        version: None,
        edition: None,
        note: String::new(),
    };
    scenario.organisation.servers = (0..count).map(server).collect();
    for (place, usage) in scenario.organisation.uses.iter_mut().enumerate() {
        usage.servers = Some(vec![id(place % count)]);
    }
}
