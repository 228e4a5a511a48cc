//! Questions that people of this field asked in public, answered as the texts have it.

use seatwise_core::assess;
use seatwise_core::assessment::Assessment;
use seatwise_core::scenario::Scenario;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[track_caller]
fn assessed(scenario: &Value) -> Assessment {
    let scenario =
        Scenario::from_json(&scenario.to_string()).unwrap_or_else(|told| panic!("{told:?}"));
    let answer = assess(&scenario);
    answer.assessment().unwrap_or_else(|| panic!("{:?}", answer.diagnostics())).clone()
}

fn bill(found: &Assessment) -> BTreeMap<&str, u64> {
    found.bill.iter().map(|line| (line.licence.as_str(), line.quantity)).collect()
}

/// A group of people, and what they do from where.
fn group(id: &str, count: u32, relationship: &str) -> Value {
    json!({"id": id, "name": id, "count": count, "relationship": relationship})
}

/// Asked of Exchange 2010, which Microsoft licensed exactly as 2007: mailboxes for retirees and
/// alumni on two servers.
#[test]
fn alumni_with_mailboxes_are_cheaper_under_a_connector_on_each_server() {
    let found = assessed(&json!({"format": 1, "rulebook": "exchange-2007", "organisation": {
        "people": [group("alumni", 20_000, "customer"), group("staff", 300, "employee")],
        "servers": [{"id": "mail", "count": 2}],
        "uses": [{"people": "alumni", "access": "portal", "activities": ["server.use"], "from": {"own": 1}},
                 {"people": "staff", "access": "client", "activities": ["server.use"], "from": {"own": 2}}]},
        "prices": {"currency": "USD", "set": {"exchange-2007/cal-standard-user": "67.00",
            "exchange-2007/cal-standard-device": "67.00", "exchange-2007/ec": "50000.00"}}}));
    assert_eq!(
        bill(&found),
        BTreeMap::from([("exchange-2007/ec", 2), ("exchange-2007/cal-standard-user", 300)])
    );
}

/// Five users on a Workgroup Server, and administrators beside them.
#[test]
fn administrators_are_free_beside_the_five_users_of_a_workgroup_server() {
    let found = assessed(&json!({"format": 1, "rulebook": "crm-4.0", "organisation": {
        "people": [group("users", 5, "employee"), group("administrators", 2, "employee")],
        "servers": [{"id": "crm", "count": 1, "edition": "workgroup"}],
        "uses": [{"people": "users", "access": "client", "activities": ["case.write"]},
                 {"people": "administrators", "access": "client", "activities": ["administer"]}]}}));
    let verdicts: Vec<_> =
        found.verdicts.iter().map(|one| (one.people.as_str(), one.verdict.id())).collect();
    assert_eq!(verdicts, [("users", "included"), ("administrators", "exempt")]);
    assert!(found.bill.is_empty() && found.complete);
}

/// Technicians of subcontractors: the cheaper licence for people who are no employees, beside a
/// full one.
#[test]
fn subcontractors_take_the_contractor_licence() {
    let found = assessed(&json!({"format": 1, "rulebook": "d365-online-2024", "organisation": {
        "people": [group("technicians", 8, "employee"), group("subcontractors", 40, "partner")],
        "servers": [{"id": "production", "count": 1}],
        "uses": [{"people": "technicians", "access": "client", "activities": ["workorder.write"]},
                 {"people": "subcontractors", "access": "client", "activities": ["workorder.write"]}]}}));
    let quantities: Vec<u64> = found.bill.iter().map(|line| line.quantity).collect();
    assert_eq!(quantities.iter().sum::<u64>(), 48, "{:?}", found.bill);
    assert!(
        found.bill.iter().any(|line| line.licence.contains("contractor") && line.quantity == 40),
        "{:?}",
        found.bill
    );
}

/// Does the CRM CAL hold the SQL CAL? It does not, and the answer names what is licensed apart.
#[test]
fn neighbouring_products_are_named() {
    for rulebook in ["crm-4.0", "crm-2011", "crm-2013", "crm-2015", "crm-2016"] {
        let found = assessed(&json!({"format": 1, "rulebook": rulebook, "organisation": {
            "people": [group("sellers", 30, "employee")], "servers": [{"id": "crm", "count": 1}],
            "uses": [{"people": "sellers", "access": "client", "activities": ["case.write"], "from": {"own": 2}}]}}));
        let named = found.diagnostics.iter().any(|one| one.message.contains("SQL Server"));
        assert!(named, "{rulebook}: {:?}", found.diagnostics);
    }
}

/// Departments that own the Core CAL Suite need no Exchange CAL beside it; what nobody knows is
/// refused.
#[test]
fn owned_suites_cover_their_cals() {
    let with = |licence: &str| {
        assessed(&json!({"format": 1, "rulebook": "exchange-2007", "organisation": {
            "people": [group("staff", 12, "employee")], "servers": [{"id": "mail", "count": 1}],
            "uses": [{"people": "staff", "access": "client", "activities": ["server.use"], "from": {"own": 2}}]},
            "owned": [{"licence": licence, "quantity": 12}]}))
    };
    assert_eq!(
        with("exchange-2007/core-cal-suite-user").bill.iter().map(|line| line.buy).sum::<u64>(),
        0
    );
    let unknown = with("exchange-2007/core-cal");
    assert!(
        unknown
            .diagnostics
            .iter()
            .any(|one| one.code == "no-such-licence" && one.place == "owned[0].licence")
    );
}
