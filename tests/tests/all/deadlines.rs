//! Days on which something ends, and what has ended counts no more.

use seatwise_core::assess;
use seatwise_core::assessment::Assessment;
use seatwise_core::deadline::Ending;
use seatwise_core::scenario::Scenario;

/// An assessment of five sellers on premises, with what is owned and a plan.
fn assessed(owned: &str, plan: &str) -> Assessment {
    let text = format!(
        r#"{{"format":1,"rulebook":"d365-onprem-2018","organisation":{{
        "people":[{{"id":"sellers","count":5,"relationship":"employee"}}],
        "uses":[{{"people":"sellers","access":"client","activities":["opportunity.write"]}}]}},
        "owned":[{owned}],"plan":{{"years":1{plan}}}}}"#
    );
    let answer = assess(&Scenario::from_json(&text).unwrap());
    answer.assessment().unwrap_or_else(|| panic!("{:?}", answer.diagnostics())).clone()
}

const SUBSCRIPTION: &str =
    r#"{"licence":"d365-online-2024/sales-base","quantity":5,"until":"2027-06-30"}"#;

#[track_caller]
fn case(owned: &str, plan: &str, buy: u64, deadline: Option<(&str, Ending)>, code: Option<&str>) {
    let found = assessed(owned, plan);
    assert_eq!(found.bill.iter().map(|line| line.buy).sum::<u64>(), buy);
    let deadlines: Vec<_> = found.deadlines.iter().map(|one| (one.on.as_str(), one.what)).collect();
    assert_eq!(deadlines, deadline.into_iter().collect::<Vec<_>>());
    let codes = ["ends", "subscription-ended", "assurance-ended", "no-such-day", "does-not-end"];
    let told = found.diagnostics.iter().find(|one| codes.contains(&one.code.as_str()));
    assert_eq!(told.map(|one| one.code.as_str()), code);
}

#[test]
fn dual_use_ends_with_the_subscription() {
    case(SUBSCRIPTION, "", 0, Some(("2027-06-30", Ending::Subscription)), Some("ends"));
    case(
        SUBSCRIPTION,
        r#","from":"2027-06-30""#,
        0,
        Some(("2027-06-30", Ending::Subscription)),
        Some("ends"),
    );
    case(
        SUBSCRIPTION,
        r#","from":"2027-07-01""#,
        5,
        Some(("2027-06-30", Ending::Subscription)),
        Some("subscription-ended"),
    );
    let found = assessed(SUBSCRIPTION, "");
    assert!(!found.deadlines[0].clauses.is_empty(), "the clause of dual use is cited");
}

#[test]
fn what_asks_for_software_assurance_counts_until_it_ends() {
    let owned = r#"{"licence":"crm-2016/cal-professional-user","quantity":5,"softwareAssurance":true,"until":"2026-12-31"}"#;
    let end = Some(("2026-12-31", Ending::SoftwareAssurance));
    case(owned, r#","from":"2026-11-27""#, 0, end, Some("ends"));
    let after = assessed(owned, r#","from":"2027-01-01""#);
    assert!(after.bill.iter().map(|line| line.buy).sum::<u64>() > 0);
    assert!(
        after
            .diagnostics
            .iter()
            .any(|one| one.code == "assurance-ended" && one.place == "owned[0].until")
    );
    assert!(after.diagnostics.iter().any(|one| one.code == "owned-unassured"));
}

#[test]
fn a_trial_ends_after_its_days() {
    case("", r#","trialFrom":"2026-11-27""#, 5, Some(("2027-02-25", Ending::Trial)), Some("ends"));
    let text = r#"{"format":1,"rulebook":"crm-2011","plan":{"years":1,"trialFrom":"2026-11-27"}}"#;
    let answer = assess(&Scenario::from_json(text).unwrap());
    assert!(
        answer.assessment().unwrap().deadlines.is_empty(),
        "no text says how long CRM 2011 may be tried"
    );
}

#[test]
fn what_is_no_day_is_told() {
    let owned = SUBSCRIPTION.replace("2027-06-30", "30.6.2027");
    case(&owned, "", 0, None, Some("no-such-day"));
    case(
        SUBSCRIPTION,
        r#","from":"tomorrow""#,
        0,
        Some(("2027-06-30", Ending::Subscription)),
        Some("no-such-day"),
    );
    let bought =
        r#"{"licence":"d365-onprem-2018/cal-sales-user","quantity":5,"until":"2027-06-30"}"#;
    case(bought, "", 0, None, Some("does-not-end"));
}
