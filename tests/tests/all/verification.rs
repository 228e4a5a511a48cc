//! The verification of answers: what Seatwise answers holds, and what is altered does not.

use seatwise_core::assessment::{Answer, Assessment};
use seatwise_core::books::{self, Library};
use seatwise_core::calls::{Called, links, verify};
use seatwise_core::money::Money;
use seatwise_core::scenario::Scenario;
use seatwise_core::what_if::verification;
use seatwise_core::{assess, examples};
use seatwise_tests::generate::{self, BUSY, ORDINARY};
use serde_json::{Value, json};

fn verified(
    scenario: &Scenario,
    found: &Assessment,
) -> Result<verification::Verified, Vec<seatwise_core::diagnostic::Diagnostic>> {
    verification::verify(&Library::shipped(), scenario, found)
}

#[test]
fn every_answer_holds() {
    let (mut all, mut cheapest) = (0, 0);
    let generated = books::rulebooks().iter().flat_map(|book| {
        generate::first(book, BUSY, 20).chain(generate::first(book, ORDINARY, 20))
    });
    for scenario in examples::ALL.iter().map(|one| one.scenario()).chain(generated) {
        let Answer::Success { assessment } = assess(&scenario) else { continue };
        let found = verified(&scenario, &assessment);
        let found = found.unwrap_or_else(|flaws| panic!("{flaws:?}\n{}", scenario.to_json()));
        assert_eq!(found.total, assessment.total);
        assert!(found.bound <= found.total, "{found:?}");
        (all, cheapest) = (all + 1, cheapest + u32::from(found.cheapest));
    }
    println!("{cheapest} of {all} proved by charges");
    assert!(cheapest * 2 > all, "{cheapest} of {all}");
}

/// What is said against an altered answer, by its code; none where it holds.
fn flaw(scenario: &Scenario, alter: impl Fn(&mut Value)) -> Option<String> {
    let mut answer = serde_json::to_value(assess(scenario)).expect("an answer is JSON");
    alter(&mut answer["assessment"]);
    match verify::verify(Ok(scenario.clone()), &answer.to_string()) {
        Called::Success(_) => None,
        Called::Failure { diagnostics } => Some(diagnostics[0].code.clone()),
    }
}

#[test]
fn an_altered_answer_does_not_hold() {
    let scenario = examples::ALL[0].scenario();
    let flaw = |alter: fn(&mut Value)| flaw(&scenario, alter);
    assert_eq!(flaw(|_| {}), None);
    let code = |code: &str| Some(code.to_owned());
    assert_eq!(flaw(|found| found["total"] = json!("145999.00")), code("wrong-total"));
    assert_eq!(flaw(|found| found["bill"][0]["quantity"] = json!(39)), code("wrong-line"));
    assert_eq!(flaw(|found| found["bill"][0]["unitPrice"] = json!("999.00")), code("wrong-line"));
    assert_eq!(flaw(|found| found["bill"][0]["owned"] = json!(1)), code("wrong-line"));
    assert_eq!(
        flaw(|found| drop(found["bill"].as_array_mut().map(|bill| bill.remove(3)))),
        code("wrong-line")
    );
    assert_eq!(
        flaw(|found| found["certificate"]["charges"][0]["amount"] = json!("1.00")),
        code("no-proof")
    );
    assert_eq!(
        flaw(|found| found["certificate"]["charges"][0]["requirement"] = json!(0)),
        code("no-such-requirement")
    );
    assert_eq!(flaw(|found| found["rulebook"] = json!("crm-2011@1999-01")), code("other-rulebook"));
    assert_eq!(flaw(|found| *found = json!(5)), code("answer-shape"));
}

/// Fewer people hold a licence than need one: the bill is smaller, and adds up.
#[test]
fn a_bill_that_leaves_somebody_out_does_not_hold() {
    let scenario = examples::ALL[0].scenario();
    let left_out = flaw(&scenario, |found| {
        let trace = found["trace"].as_array_mut().expect("a trace");
        let step = trace.iter_mut().find(|step| step["step"] == "chosen").expect("a choice");
        step["units"] = json!(step["units"].as_u64().expect("units") - 1);
    });
    assert!(
        matches!(left_out.as_deref(), Some("unmet" | "wrong-line" | "wrong-units")),
        "{left_out:?}"
    );
}

#[test]
fn an_answer_to_another_scenario_does_not_hold() {
    let (one, other) = (examples::ALL[0].scenario(), examples::ALL[1].scenario());
    let answer = assess(&other).to_json();
    assert!(matches!(verify::verify(Ok(one.clone()), &answer), Called::Failure { .. }));
    let failure = assess(&Scenario::blank("no-such-book")).to_json();
    assert!(matches!(verify::verify(Ok(one), &failure), Called::Failure { .. }));
}

#[test]
fn links_go_both_ways_through_the_calls_of_the_package() {
    let scenario = examples::ALL[0].scenario();
    let Called::Success(links::Encoded { link }) = links::encode(Ok(scenario.clone()), false)
    else {
        panic!("a link")
    };
    let address = format!("https://seatwise.example/#{link}");
    let Called::Success(read) = links::decode(&address) else { panic!("a scenario") };
    assert_eq!(read.scenario.organisation, scenario.organisation);
    let then = read.then.expect("what the reader will see");
    assert_eq!(then.total, Money::from_minor(14_600_000));
    assert_eq!(then.bill[0].licence.as_deref(), Some("crm-2011/cal-full-user"));
    assert!(matches!(links::decode("https://seatwise.example/"), Called::Failure { .. }));
}
