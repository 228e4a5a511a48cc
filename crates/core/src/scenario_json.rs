//! A scenario as JSON: which field is where, and what is left out when it says nothing.
//!
//! What `serde` derives for these types reads the same; see [`crate::json`] for why it is not used.

use crate::json::{Reader, Refusal, Shape, Writer};
use crate::limits::clipped;
use crate::organisation::{DeviceGroup, From, Organisation, PeopleGroup, ServerGroup, Use};
use crate::scenario::{Owned, Plan, Prices, Scenario};
use seatwise_rulebook::{Access, Activity, Relationship};

const SCENARIO: Shape = Shape {
    fields: &["format", "title", "rulebook", "organisation", "owned", "prices", "plan"],
    required: &["format", "rulebook"],
};
const ORGANISATION: Shape = Shape { fields: &["people", "devices", "servers", "uses"], required: &[] };
const PEOPLE: Shape =
    Shape { fields: &["id", "name", "count", "relationship"], required: &["id", "count", "relationship"] };
const DEVICES: Shape = Shape { fields: &["id", "name", "count"], required: &["id", "count"] };
const SERVERS: Shape = Shape { fields: &["id", "name", "count", "version", "edition"], required: &["id", "count"] };
const USE: Shape = Shape {
    fields: &["people", "access", "activities", "from", "servers"],
    required: &["people", "access", "activities"],
};
const OWNED: Shape =
    Shape { fields: &["licence", "quantity", "softwareAssurance", "programme"], required: &["licence", "quantity"] };
const PRICES: Shape = Shape { fields: &["currency", "book", "set", "discountPercent"], required: &[] };
const PLAN: Shape = Shape { fields: &["years"], required: &["years"] };

/// Reads a scenario.
///
/// # Errors
///
/// What does not fit, and where.
pub(crate) fn read(text: &str) -> Result<Scenario, Refusal> {
    let mut json = Reader::new(text);
    let mut scenario = Scenario::blank("");
    json.record(&SCENARIO, &mut |json, field| match field {
        "format" => scenario.format = json.number(),
        "title" => scenario.title = json.text(),
        "rulebook" => scenario.rulebook = json.text(),
        "organisation" => scenario.organisation = organisation(json),
        "owned" => json.list(&mut |json| scenario.owned.push(owned(json))),
        "prices" => scenario.prices = (!json.null()).then(|| prices(json)),
        _ => scenario.plan = (!json.null()).then(|| plan(json)),
    });
    json.finish().map(|()| scenario)
}

fn organisation(json: &mut Reader<'_>) -> Organisation {
    let mut organisation = Organisation::default();
    json.record(&ORGANISATION, &mut |json, field| match field {
        "people" => json.list(&mut |json| organisation.people.push(people(json))),
        "devices" => json.list(&mut |json| organisation.devices.push(devices(json))),
        "servers" => json.list(&mut |json| organisation.servers.push(servers(json))),
        _ => json.list(&mut |json| organisation.uses.push(one_use(json))),
    });
    organisation
}

fn people(json: &mut Reader<'_>) -> PeopleGroup {
    let relationship = Relationship::Employee;
    let mut group = PeopleGroup { id: String::new(), name: String::new(), count: 0, relationship };
    json.record(&PEOPLE, &mut |json, field| match field {
        "id" => group.id = json.text(),
        "name" => group.name = json.text(),
        "count" => group.count = json.number(),
        _ => group.relationship = word(json, Relationship::ALL, Relationship::id, group.relationship),
    });
    group
}

fn devices(json: &mut Reader<'_>) -> DeviceGroup {
    let mut group = DeviceGroup { id: String::new(), name: String::new(), count: 0 };
    json.record(&DEVICES, &mut |json, field| match field {
        "id" => group.id = json.text(),
        "name" => group.name = json.text(),
        _ => group.count = json.number(),
    });
    group
}

fn servers(json: &mut Reader<'_>) -> ServerGroup {
    let mut group = ServerGroup { id: String::new(), name: String::new(), count: 0, version: None, edition: None };
    json.record(&SERVERS, &mut |json, field| match field {
        "id" => group.id = json.text(),
        "name" => group.name = json.text(),
        "count" => group.count = json.number(),
        "version" => group.version = json.maybe(),
        _ => group.edition = json.maybe(),
    });
    group
}

