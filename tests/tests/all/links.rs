//! Links of every version ever written: they open for ever, and say what they said.
//!
//! `tests/links/v1.txt` has links as they were written when the version was new, the last of them
//! with something of everything, which stands in `v1.json`; the files of the other versions alike.
//! None of these files is ever written anew.

use seatwise_core::books::Library;
use seatwise_core::date::Date;
use seatwise_core::money::Money;
use seatwise_core::scenario::Scenario;
use seatwise_core::{assess, link, then_and_now};
use seatwise_tests::generate::{self, BUSY};
use std::fs;

fn golden(name: &str) -> String {
    fs::read_to_string(seatwise_tests::root().join("tests/links").join(name))
        .expect("the file is there")
}

#[test]
fn links_of_every_version_open() {
    let links = golden("v1.txt") + &golden("v2.txt") + &golden("v3.txt") + &golden("v4.txt");
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
    for version in ["v1", "v2", "v3", "v4"] {
        let links = golden(&format!("{version}.txt"));
        let link = links.lines().last().expect("there are links");
        let scenario =
            Scenario::from_json(&golden(&format!("{version}.json"))).expect("a scenario");
        assert_eq!(link::decode(link).as_ref(), Ok(&scenario), "{}", link::encode(&scenario, true));
        assert_eq!(link::encode(&scenario, true), link);
    }
}

/// A scenario of so many groups as people write them: names of several words, a use for each.
fn of_groups(groups: usize) -> Scenario {
    let mut scenario = seatwise_core::examples::ALL[0].scenario();
    let organisation = &mut scenario.organisation;
    let names = [
        "Field technicians",
        "Service managers",
        "Call centre agents",
        "Account executives",
        "Back office staff",
        "Warehouse workers",
        "Regional sales leads",
        "Marketing assistants",
        "Support engineers",
        "Finance controllers",
    ];
    let (group, usage) = (organisation.people[1].clone(), organisation.uses[1].clone());
    organisation.people.clear();
    organisation.uses.clear();
    for place in 0..groups {
        let id = format!("p{}", place + 1);
        let name = match place / names.len() {
            0 => names[place].to_owned(),
            round => format!(
                "{} {}",
                names[place % names.len()],
                ["", "north", "south", "abroad"][round % 4]
            ),
        };
        let count = 7 + 113 * u32::try_from(place).expect("few");
        organisation.people.push(seatwise_core::organisation::PeopleGroup {
            id: id.clone(),
            name,
            count,
            ..group.clone()
        });
        let template = &seatwise_core::examples::ALL[0].scenario().organisation.uses;
        let activities = template[1 + place % (template.len() - 1)].activities.clone();
        organisation.uses.push(seatwise_core::organisation::Use {
            people: id,
            activities,
            ..usage.clone()
        });
    }
    scenario
}

#[test]
fn links_are_short() {
    for (groups, most) in [(12, 520), (30, 1_200)] {
        let link = then_and_now::link_of(&of_groups(groups), false);
        println!(
            "{groups} groups: {} characters, {} without the result",
            link.len(),
            link::encode(&of_groups(groups), false).len()
        );
        assert!(link.len() < most, "{groups} groups: {}", link.len());
    }
}

#[test]
fn every_altered_letter_and_every_cut_is_noticed() {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=%";
    let link = then_and_now::link_of(&seatwise_core::examples::ALL[0].scenario(), false);
    for place in 0..link.len() {
        for &letter in letters.iter().filter(|&&letter| letter != link.as_bytes()[place]) {
            let mut altered = link.clone().into_bytes();
            altered[place] = letter;
            let altered = String::from_utf8(altered).expect("all letters are ASCII");
            assert!(link::decode(&altered).is_err(), "{altered} at {place}");
        }
        assert!(link::decode(&link[..place]).is_err(), "cut at {place}");
        assert!(link::decode(&link[place + 1..]).is_err(), "without its first {place}");
        let without = format!("{}{}", &link[..place], &link[place + 1..]);
        assert!(link::decode(&without).is_err(), "without the letter at {place}");
    }
}

#[test]
fn what_the_sender_saw_goes_along_and_comes_back() {
    for book in seatwise_core::books::rulebooks() {
        for scenario in generate::first(book, BUSY, 10) {
            let link = then_and_now::link_of(&scenario, true);
            let read = link::decode(&link).expect("a link that was just written");
            assert!(link::says_the_same(&link, &scenario) && link::says_the_same(&link, &read));
            let (sent, answer) = (link::sent(&link), assess(&read));
            let Some(assessment) = answer.assessment() else {
                assert_eq!(sent, None);
                continue;
            };
            let sent = sent.expect("the result goes along");
            assert_eq!((sent.total, sent.lines.len()), (assessment.total, assessment.bill.len()));
            assert_eq!(
                then_and_now::compare(&Library::shipped(), &sent, &read.rulebook, assessment),
                None
            );
        }
    }
}

/// A link of the first example, on a day when the Full CAL cost 1,100.
#[test]
fn what_a_link_of_another_day_said_is_read_as_ever() {
    let scenario = seatwise_core::examples::ALL[0].scenario();
    let answer = assess(&scenario);
    let mut sent = answer.assessment().and_then(then_and_now::sent).expect("a result");
    sent.total = Money::from_minor(15_000_000);
    sent.reviewed = Date::parse("2026-11-27").expect("a day");
    sent.lines[0].unit_price = Some(Money::from_minor(110_000));
    let link = link::encode_sent(&scenario, true, Some(&sent));
    assert_eq!(link::sent(&link), Some(sent));
    assert_eq!(golden("then.txt").trim(), link);
}
