use crate::diagnostic::Diagnostic;
use crate::examples;
use crate::scenario::{Prices, Scenario};
use crate::words::Words;
use serde_json::{Value, json};

fn from_json(text: &str) -> Result<Scenario, Diagnostic> {
    super::from_json(Words::english(), text)
}

/// Every field of a scenario, each with a value of its own.
fn full() -> Value {
    json!({
        "format": 1, "title": "t \"\\/\u{8}\u{c}\n\r\tä😀\u{1}", "rulebook": "crm-2011",
        "organisation": {
            "people": [
                { "id": "a", "name": "A", "count": 3, "relationship": "onsite-contractor" },
                { "id": "b", "count": 0, "relationship": "customer" },
            ],
            "devices": [{ "id": "d", "name": "D", "count": 1 }],
            "servers": [{ "id": "s", "count": 1, "version": "2016", "edition": null }],
            "uses": [
                { "people": "a", "access": "web-form", "activities": ["case.own", "records.read"],
                  "from": { "devices": "d" } },
                { "people": "b", "access": "client", "activities": [], "from": { "own": 2 }, "servers": ["s"] },
            ],
        },
        "owned": [{ "licence": "crm-2011/ec", "quantity": 2, "softwareAssurance": true, "programme": "mpsa" }],
        "prices": { "currency": "EUR", "book": null, "set": { "crm-2011/ec": "1.00", "x": "2" },
            "discountPercent": "5" },
        "plan": { "years": 3 },
    })
}

/// The place and message of what is refused.
#[track_caller]
fn refused(text: &str) -> (String, String) {
    let refusal = from_json(text).expect_err("there is a fault in it");
    assert_eq!(refusal.code, "scenario-shape");
    assert!(!refusal.hints.is_empty());
    (refusal.place, refusal.message)
}

/// A value at a path of `full()` is refused there, in these words.
#[track_caller]
fn value(pointer: &str, value: Value, place: &str, message: &str) {
    let mut scenario = full();
    *scenario.pointer_mut(pointer).expect("the path is one of the scenario") = value;
    assert_eq!(refused(&scenario.to_string()), (place.to_owned(), message.to_owned()));
    let of_values = Scenario::from_values(&scenario).expect_err("there is a fault in it");
    assert_eq!((of_values.place.as_str(), of_values.message.as_str()), (place, message));
}

const WHOLE: &str = "expected a whole number from 0 to 4294967295, found";

#[test]
fn every_kind_of_fault_is_told_by_its_place_and_in_plain_words() {
    let people = "/organisation/people/1";
    let place = "organisation.people[1]";
    let count = format!("{place}.count");
    for (number, given) in [
        (json!(-1), "`-1`"),
        (json!(1.5), "`1.5`"),
        (json!(4_294_967_296_u64), "`4294967296`"),
        (json!("five"), "`five`"),
        (json!(true), "`true`"),
        (Value::Null, "`null`"),
        (json!([]), "a list"),
        (json!({}), "an object"),
    ] {
        value(&format!("{people}/count"), number, &count, &format!("{WHOLE} {given}"));
    }
    value(people, json!({ "id": "b", "relationship": "customer" }), place, "`count` is missing");
    value(people, json!([]), place, "expected an object, found a list");
    value(
        &format!("{people}/id"),
        json!(7),
        "organisation.people[1].id",
        "expected a text, found `7`",
    );
    value(
        "/organisation",
        json!([[], [], [], []]),
        "organisation",
        "expected an object, found a list",
    );
    value("/organisation/uses", json!({}), "organisation.uses", "expected a list, found an object");
    value("/plan", json!([3]), "plan", "expected an object, found a list");
    value("/prices/set/x", json!(2), "prices.set.x", "expected a text, found `2`");
    let assured = "owned[0].softwareAssurance";
    value(
        "/owned/0/softwareAssurance",
        json!("yes"),
        assured,
        "expected `true` or `false`, found `yes`",
    );
    let activity = "organisation.uses[0].activities[1]";
    value(
        "/organisation/uses/0/activities/1",
        json!("fly"),
        activity,
        "there is no activity `fly`",
    );
    let either = "expected either `own` or `devices`";
    for from in [json!({}), json!({ "own": 1, "devices": "d" }), json!({ "own": null })] {
        value("/organisation/uses/0/from", from, "organisation.uses[0].from", either);
    }
    let devices = "organisation.uses[0].from.devices";
    let list = "expected a text or a list of texts, found";
    for (ids, place, message) in [
        (json!(7), devices, format!("{list} `7`")),
        (json!({}), devices, format!("{list} an object")),
        (json!([]), devices, "the list is empty: name at least one group".to_owned()),
        (json!(["d", 7]), &*format!("{devices}[1]"), "expected a text, found `7`".to_owned()),
    ] {
        value("/organisation/uses/0/from", json!({ "devices": ids }), place, &message);
    }
    value(
        "/organisation/uses/0/from",
        json!({ "own": -1 }),
        "organisation.uses[0].from.own",
        &format!("{WHOLE} `-1`"),
    );
}