fn one_use(json: &mut Reader<'_>) -> Use {
    let (access, activities) = (Access::Client, Vec::new());
    let mut one = Use { people: String::new(), access, activities, from: None, servers: None };
    json.record(&USE, &mut |json, field| match field {
        "people" => one.people = json.text(),
        "access" => one.access = word(json, Access::ALL, Access::id, one.access),
        "activities" => json.list(&mut |json| one.activities.extend(activity(json))),
        "from" => one.from = if json.null() { None } else { from(json) },
        _ => {
            one.servers = (!json.null()).then(|| {
                let mut ids = Vec::new();
                json.list(&mut |json| ids.push(json.text()));
                ids
            });
        }
    });
    one
}

fn activity(json: &mut Reader<'_>) -> Option<Activity> {
    let id = json.text();
    let activity = Activity::from_id(&id);
    if activity.is_none() {
        json.refuse(&format!("there is no activity `{}`", clipped(&id)));
    }
    activity
}

const FROM: Shape = Shape { fields: &["own", "devices"], required: &[] };

fn from(json: &mut Reader<'_>) -> Option<From> {
    let mut from = None;
    let mut given = 0;
    json.record(&FROM, &mut |json, field| {
        given += 1;
        from = Some(if field == "own" { From::Own(json.number()) } else { From::Devices(json.text()) });
    });
    if given != 1 {
        json.refuse("expected either `own` or `devices`");
    }
    from
}

/// A word of a vocabulary; `otherwise` where it was refused.
fn word<T: Copy>(json: &mut Reader<'_>, all: &[T], id: fn(T) -> &'static str, otherwise: T) -> T {
    let ids: Vec<&'static str> = all.iter().map(|&word| id(word)).collect();
    let word = json.word(&ids);
    let place = word.and_then(|word| ids.iter().position(|id| *id == word));
    place.and_then(|place| all.get(place)).copied().unwrap_or(otherwise)
}

fn owned(json: &mut Reader<'_>) -> Owned {
    let mut owned = Owned { licence: String::new(), quantity: 0, software_assurance: false, programme: None };
    json.record(&OWNED, &mut |json, field| match field {
        "licence" => owned.licence = json.text(),
        "quantity" => owned.quantity = json.number(),
        "softwareAssurance" => owned.software_assurance = json.flag(),
        _ => owned.programme = json.maybe(),
    });
    owned
}

fn prices(json: &mut Reader<'_>) -> Prices {
    let mut prices = Prices::default();
    json.record(&PRICES, &mut |json, field| match field {
        "currency" => prices.currency = json.maybe(),
        "book" => prices.book = json.maybe(),
        "set" => json.map(&mut |json, licence| {
            prices.set.insert(licence, json.text());
        }),
        _ => prices.discount_percent = json.maybe(),
    });
    prices
}

fn plan(json: &mut Reader<'_>) -> Plan {
    let mut plan = Plan { years: 0 };
    json.record(&PLAN, &mut |json, _| plan.years = json.number());
    plan
}

/// Writes a scenario, indented for people.
pub(crate) fn write(scenario: &Scenario) -> String {
    let mut json = Writer::default();
    json.record(&mut |json| {
        json.key("format").number(scenario.format);
        json.key("title").text(&scenario.title);
        json.key("rulebook").text(&scenario.rulebook);
        json.key("organisation").record(&mut |json| write_organisation(json, &scenario.organisation));
        if !scenario.owned.is_empty() {
            json.key("owned").list(&scenario.owned, write_owned);
        }
        if let Some(prices) = &scenario.prices {
            json.key("prices").record(&mut |json| write_prices(json, prices));
        }
        if let Some(plan) = &scenario.plan {
            json.key("plan").record(&mut |json| json.key("years").number(plan.years));
        }
    });
    json.finish()
}

fn write_organisation(json: &mut Writer, organisation: &Organisation) {
    json.key("people").list(&organisation.people, |json, group| {
        json.record(&mut |json| {
            write_group(json, &group.id, &group.name, group.count);
            json.key("relationship").text(group.relationship.id());
        });
    });
    json.key("devices").list(&organisation.devices, |json, group| {
        json.record(&mut |json| write_group(json, &group.id, &group.name, group.count));
    });
    json.key("servers").list(&organisation.servers, |json, group| {
        json.record(&mut |json| {
            write_group(json, &group.id, &group.name, group.count);
            json.maybe("version", group.version.as_deref());
            json.maybe("edition", group.edition.as_deref());
        });
    });
    json.key("uses").list(&organisation.uses, write_use);
}

