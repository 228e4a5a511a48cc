//! Altered links and scenarios: whatever is read is read or refused, and whatever is taken is
//! assessed, in bounded time and memory.
//!
//! `SEATWISE_FUZZ_SECONDS=300` tries for that long; the seed is printed, and `SEATWISE_FUZZ_SEED`
//! tries it again.

use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use seatwise_core::assessment::Answer;
use seatwise_core::scenario::Scenario;
use seatwise_core::{assess, books, link};
use seatwise_tests::generate::{self, BUSY};
use serde_json::{Number, Value};
use std::env;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// No altered scenario of a few groups may take longer, without optimisation and on a busy machine.
const LONGEST: Duration = Duration::from_secs(30);
/// The most memory that all of it may take at one time.
const MOST_MEMORY: u64 = 1 << 30;

/// What is put in the place of something else.
const TOKENS: [&str; 30] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "0",
    "-1",
    "1.0",
    "1e9",
    "4294967295",
    "4294967296",
    "99999999999999999999",
    "\"\\ud800\"",
    "\"a\"",
    "\"\"",
    "\u{feff}",
    "\u{202e}",
    "\0",
    "{\"own\":0}",
    "{\"own\":101}",
    "\"employee\"",
    "\"administer\"",
    "[[[[[[[[",
    "\"crm-2011\"",
    "\"usd\"",
];
const NUMBERS: [u64; 9] = [0, 1, 2, 100, 101, 65_536, 100_000_000, 4_294_967_295, u64::MAX];

/// What has more is not made longer, so that the alterations themselves take no memory.
const MOST_ITEMS: usize = 3_000;

struct Chance(TestRng);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        (self.0.next_u64() % end.max(1) as u64) as usize
    }

    fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// Numbers of what was tried.
#[derive(Debug, Default)]
struct Tally {
    texts: u32,
    values: u32,
    links: u32,
    payloads: u32,
    taken: u32,
    assessed: u32,
    refused: u32,
    longest: Duration,
}

impl Tally {
    /// Reads what came of an alteration, and goes all the way with what is taken.
    fn follow(
        &mut self,
        read: Result<Scenario, seatwise_core::diagnostic::Diagnostic>,
        source: &str,
    ) {
        let scenario = match read {
            Ok(scenario) => scenario,
            Err(refused) => {
                self.refused += 1;
                assert!(
                    refused.message.len() < 1_000 && refused.place.len() < 1_000,
                    "{refused:?}"
                );
                assert!(!refused.message.is_empty() && !refused.hints.is_empty(), "{refused:?}");
                return;
            }
        };
        self.taken += 1;
        assert_eq!(Scenario::from_json(&scenario.to_json()).as_ref(), Ok(&scenario), "{source}");
        let linked =
            link::decode(&link::encode(&scenario, true)).expect("a link that was just written");
        assert_eq!(linked.organisation, scenario.organisation, "{source}");
        let start = Instant::now();
        let answer = assess(&scenario);
        let took = start.elapsed();
        assert!(took < LONGEST, "{took:?} for {source}");
        self.longest = self.longest.max(took);
        match answer {
            Answer::Success { .. } => self.assessed += 1,
            Answer::Failure { diagnostics } => assert!(!diagnostics.is_empty(), "{source}"),
        }
    }
}

