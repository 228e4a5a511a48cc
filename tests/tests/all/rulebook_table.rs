//! What must hold of every rulebook and price book as a whole, beyond what the build refuses.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use seatwise_core::books;
use seatwise_core::rulebook::{
    Access, Activity, Basis, Clause, Confidence, Family, Per, Relationship, Rulebook,
};
use std::collections::BTreeSet;

#[test]
fn every_cell_has_exactly_one_rule() {
    let mut cells = 0;
    let mut faults = Vec::new();
    for book in books::rulebooks() {
        for (relationship, access, activity) in table(book.family) {
            cells += 1;
            let rules: Vec<_> = book
                .rules
                .iter()
                .filter(|rule| rule.covers(relationship, access, activity))
                .map(|rule| &rule.id)
                .collect();
            if rules.len() != 1 {
                let cell = format!("{} x {} x {}", relationship.id(), access.id(), activity.id());
                faults.push(format!("{}: {cell} has {} rules: {rules:?}", book.id, rules.len()));
            }
        }
    }
    println!("{cells} cells in {} rulebooks", books::rulebooks().len());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn table(family: Family) -> impl Iterator<Item = (Relationship, Access, Activity)> {
    let pairs =
        Relationship::ALL.iter().flat_map(|&who| Access::ALL.iter().map(move |&how| (who, how)));
    pairs.flat_map(move |(who, how)| Activity::of(family).map(move |what| (who, how, what)))
}

#[test]
fn all_the_rulebooks_are_there() {
    let ids: Vec<&str> = books::rulebooks().iter().map(|book| book.id.as_str()).collect();
    let wanted = [
        "crm-2011",
        "crm-2013",
        "crm-2015",
        "crm-2016",
        "crm-4.0",
        "d365-online-2019",
        "d365-online-2024",
        "d365-online-2026",
        "d365-onprem-2018",
        "exchange-2007",
        "ocs-2007",
        "sharepoint-2007",
        "windows-server-2008",
    ];
    assert_eq!(ids, wanted);
}

#[test]
fn every_clause_says_where_it_stands_and_when_it_was_reviewed() {
    let mut clauses = 0;
    for book in books::rulebooks() {
        let mut said = BTreeSet::new();
        for clause in &book.clauses {
            clauses += 1;
            let place = format!("{}, {}", book.id, clause.id);
            let source = book.source_of(clause).unwrap_or_else(|| panic!("{place}: no source"));
            assert!(
                !source.address.is_empty() && !source.title.is_empty() && !source.date.is_empty(),
                "{place}: source"
            );
            assert!(!clause.section.is_empty(), "{place}: section");
            assert!(
                clause.confidence >= source.confidence,
                "{place}: trusted more than its document"
            );
            assert!(is_date(&clause.reviewed), "{place}: reviewed `{}`", clause.reviewed);
            assert!(said.insert(plain(&clause.says)), "{place}: another clause says the same");
        }
    }
    println!("{clauses} clauses");
}

/// Most of what the books say stands in a text; what does not was looked for.
#[test]
fn few_clauses_are_readings_of_our_own() {
    let books = books::rulebooks();
    let clauses: Vec<&Clause> = books.iter().flat_map(|book| &book.clauses).collect();
    for &confidence in Confidence::ALL {
        let count = clauses.iter().filter(|clause| clause.confidence == confidence).count();
        println!(
            "{}: {count} of {} clauses, {} per mille",
            confidence.id(),
            clauses.len(),
            count * 1_000 / clauses.len()
        );
    }
    let own = clauses.iter().filter(|clause| clause.confidence >= Confidence::Derived).count();
    assert!(own * 6 < clauses.len(), "{own} of {} clauses stand in no text", clauses.len());
    let searched = |clause: &&Clause| clause.searched.as_deref().is_some_and(is_date);
    assert_eq!(
        clauses
            .iter()
            .filter(|clause| clause.confidence == Confidence::Derived && !searched(clause))
            .count(),
        0
    );
}

/// No document is kept in a place that only the project knows.
#[test]
fn every_document_has_an_address_of_its_own() {
    for book in books::rulebooks() {
        for source in &book.sources {
            let address = &source.address;
            let place = format!("{}, {}: `{address}`", book.id, source.id);
            let told = address.starts_with("no public address found, searched on ");
            let page = address
                .split_once('/')
                .is_some_and(|(host, path)| host.contains('.') && !path.is_empty());
            assert!(told || page && !address.contains(' '), "{place}");
            assert!(!address.contains("seed"), "{place}");
        }
    }
}

/// `2026-11-22`.
fn is_date(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    parts == [4, 2, 2] && text.chars().all(|one| one.is_ascii_digit() || one == '-')
}

/// Letters and digits only, so that commas and capitals make no difference.
fn plain(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[test]
fn what_is_told_is_one_sentence_without_a_full_stop() {
    for book in books::rulebooks() {
        let rules = book.rules.iter().map(|one| (&one.id, &one.says));
        let notes = book.notes.iter().map(|one| (&one.id, &one.says));
        let facts = book.facts.iter().map(|one| (&one.id, &one.says));
        let others = book.step_ups.iter().map(|one| (&one.to, &one.says));
        let mappings = book.mappings.iter().map(|one| (&one.from, &one.says));
        let versions = book.versions.iter().map(|one| (&one.id, &one.says));
        for (id, says) in
            rules.chain(versions).chain(notes).chain(facts).chain(others).chain(mappings)
        {
            assert!(!says.is_empty() && !says.ends_with('.'), "{}, {id}: `{says}`", book.id);
        }
    }
}

#[test]
fn every_licence_for_sale_has_a_price_in_its_usual_price_book() {
    for book in books::rulebooks() {
        let prices =
            books::price_book(&book.prices).unwrap_or_else(|| panic!("{}: no prices", book.id));
        assert_eq!(prices.rulebook, book.id);
        for licence in &book.licences {
            // What is sold to owners only costs a difference, or what nobody published.
            let counted =
                licence.for_sale && !licence.grants.is_empty() && licence.step_up.is_none();
            let known =
                prices.price(&licence.id).is_some() || prices.unpriced.contains(&licence.id);
            // A server licence is counted beside, and has a price where one is sourced.
            assert!(known == counted || licence.software.is_some(), "{}/{}", book.id, licence.id);
        }
    }
}

#[test]
fn an_assumption_says_what_it_was_taken_from() {
    for prices in books::price_books() {
        for price in &prices.prices {
            let (assumed, note) = (price.basis == Basis::Assumption, &price.note);
            // That it is one, its basis says wherever the note stands.
            assert!(!(assumed && note.is_empty()), "{}, {}", prices.id, price.licence);
            assert!(!note.contains("assumption"), "{}, {}: `{note}`", prices.id, price.licence);
        }
        let assumed = prices.prices.iter().any(|price| price.basis == Basis::Assumption);
        assert!(
            !assumed || prices.about.to_lowercase().contains("assumption"),
            "{}: about",
            prices.id
        );
    }
}

#[test]
fn nothing_is_attached_to_a_base_that_costs_less() {
    let mut attached = 0;
    for book in books::rulebooks().iter().filter(|book| book.id.starts_with("d365-online")) {
        let whole = |line: &str| {
            price(
                book,
                &format!("{}-base", line.trim_end_matches("-attach").trim_end_matches("-base")),
            )
        };
        let attached_ones = book
            .licences
            .iter()
            .filter(|licence| !licence.bases.is_empty() && licence.step_up.is_none());
        for licence in attached_ones {
            for base in licence.bases.iter().filter_map(|&base| book.licence(base)) {
                attached += 1;
                assert!(
                    whole(&base.id) >= whole(&licence.id),
                    "{}: {} on {}",
                    book.id,
                    licence.id,
                    base.id
                );
                assert!(
                    price(book, &licence.id) < whole(&licence.id),
                    "{}: {} is no cheaper",
                    book.id,
                    licence.id
                );
            }
        }
    }
    assert_eq!(attached, 24);
}

/// What is not for sale is either granted in place of something else, or a later CAL that keeps its
/// own rights.
#[test]
fn a_later_cal_brings_no_more_than_it_allows_in_its_own_version() {
    let mut later = 0;
    for book in books::rulebooks() {
        for licence in book
            .licences
            .iter()
            .filter(|licence| !licence.for_sale && licence.line.starts_with("later-"))
        {
            for way in &licence.stands_for {
                later += 1;
                let (other, id) = way.licence.split_once('/').unwrap();
                let own = books::rulebook(other)
                    .unwrap()
                    .licences
                    .iter()
                    .find(|one| one.id == id)
                    .unwrap();
                assert!(
                    licence.grants.is_subset(own.grants),
                    "{}/{} and {}",
                    book.id,
                    licence.id,
                    way.licence
                );
            }
        }
    }
    assert!(later > 0);
}

fn price(book: &Rulebook, licence: &str) -> i64 {
    let price = books::price_book(&book.prices).and_then(|prices| prices.price(licence)).unwrap();
    assert_eq!(price.per, Per::Month);
    price.minor
}
