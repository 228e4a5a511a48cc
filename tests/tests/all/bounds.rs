//! What a certificate claims, on organisations that own licences.

use seatwise_core::assess;
use seatwise_core::assessment::Certificate;
use seatwise_core::money::Money;
use seatwise_core::scenario::Scenario;

/// The certificate of a scenario.
#[track_caller]
fn certificate(text: &str) -> Certificate {
    let answer = assess(&Scenario::from_json(text).unwrap());
    answer.assessment().unwrap_or_else(|| panic!("{:?}", answer.diagnostics())).certificate.clone()
}

#[test]
fn no_bound_is_below_nothing() {
    let text = r#"{"format":1,"rulebook":"crm-4.0","organisation":{
        "people":[{"id":"a","count":0,"relationship":"customer"}],"servers":[{"id":"s","count":9}],
        "uses":[{"people":"a","access":"pooled","activities":["records.share-own"]},
        {"people":"a","access":"client","activities":["lead.write"]}]},
        "owned":[{"licence":"crm-4.0/ec-additive","quantity":9}]}"#;
    assert!(matches!(certificate(text), Certificate::Charges { sum: Money::ZERO, .. }));
}

#[test]
fn a_part_of_a_group_on_owned_device_cals_is_proved() {
    let text = r#"{"format":1,"rulebook":"windows-server-2008","organisation":{
        "people":[{"id":"a","count":73,"relationship":"employee"}],
        "uses":[{"people":"a","access":"portal","activities":["server.use"],"from":{"own":2}}]},
        "owned":[{"licence":"windows-server-2008/cal-device","quantity":98}]}"#;
    match certificate(text) {
        Certificate::Charges { sum, .. } => assert_eq!(sum, Money::from_minor(69_600)),
        other => panic!("{other:?}"),
    }
}
