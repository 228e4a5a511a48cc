//! The words in the types of the npm package are those of the vocabulary and of the books.

use seatwise_core::books;
use seatwise_rulebook::{Access, Activity, Basis, Family, Per, Relationship};
use std::fs;

/// The words of a union type, sorted.
fn words<'t>(types: &'t str, name: &str) -> Vec<&'t str> {
    let (_, rest) = types
        .split_once(&format!("export type {name} ="))
        .unwrap_or_else(|| panic!("no type {name}"));
    let (union, _) = rest.split_once(";\n").expect("a semicolon ends a type");
    let mut words: Vec<&str> = union.split('\'').skip(1).step_by(2).collect();
    words.sort_unstable();
    words
}

fn sorted<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    words
}

#[test]
fn every_union_of_words_is_the_whole_vocabulary() {
    let path = seatwise_tests::root().join("crates/wasm/npm/index.d.ts");
    let types = fs::read_to_string(path).expect("the file is there");
    let activities = |family| sorted(Activity::of(family).map(Activity::id));
    assert_eq!(
        words(&types, "Relationship"),
        sorted(Relationship::ALL.iter().map(|word| word.id()))
    );
    assert_eq!(words(&types, "Access"), sorted(Access::ALL.iter().map(|word| word.id())));
    assert_eq!(words(&types, "CrmActivity"), activities(Family::Crm));
    assert_eq!(words(&types, "ServerActivity"), activities(Family::Server));
    assert_eq!(words(&types, "Basis"), sorted(Basis::ALL.iter().map(|word| word.id())));
    assert_eq!(
        words(&types, "Rulebook"),
        sorted(books::rulebooks().iter().map(|book| book.id.as_str()))
    );
    assert!(types.contains(
        &Per::ALL.iter().map(|word| format!("'{}'", word.id())).collect::<Vec<_>>().join(" | ")
    ));
}
