//! Server licences: counted beside the licences for access, by edition and version, and the CALs
//! that they bring.

use seatwise_core::assess;
use seatwise_core::assessment::Assessment;
use seatwise_core::books;
use seatwise_core::generation;
use seatwise_core::money::Money;
use seatwise_core::scenario::Scenario;

/// An assessment of twenty employees with servers and what is owned.
fn assessed(rulebook: &str, activity: &str, servers: &str, owned: &str) -> Assessment {
    let text = format!(
        r#"{{"format":1,"rulebook":"{rulebook}","organisation":{{
        "people":[{{"id":"staff","name":"Staff","count":20,"relationship":"employee"}}],"servers":[{servers}],
        "uses":[{{"people":"staff","access":"client","activities":["{activity}"]}}]}},"owned":[{owned}]}}"#
    );
    let answer = assess(&Scenario::from_json(&text).unwrap());
    answer.assessment().unwrap_or_else(|| panic!("{:?}", answer.diagnostics())).clone()
}

/// Licence without its rulebook, needed, owned and left to buy of every server line.
fn lines(found: &Assessment) -> Vec<(&str, u64, u64, u64)> {
    let id = |full: &'_ str| full.split_once('/').map_or("", |(_, id)| id).len();
    let lines = found.servers.lines.iter();
    lines
        .map(|line| {
            (
                &line.licence[line.licence.len() - id(&line.licence)..],
                line.quantity,
                line.owned,
                line.buy,
            )
        })
        .collect()
}

#[test]
fn servers_are_counted_by_their_edition() {
    let found = assessed(
        "crm-4.0",
        "records.read",
        r#"{"id":"a","count":2},{"id":"b","count":1,"edition":"enterprise"},{"id":"c","count":1,"edition":"professional"}"#,
        "",
    );
    assert_eq!(lines(&found), [("server-professional", 3, 0, 3), ("server-enterprise", 1, 0, 1)]);
    assert!(!found.servers.complete, "no price of a CRM 4.0 server has a source");
    assert!(found.complete, "the licences for access are complete without it");
    assert!(!found.servers.lines[0].clauses.is_empty());
}

#[test]
fn one_server_is_assumed_where_none_is_described() {
    assert_eq!(lines(&assessed("crm-2011", "records.read", "", "")), [("server", 1, 0, 1)]);
}

#[test]
fn servers_of_another_version_take_no_licence_of_this_one() {
    let found = assessed(
        "crm-2011",
        "records.read",
        r#"{"id":"a","count":2},{"id":"b","count":3,"version":"4.0"},{"id":"c","count":1,"version":"2011"}"#,
        "",
    );
    assert_eq!(lines(&found), [("server", 3, 0, 3)]);
}

#[test]
fn what_comes_with_the_cals_costs_nothing() {
    let found = assessed("d365-onprem-2018", "records.read", r#"{"id":"a","count":7}"#, "");
    assert_eq!(lines(&found), [("server", 7, 0, 0)]);
    assert!(found.servers.complete && found.servers.lines[0].included);
    assert_eq!(found.servers.total, Money::ZERO);
    assert_eq!(
        lines(&assessed("d365-online-2026", "records.read", r#"{"id":"a","count":7}"#, "")),
        []
    );
}

#[test]
fn owned_servers_are_not_bought_again() {
    let found = assessed(
        "exchange-2007",
        "server.use",
        r#"{"id":"a","count":3},{"id":"b","count":1,"edition":"enterprise"}"#,
        r#"{"licence":"exchange-2007/server-standard","quantity":1}"#,
    );
    assert_eq!(lines(&found), [("server-standard", 3, 1, 2), ("server-enterprise", 1, 0, 1)]);
    assert_eq!(found.servers.total.to_string(), "5397.00");
    assert!(found.servers.complete);
}

#[test]
fn own_prices_price_servers() {
    let text = r#"{"format":1,"rulebook":"crm-2016","organisation":{"servers":[{"id":"a","count":2}]},
        "prices":{"set":{"crm-2016/server":"1500.00"},"discountPercent":"10"}}"#;
    let answer = assess(&Scenario::from_json(text).unwrap());
    assert_eq!(answer.assessment().unwrap().servers.total.to_string(), "2700.00");
}

/// What is left to buy of user and of device CALs, where servers that bring CALs are owned.
#[track_caller]
fn brought(owned: &str, users: u64, servers: &[(&str, u64, u64, u64)]) {
    let found = assessed("windows-server-2008", "server.use", r#"{"id":"a","count":2}"#, owned);
    let bought: u64 = found.bill.iter().map(|line| line.buy).sum();
    assert_eq!(bought, users, "{owned}");
    assert_eq!(lines(&found), servers, "{owned}");
    let told = found.diagnostics.iter().any(|one| one.code == "owned-brings");
    assert_eq!(told, owned.contains("-users") || owned.contains("-devices"));
}

#[test]
fn owned_windows_servers_bring_cals_for_users_or_for_devices() {
    brought("", 20, &[("server-standard", 2, 0, 2)]);
    brought(
        r#"{"licence":"windows-server-2008/server-standard","quantity":2}"#,
        20,
        &[("server-standard", 2, 2, 0)],
    );
    brought(
        r#"{"licence":"windows-server-2008/server-standard-users","quantity":2}"#,
        10,
        &[("server-standard", 2, 2, 0)],
    );
    // Everybody has one device: five of the twenty are covered by it.
    brought(
        r#"{"licence":"windows-server-2008/server-standard-devices","quantity":1}"#,
        15,
        &[("server-standard", 2, 1, 1)],
    );
    brought(
        r#"{"licence":"windows-server-2008/server-enterprise-users","quantity":1}"#,
        0,
        &[("server-standard", 2, 0, 2)],
    );
}

#[test]
fn generations_are_compared_with_their_servers() {
    let text = r#"{"format":1,"rulebook":"crm-2016","organisation":{
        "people":[{"id":"staff","count":20,"relationship":"employee"}],"servers":[{"id":"crm","count":2}],
        "uses":[{"people":"staff","access":"client","activities":["records.read"]}]}}"#;
    let all = generation::compare(&books::Library::shipped(), &Scenario::from_json(text).unwrap());
    let bought = |id: &str| {
        let row = all.iter().find(|row| row.rulebook == id).unwrap();
        row.servers.lines.iter().map(|line| line.buy).sum::<u64>()
    };
    for (id, servers) in [
        ("crm-4.0", 2),
        ("crm-2011", 2),
        ("crm-2016", 2),
        ("d365-onprem-2018", 0),
        ("d365-online-2026", 0),
    ] {
        assert_eq!(bought(id), servers, "{id}");
    }
}