#[test]
fn whatever_is_altered_is_read_or_refused_and_assessed_in_bounds() {
    let seconds =
        env::var("SEATWISE_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(3);
    let seed = env::var("SEATWISE_FUZZ_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| {
            SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970").as_nanos()
                as u64
        });
    println!("SEATWISE_FUZZ_SEED={seed}");
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut chance = Chance(TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let seeds = seeds();
    let mut tally = Tally::default();
    let end = Instant::now() + Duration::from_secs(seconds);
    while Instant::now() < end {
        let scenario = chance.of(&seeds).clone();
        altered_text(&mut chance, &mut tally, &scenario);
        altered_value(&mut chance, &mut tally, &scenario);
        altered_link(&mut chance, &mut tally, &scenario);
        altered_payload(&mut chance, &mut tally, &scenario);
    }
    println!("{tally:?}");
    assert!(tally.assessed > 0 && tally.refused > 0, "{tally:?}");
    if let Some(memory) = most_memory() {
        println!("{} MB at most", memory >> 20);
        assert!(memory < MOST_MEMORY, "{} MB", memory >> 20);
    }
}

/// Examples, worked cases and generated organisations to begin with.
fn seeds() -> Vec<Scenario> {
    let examples = seatwise_core::examples::ALL.iter().map(|example| example.scenario());
    examples
        .chain(books::rulebooks().iter().flat_map(|book| generate::first(book, BUSY, 6)))
        .collect()
}

fn altered_text(chance: &mut Chance, tally: &mut Tally, scenario: &Scenario) {
    let mut text = scenario.to_json();
    for _ in 0..=chance.below(3) {
        let (mut from, mut to) = (chance.below(text.len()), 0);
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        to += from + chance.below(12);
        while to < text.len() && !text.is_char_boundary(to) {
            to += 1;
        }
        to = to.min(text.len());
        let put = match chance.below(3) {
            0 => String::new(),
            1 => text[from..to].repeat(1 + chance.below(40)),
            _ => TOKENS[chance.below(TOKENS.len())].to_owned(),
        };
        text.replace_range(from..to, &put);
    }
    tally.texts += 1;
    tally.follow(Scenario::from_json(&text), &text);
}

fn altered_value(chance: &mut Chance, tally: &mut Tally, scenario: &Scenario) {
    let mut value = serde_json::to_value(scenario).expect("a scenario is JSON");
    for _ in 0..=chance.below(4) {
        alter(chance, &mut value);
    }
    let text = value.to_string();
    tally.values += 1;
    tally.follow(Scenario::from_json(&text), &text);
}

/// Alters one thing somewhere within a value.
fn alter(chance: &mut Chance, value: &mut Value) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let key = fields.keys().nth(chance.below(fields.len())).expect("there is one").clone();
            if chance.below(20) == 0 {
                fields.remove(&key);
            } else if let Some(field) = fields.get_mut(&key) {
                alter(chance, field);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let place = chance.below(items.len());
            match chance.below(8) {
                0 => drop(items.remove(place)),
                1 if items.len() < MOST_ITEMS => {
                    let item = items[place].clone();
                    items.extend(std::iter::repeat_n(item, 1 + chance.below(30)));
                }
                2 => items.reverse(),
                _ => alter(chance, &mut items[place]),
            }
        }
        Value::Number(_) => *value = Value::Number(Number::from(*chance.of(&NUMBERS))),
        Value::String(text) => {
            let longer = if text.len() < MOST_ITEMS {
                text.repeat(1 + chance.below(200))
            } else {
                text.clone()
            };
            *value = match chance.below(4) {
                0 => Value::String(longer),
                1 => Value::Null,
                _ => serde_json::from_str::<Value>(TOKENS[chance.below(TOKENS.len())])
                    .unwrap_or(Value::String("a".to_owned())),
            };
        }
        Value::Bool(flag) => *flag = !*flag,
        _ => *value = Value::Array(Vec::new()),
    }
}

fn altered_link(chance: &mut Chance, tally: &mut Tally, scenario: &Scenario) {
    let mut link = link::encode(scenario, chance.below(2) == 0).into_bytes();
    for _ in 0..=chance.below(2) {
        let place = chance.below(link.len());
        link[place] = *chance.of(b"A9_-.%=sdp~ ");
    }
    link.truncate(link.len() - chance.below(3));
    let text = String::from_utf8(link).expect("all letters are ASCII");
    tally.links += 1;
    tally.follow(link::decode(&text), &text);
}

/// With a right check, so that the reader of the payload itself is reached.
fn altered_payload(chance: &mut Chance, tally: &mut Tally, scenario: &Scenario) {
    let mut payload = link::payload(scenario);
    for _ in 0..=chance.below(4) {
        let place = chance.below(payload.len());
        match chance.below(5) {
            0 => payload[place] = chance.below(256) as u8,
            1 => payload[place] = *chance.of(&[0, 1, 2, 0x7f, 0x80, 0xff]),
            2 => drop(payload.splice(place..place, [0xff, 0xff, 0x03])),
            3 => {
                let end = (place + chance.below(20)).min(payload.len());
                let piece = payload[place..end].repeat(1 + chance.below(60));
                drop(payload.splice(place..end, piece));
            }
            _ => drop(payload.remove(place)),
        }
        if payload.is_empty() {
            break;
        }
    }
    let link = link::of_payload(&payload, chance.below(2) == 0);
    tally.payloads += 1;
    tally.follow(link::decode(&link), &link);
}

/// The most bytes that this process held at one time, where the system tells.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes << 10)
}
