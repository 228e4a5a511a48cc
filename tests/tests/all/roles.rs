//! Roles: a broken file is refused with the line and the mend, and each shipped role counts its
//! people under every rulebook of its family.

use seatwise_core::ordinary::ordinary_use;
use seatwise_core::organisation::{PeopleGroup, Use};
use seatwise_core::rulebook::{Family, Relationship, Role, Rulebook, VerdictKind};
use seatwise_core::scenario::Scenario;
use seatwise_core::{assess, books, roles};
use seatwise_rulebook::compile;

const SOUND: &str = r#"
[[role]]
id = "gardener"
family = "crm"
name = "Gardener"
phrase = "water"
activities = ["records.read", "case.write"]

[[role]]
id = "keeper"
family = "server"
name = "Keeper"
phrase = "keep"
activities = ["administer"]
"#;

#[track_caller]
fn refused(from: &str, to: &str, line: usize, message: &str, remedy: &str) {
    assert!(SOUND.contains(from));
    let faults = compile::roles("roles.toml", &SOUND.replacen(from, to, 1)).expect_err("broken");
    let fits = faults.iter().any(|fault| {
        fault.line == line && fault.message.contains(message) && fault.remedy.contains(remedy)
    });
    assert!(fits, "{faults:?}");
}

#[test]
fn a_broken_role_is_refused() {
    assert_eq!(compile::roles("roles.toml", SOUND).map(|roles| roles.len()), Ok(2));
    refused("\"server\"", "\"desert\"", 11, "`desert` is not known here", "crm, server");
    refused("case.write", "server.use", 7, "no activity `server.use`", "name an activity");
    refused("id = \"keeper\"", "id = \"gardener\"", 10, "`gardener` is named twice", "another id");
    refused("[\"administer\"]", "[]", 10, "stands for no activity", "name what these people do");
    let twin = "family = \"crm\"\nname = \"Keeper\"\nphrase = \"keep\"\nactivities = [\"case.write\", \"records.read\"]";
    let same = SOUND.replacen(
        "family = \"server\"\nname = \"Keeper\"\nphrase = \"keep\"\nactivities = [\"administer\"]",
        twin,
        1,
    );
    let faults = compile::roles("roles.toml", &same).expect_err("broken");
    assert!(faults[0].message.contains("stands for the same as `gardener`"), "{faults:?}");
}

fn scenario(book: &Rulebook, role: &Role) -> Scenario {
    let mut scenario = Scenario::blank(&book.id);
    scenario.organisation.people = vec![PeopleGroup {
        id: "all".to_owned(),
        name: "All".to_owned(),
        count: 100,
        relationship: Relationship::Employee,
        note: String::new(),
    }];
    let access = ordinary_use(book, Relationship::Employee).access;
    scenario.organisation.uses = vec![Use {
        people: "all".to_owned(),
        access,
        activities: role.activities.clone(),
        from: None,
        servers: None,
    }];
    scenario
}

#[test]
fn every_role_of_an_employee_counts_under_every_rulebook_of_its_family() {
    for book in books::rulebooks() {
        for role in roles::under(book) {
            let answer = assess(&scenario(book, role));
            let found = answer.assessment().unwrap_or_else(|| panic!("{} {}", book.id, role.id));
            assert!(found.uncounted.is_empty(), "{} {}: {:?}", book.id, role.id, found.uncounted);
            let impossible =
                found.verdicts.iter().any(|one| one.verdict == VerdictKind::Impossible);
            assert!(!impossible, "{} {}: {:?}", book.id, role.id, found.verdicts);
            println!(
                "{} {}: {:?}",
                book.id,
                role.id,
                found.bill.iter().map(|line| (line.quantity, &line.licence)).collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn in_crm_2011_a_seller_needs_a_full_cal_and_a_case_worker_a_limited_one() {
    let book = books::rulebook("crm-2011").expect("shipped");
    let licence = |id: &str| {
        let role = roles::of(Family::Crm).find(|role| role.id == id).expect("shipped");
        let answer = assess(&scenario(book, role));
        answer.assessment().expect("counted").bill[0].licence.clone()
    };
    assert_eq!(licence("seller"), "crm-2011/cal-full-user");
    assert_eq!(licence("case-worker"), "crm-2011/cal-limited-user");
    // The ESS CAL does not allow the CRM client.
    assert_eq!(licence("reader"), "crm-2011/cal-limited-user");
}