fn write_group(json: &mut Writer, id: &str, name: &str, count: u32) {
    json.key("id").text(id);
    json.key("name").text(name);
    json.key("count").number(count);
}

fn write_use(json: &mut Writer, one: &Use) {
    json.record(&mut |json| {
        json.key("people").text(&one.people);
        json.key("access").text(one.access.id());
        json.key("activities").list(&one.activities, |json, activity| json.text(activity.id()));
        if let Some(from) = &one.from {
            json.key("from").record(&mut |json| match from {
                From::Own(count) => json.key("own").number(*count),
                From::Devices(id) => json.key("devices").text(id),
            });
        }
        if let Some(servers) = &one.servers {
            json.key("servers").list(servers, |json, id| json.text(id));
        }
    });
}

fn write_owned(json: &mut Writer, owned: &Owned) {
    json.record(&mut |json| {
        json.key("licence").text(&owned.licence);
        json.key("quantity").number(owned.quantity);
        if owned.software_assurance {
            json.key("softwareAssurance").flag(true);
        }
        json.maybe("programme", owned.programme.as_deref());
    });
}

fn write_prices(json: &mut Writer, prices: &Prices) {
    json.maybe("currency", prices.currency.as_deref());
    json.maybe("book", prices.book.as_deref());
    if !prices.set.is_empty() {
        json.key("set").record(&mut |json| {
            for (licence, price) in &prices.set {
                json.key(licence).text(price);
            }
        });
    }
    json.maybe("discountPercent", prices.discount_percent.as_deref());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use serde_json::Value;

    const FULL: &str = r#"{"format":1,"title":"t \"\\\/\b\f\n\r\t\u00e4\ud83d\ude00\u0001ü","rulebook":"crm-2011",
        "organisation":{"people":[{"id":"a","name":"A","count":3,"relationship":"onsite-contractor"},
            {"id":"b","count":0,"relationship":"customer"}],
        "devices":[{"id":"d","name":"D","count":1}],"servers":[{"id":"s","count":1,"version":"2016","edition":null}],
        "uses":[{"people":"a","access":"web-form","activities":["case.own","records.read"],"from":{"devices":"d"}},
            {"people":"b","access":"client","activities":[],"from":{"own":2},"servers":["s"]}]},
        "owned":[{"licence":"crm-2011/ec","quantity":2,"softwareAssurance":true,"programme":"mpsa"}],
        "prices":{"currency":"EUR","book":null,"set":{"crm-2011/ec":"1.00","x":"2"},"discountPercent":"5"},
        "plan":{"years":3}} "#;

    /// What this reader takes, the derived one takes as well and reads the same in it. What this one refuses, the
    /// derived one refuses too, but for other ways to write the same that it knows.
    #[track_caller]
    fn same(text: &str) {
        let derived = serde_json::from_str::<Scenario>(text).ok();
        match read(text) {
            Ok(found) => assert_eq!(Some(found), derived.or_else(|| with_plain_numbers(text)), "{text}"),
            Err(refusal) => {
                let repeated = refusal.message.ends_with("stands here twice");
                let otherwise = derived.is_some_and(|found| repeated || !written_alike(text, &found));
                assert!(otherwise || serde_json::from_str::<Scenario>(text).is_err(), "{}: {text}", refusal.message);
                assert!(!refusal.message.is_empty() && !refusal.message.ends_with('.'), "{}", refusal.message);
            }
        }
    }

    /// What the derived reader reads once whole numbers have neither a point nor an exponent: none where all are plain.
    fn with_plain_numbers(text: &str) -> Option<Scenario> {
        fn plain(value: &mut Value) -> bool {
            match value {
                Value::Array(items) => items.iter_mut().fold(false, |any, item| plain(item) | any),
                Value::Object(fields) => fields.values_mut().fold(false, |any, field| plain(field) | any),
                Value::Number(number) if !number.is_u64() => {
                    let whole =
                        number.as_f64().filter(|number| number.fract() == 0.0 && (0.0..=4294967295.0).contains(number));
                    let changes = whole.is_some();
                    *value = whole.map_or_else(|| value.clone(), |whole| Value::from(whole as u64));
                    changes
                }
                _ => false,
            }
        }
        let mut value: Value = serde_json::from_str(text).ok()?;
        plain(&mut value).then(|| serde_json::from_value(value).ok()).flatten()
    }

    /// Whether objects and words stand where they are written: the derived reader takes a list for an object, and an
    /// object of one word for the word.
    fn written_alike(text: &str, found: &Scenario) -> bool {
        fn alike(text: &Value, written: &Value) -> bool {
            match (text, written) {
                (Value::Object(text), Value::Object(written)) => {
                    text.iter().all(|(key, value)| written.get(key).is_none_or(|other| alike(value, other)))
                }
                (Value::Array(text), Value::Array(written)) => text.iter().zip(written).all(|(a, b)| alike(a, b)),
                (Value::Array(_), _) | (Value::Object(_), Value::String(_)) => false,
                _ => true,
            }
        }
        alike(&serde_json::from_str(text).unwrap(), &serde_json::to_value(found).unwrap())
    }

    #[test]
    fn whatever_is_cut_or_altered_is_read_as_the_derived_reader_does_or_refused() {
        same(FULL);
        assert!(read(FULL).is_ok());
        let places = || FULL.char_indices().map(|(place, letter)| (place, place + letter.len_utf8()));
        let values =
            ["", "{", "}", "[", "]", ",", ":", "\"", "\\", "-", "0", "7", " ", "e", "n", "\n", "null", "true", "ü"];
        for (from, to) in places() {
            same(&FULL[..from]);
            for value in values {
                same(&format!("{}{value}{}", &FULL[..from], &FULL[to..]));
                same(&format!("{}{value}{}", &FULL[..from], &FULL[from..]));
            }
        }
    }

    #[test]
    fn every_value_may_be_of_any_type() {
        let values = [
            "0",
            "-1",
            "4294967295",
            "4294967296",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775808",
            "-9223372036854775809",
            "1.5",
            "1.0",
            "30e-1",
            "-0",
            "-2.25",
            "\"x\"",
            "\"a\\u0000\\\"\"",
            "null",
            "true",
            "false",
            "nul",
            "tru",
            "[]",
            "{}",
            "[1]",
            "{\"own\":1}",
            "\"own\"",
            "{\"own\":null}",
            "{\"devices\":3}",
            "{\"employee\":1}",
            "{\"employee\"}",
            "{\"x\":1}",
            "\"employee\"",
            "\"client\"",
            "[\"\"]",
            "01",
            "1.",
            "1e",
            "1e+",
            "-",
            "1x",
            "{\"years\":1,\"years\":2}",
            "[1,2]",
            "[\"a\",]",
            "[\"a\",\"b\",1,\"employee\",2]",
            "{\"id\":\"a\",}",
            "{id:1}",
            "\"\\ud800\"",
            "\"\\ud800\\n\"",
            "\"\\udc00\"",
            "\"\\ud800\\u0041\"",
            "\"\\x\"",
            "\"\\u12g4\"",
        ];
        let starts: Vec<usize> = FULL.match_indices([':', ',', '[']).map(|(place, _)| place + 1).collect();
        for &start in &starts {
            for length in 0..12 {
                let Some(rest) = FULL.get(start + length..) else { continue };
                for value in values {
                    same(&format!("{}{value}{rest}", &FULL[..start]));
                }
            }
        }
    }

    #[test]
    fn it_is_written_as_the_derived_writer_does() {
        let mut scenarios: Vec<Scenario> = examples::ALL.iter().map(|example| example.scenario()).collect();
        scenarios.extend([read(FULL).unwrap(), Scenario::blank("x")]);
        for mut scenario in scenarios {
            assert_eq!(write(&scenario), serde_json::to_string_pretty(&scenario).unwrap());
            scenario.title = (0..0x200).filter_map(char::from_u32).collect();
            scenario.prices = Some(Prices::default());
            assert_eq!(write(&scenario), serde_json::to_string_pretty(&scenario).unwrap());
        }
    }
}
