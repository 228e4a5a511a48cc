//! Links of every version ever written: they open for ever, and say what they said.
//!
//! `tests/links/v1.txt` has links as they were written when the version was new, the last of them
//! with something of everything, which stands in `v1.json`; `v2.txt` and `v2.json`, `v3.txt` and `v3.json` alike. None of
//! these files is ever written anew.

use seatwise_core::link;
use seatwise_core::scenario::Scenario;
use std::fs;

fn golden(name: &str) -> String {
    fs::read_to_string(seatwise_tests::root().join("tests/links").join(name))
        .expect("the file is there")
}

#[test]
fn links_of_every_version_open() {
    let links = golden("v1.txt") + &golden("v2.txt") + &golden("v3.txt");
    assert!(links.lines().count() > 5);
    for link in links.lines() {
        let scenario =
            link::decode(link).unwrap_or_else(|refused| panic!("{link}: {}", refused.message));
        assert!(!scenario.organisation.people.is_empty());
        assert_eq!(link::decode(&link::encode(&scenario, true)).as_ref(), Ok(&scenario));
    }
}

#[test]
fn a_link_of_every_version_is_read_and_written_as_ever() {
    for version in ["v1", "v2", "v3"] {
        let links = golden(&format!("{version}.txt"));
        let link = links.lines().last().expect("there are links");
        let scenario =
            Scenario::from_json(&golden(&format!("{version}.json"))).expect("a scenario");
        assert_eq!(link::decode(link).as_ref(), Ok(&scenario), "{}", link::encode(&scenario, true));
        assert_eq!(link::encode(&scenario, true), link);
    }
}