#[test]
fn a_word_that_is_not_known_is_told_with_those_that_are() {
    let message = "`staff` is not known here: write one of `employee`, `affiliate-employee`";
    let mut scenario = full();
    scenario["organisation"]["people"][0]["relationship"] = json!("staff");
    let (place, refusal) = refused(&scenario.to_string());
    assert_eq!(place, "organisation.people[0].relationship");
    assert!(refusal.starts_with(message), "{refusal}");
    // An object of one word is not the word.
    value(
        "/organisation/people/0/relationship",
        json!({ "employee": null }),
        "organisation.people[0].relationship",
        "expected a text, found an object",
    );
}

#[test]
fn a_field_that_is_not_known_or_stands_twice_is_told_by_its_own_place() {
    let mut scenario = full();
    scenario["plan"]["months"] = json!(2);
    assert_eq!(
        refused(&scenario.to_string()),
        (
            "plan.months".to_owned(),
            "`months` is not known here: write one of `years`, `from`, `trialFrom`, `growth`, \
             `discountRatePercent`, `softwareAssurance`, `softwareAssurancePercent`, `programme`, \
             `billing`"
                .to_owned()
        )
    );
    let twice = |field: &str| {
        let text = full().to_string();
        assert!(text.contains(field));
        refused(&text.replacen(field, &format!("{field},{field}"), 1))
    };
    assert_eq!(
        twice(r#""years":3"#),
        ("plan.years".to_owned(), "`years` stands here twice".to_owned())
    );
    let price = ("prices.set.crm-2011/ec".to_owned(), "`crm-2011/ec` stands here twice".to_owned());
    assert_eq!(twice(r#""crm-2011/ec":"1.00""#), price);
}

#[test]
fn what_is_no_json_is_told_by_its_line() {
    let (place, message) = refused("{\"format\":1,\n\"rulebook\":\"x\" \"plan\"}");
    assert_eq!(
        (place.as_str(), message.as_str()),
        ("", "this is not JSON: expected `,` or `}` at line 2 column 16")
    );
    let (_, message) = refused(r#"{"format":1,"rulebook":"x"#);
    assert_eq!(message, "the text ends too early, at line 1 column 25");
    for half in [r"\ud800", r"\ud800\u0041", r"\udc00"] {
        let (place, message) =
            refused(&format!(r#"{{"format":1,"rulebook":"x","title":"{half}"}}"#));
        assert_eq!(place, "title");
        assert!(message.contains("half of a character"), "{half}: {message}");
    }
    let deep = format!(r#"{{"format":{}"#, "[".repeat(100_000));
    let (place, _) = refused(&deep);
    assert_eq!(place, "format");
    let (_, message) = refused(&"[".repeat(100_000));
    assert!(message.contains("found a list"));
}

#[test]
fn long_values_and_names_are_clipped() {
    let long = "ü".repeat(10_000);
    let mut scenario = full();
    scenario["organisation"]["devices"][0]["count"] = json!(long);
    let (_, message) = refused(&scenario.to_string());
    assert_eq!(message, format!("{WHOLE} `{}…`", "ü".repeat(80)));
    let mut scenario = full();
    scenario["prices"]["set"][&long] = json!(1);
    scenario["prices"][&long] = json!(1);
    let (place, message) = refused(&scenario.to_string());
    assert!(place.chars().count() < 200 && message.chars().count() < 400, "{place}: {message}");
}

#[test]
fn a_byte_order_mark_is_passed_over_and_whole_numbers_may_be_written_in_any_way() {
    let text = full().to_string();
    let wanted = from_json(&text).expect("it is read");
    assert_eq!(from_json(&format!("\u{feff}{text}")).as_ref(), Ok(&wanted));
    for three in ["3.0", "3e0", "30e-1", "0.3E+1", "3.000"] {
        let text = text.replace(r#""years":3"#, &format!(r#""years":{three}"#));
        assert_eq!(from_json(&text).as_ref(), Ok(&wanted), "{three}");
    }
    for none in ["-0", "0.0", "-0.0", "0e9"] {
        let text = text.replace(r#""count":0"#, &format!(r#""count":{none}"#));
        assert_eq!(from_json(&text).as_ref(), Ok(&wanted), "{none}");
    }
    assert_eq!(Scenario::from_values(full()), Ok(wanted));
}

#[test]
fn whatever_is_cut_is_refused_in_one_sentence() {
    let text = full().to_string();
    for (end, _) in text.char_indices() {
        let (_, message) = refused(&text[..end]);
        assert!(!message.is_empty() && !message.ends_with('.'), "{message}");
    }
}

#[test]
fn what_is_written_is_read_again() {
    let mut scenarios: Vec<Scenario> =
        examples::ALL.iter().map(|example| example.scenario()).collect();
    scenarios.extend([Scenario::from_values(full()).expect("it is read"), Scenario::blank("x")]);
    for mut scenario in scenarios {
        scenario.title = (0..0x200).filter_map(char::from_u32).collect();
        assert_eq!(from_json(&scenario.to_json()).as_ref(), Ok(&scenario));
        scenario.prices = Some(Prices::default());
        assert_eq!(from_json(&scenario.to_json()).as_ref(), Ok(&scenario));
    }
}
