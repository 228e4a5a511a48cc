//! Every worked case in every rulebook is executed: the whole bill, the total, verdicts, reasons and diagnostics.

use seatwise_core::assess;
use seatwise_core::assessment::Assessment;
use seatwise_core::trace::Step;
use seatwise_rulebook::compile::{self, Example};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_example_of_every_rulebook_holds() {
    let mut failures = Vec::new();
    let mut count = 0;
    for (file, text) in seatwise_tests::rulebook_sources() {
        let book = compile::rulebook(&file, &text).unwrap();
        for example in seatwise_tests::examples(&file, &text) {
            count += 1;
            failures.extend(check(&book.id, &example).into_iter().map(|why| format!("{file}, {}: {why}", example.name)));
        }
    }
    println!("{count} examples");
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn check(book: &str, example: &Example) -> Vec<String> {
    let answer = assess(&seatwise_tests::scenario(book, example));
    let Some(found) = answer.assessment() else { return vec![format!("failed: {:?}", answer.diagnostics())] };
    let mut failures = Vec::new();
    let bill: BTreeMap<&str, u64> =
        found.bill.iter().map(|line| (line.licence.split_once('/').unwrap().1, line.quantity)).collect();
    let wanted: BTreeMap<&str, u64> = example.expect.bill.iter().map(|(id, count)| (id.as_str(), *count)).collect();
    if bill != wanted {
        failures.push(format!("bill {bill:?}, expected {wanted:?}"));
    }
    if let Some(total) = example.expect.total.as_ref().filter(|total| **total != found.total.to_string()) {
        failures.push(format!("total {}, expected {total}", found.total));
    }
    let verdicts: BTreeSet<(&str, &str)> =
        found.verdicts.iter().map(|one| (one.people.as_str(), one.verdict.id())).collect();
    for (people, verdict) in &example.expect.verdicts {
        if !verdicts.contains(&(people, verdict)) {
            failures.push(format!("no verdict `{people} {verdict}` among {verdicts:?}"));
        }
    }
    let cited = cited(found);
    for clause in example.expect.clauses.iter().filter(|clause| !cited.contains(clause.as_str())) {
        failures.push(format!("no reason cites `{clause}`; cited are {cited:?}"));
    }
    let told: BTreeSet<&str> = found.diagnostics.iter().map(|one| one.code.as_str()).collect();
    for code in example.expect.diagnostics.iter().filter(|code| !told.contains(code.as_str())) {
        failures.push(format!("no diagnostic `{code}`; there are {told:?}"));
    }
    failures
}

/// Every clause that the trace, a verdict or a diagnostic cites.
fn cited(found: &Assessment) -> BTreeSet<&str> {
    let mut cited: BTreeSet<&str> = BTreeSet::new();
    for (_, entry) in found.trace.entries() {
        if let Step::Standing { clauses, .. }
        | Step::Ruled { clauses, .. }
        | Step::Allowed { clauses, .. }
        | Step::Line { clauses, .. } = &entry.step
        {
            cited.extend(clauses.iter().map(String::as_str));
        }
    }
    cited.extend(found.verdicts.iter().flat_map(|one| &one.clauses).map(String::as_str));
    cited.extend(found.diagnostics.iter().flat_map(|one| &one.clauses).map(String::as_str));
    cited
}
