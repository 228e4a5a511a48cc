//! Every worked case in every rulebook is executed: the whole bill, the total, verdicts, reasons
//! and diagnostics. Together they exercise every rule, licence, edition, allowance and note.

use seatwise_core::books::Library;
use seatwise_core::rulebook::Rulebook;
use seatwise_rulebook::compile;
use seatwise_tests::worked;
use std::collections::BTreeSet;

#[test]
fn every_example_of_every_rulebook_holds() {
    let mut failures = Vec::new();
    let mut count = 0;
    for (file, text) in seatwise_tests::rulebook_sources() {
        let book = compile::rulebook(&file, &text).unwrap();
        for example in seatwise_tests::examples(&file, &text) {
            count += 1;
            let shown = worked::execute(&Library::shipped(), &book.id, &example);
            failures.extend(
                shown.failures.into_iter().map(|why| format!("{file}, {}: {why}", example.name)),
            );
        }
    }
    println!("{count} examples");
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_part_of_every_rulebook_is_exercised_by_an_example() {
    let mut idle = Vec::new();
    for (file, text) in seatwise_tests::rulebook_sources() {
        let book = compile::rulebook(&file, &text).unwrap();
        let mut exercised = BTreeSet::new();
        for example in seatwise_tests::examples(&file, &text) {
            let shown = worked::execute(&Library::shipped(), &book.id, &example);
            exercised.extend(shown.rules.into_iter().map(|id| ("rule", id)));
            exercised.extend(shown.licences.into_iter().map(|id| ("licence", id)));
            exercised.extend(shown.told.into_iter().map(|id| ("note", id)));
        }
        let unused = parts(&book).into_iter().filter(|part| !exercised.contains(part));
        idle.extend(
            unused.map(|(kind, id)| format!("{file}: no example exercises the {kind} `{id}`")),
        );
    }
    assert!(idle.is_empty(), "\n{}", idle.join("\n"));
}

/// What examples have to exercise. Editions without a limit decide nothing; their server stands for
/// them.
fn parts(book: &Rulebook) -> Vec<(&'static str, String)> {
    let rules = book.rules.iter().map(|one| &one.id);
    let limited = book.editions.iter().filter(|one| one.named_users.is_some()).map(|one| &one.id);
    let allowances = book.allowances.iter().map(|one| &one.id);
    // The book's own version decides nothing.
    let versions = book.versions.iter().skip(1).map(|one| &one.id);
    let mut parts: Vec<_> = rules
        .chain(limited)
        .chain(allowances)
        .chain(versions)
        .map(|id| ("rule", id.clone()))
        .collect();
    // What is owned under conditions is billed as the licence that it is.
    let told = book.licences.iter().filter(|one| one.same_as.is_none());
    parts.extend(told.map(|one| ("licence", one.id.clone())));
    parts.extend(book.editions.iter().map(|one| ("licence", format!("server-{}", one.id))));
    parts.extend(book.notes.iter().map(|one| ("note", one.id.clone())));
    parts.extend(book.conversions.iter().map(|_| ("note", "convertible".to_owned())));
    parts
}
