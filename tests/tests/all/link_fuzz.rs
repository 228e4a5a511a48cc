//! Links that were altered, cut, joined or made up: each is read or refused, without a panic and in
//! little memory.
//!
//! `SEATWISE_FUZZ_DECODES=10000000` tries so many; the seed is printed, and `SEATWISE_FUZZ_SEED`
//! tries it again. Run it with `--release`.

use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use seatwise_core::scenario::Scenario;
use seatwise_core::{books, examples, link, then_and_now};
use seatwise_tests::generate::{self, BUSY};
use std::env;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// The most memory that decoding may take at one time.
const MOST_MEMORY: u64 = 64 << 20;
/// Tried without a wish for more.
const USUAL: u64 = 20_000;
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=%#~ ";

struct Chance(TestRng);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        (self.0.next_u64() % end.max(1) as u64) as usize
    }

    fn letter(&mut self) -> u8 {
        LETTERS[self.below(LETTERS.len())]
    }
}

fn number<T: std::str::FromStr>(name: &str) -> Option<T> {
    env::var(name).ok().and_then(|text| text.parse().ok())
}

#[test]
fn no_link_makes_it_panic_or_takes_much_memory() {
    let wanted = number("SEATWISE_FUZZ_DECODES").unwrap_or(USUAL);
    let seed = number("SEATWISE_FUZZ_SEED").unwrap_or_else(|| {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
        u64::try_from(now.as_nanos() & u128::from(u64::MAX)).expect("masked")
    });
    println!("SEATWISE_FUZZ_SEED={seed}");
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut chance = Chance(TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let scenarios = scenarios();
    let links: Vec<Vec<u8>> = scenarios
        .iter()
        .map(|scenario| then_and_now::link_of(scenario, true).into_bytes())
        .collect();
    let payloads: Vec<Vec<u8>> = scenarios.iter().map(link::payload).collect();
    let start = Instant::now();
    let (mut read, mut refused) = (0_u64, 0_u64);
    for round in 0..wanted {
        let text = match round % 4 {
            0 => altered(&mut chance, &links),
            1 => of_altered_payload(&mut chance, &payloads),
            2 => with_altered_remark(&mut chance, &links),
            _ => made_up(&mut chance),
        };
        match link::decode(&text) {
            Ok(scenario) => {
                read += 1;
                assert!(scenario.title.len() <= 4_000);
            }
            Err(diagnostic) => {
                refused += 1;
                assert!(!diagnostic.message.is_empty() && !diagnostic.hints.is_empty());
            }
        }
        // Whatever stands beside the scenario is read or passed over as well.
        let _ = (link::sent(&text), link::leaves_out_prices(&text), link::is_link(&text));
    }
    let seconds = start.elapsed().as_secs_f64();
    println!("{wanted} decodes in {seconds:.1} s: {read} read, {refused} refused");
    assert!(read > 0 && refused > read / 100);
    if let Some(memory) = most_memory() {
        println!("{} MB at most", memory >> 20);
        assert!(memory < MOST_MEMORY, "{} MB", memory >> 20);
    }
}

fn scenarios() -> Vec<Scenario> {
    let generated = books::rulebooks().iter().flat_map(|book| generate::first(book, BUSY, 3));
    examples::ALL.iter().map(|example| example.scenario()).chain(generated).collect()
}

/// A link with letters changed, dropped, doubled, or the end of another one.
fn altered(chance: &mut Chance, links: &[Vec<u8>]) -> String {
    let mut link = links[chance.below(links.len())].clone();
    for _ in 0..chance.below(4) {
        let place = chance.below(link.len());
        match chance.below(5) {
            0 => link[place] = chance.letter(),
            1 if link.len() > 1 => drop(link.remove(place)),
            2 => link.insert(place, chance.letter()),
            3 => link.truncate(place + 1),
            _ => {
                let other = &links[chance.below(links.len())];
                link.truncate(place + 1);
                link.extend(&other[chance.below(other.len())..]);
            }
        }
    }
    String::from_utf8(link).expect("all letters are ASCII")
}

/// A link with a right check around bytes that no writer leaves.
fn of_altered_payload(chance: &mut Chance, payloads: &[Vec<u8>]) -> String {
    let mut payload = payloads[chance.below(payloads.len())].clone();
    for _ in 0..chance.below(5) {
        let place = chance.below(payload.len());
        match chance.below(5) {
            0 => payload[place] = chance.below(256) as u8,
            1 => payload[place] = [0, 1, 2, 0x7f, 0x80, 0xff][chance.below(6)],
            2 => drop(payload.splice(place..place, [0xff, 0xff, 0x03])),
            3 => {
                let end = (place + chance.below(20)).min(payload.len());
                let piece = payload[place..end].repeat(1 + chance.below(60));
                drop(payload.splice(place..end, piece));
            }
            _ => payload.truncate(place + 1),
        }
    }
    link::of_payload(&payload, chance.below(2) == 0)
}

/// A link whose last bytes, those of the remark, are others, with a right check.
fn with_altered_remark(chance: &mut Chance, links: &[Vec<u8>]) -> String {
    let text = String::from_utf8(links[chance.below(links.len())].clone()).expect("ASCII");
    let end = text.len() - 7 - chance.below(40).min(text.len() / 2);
    let mut body = text[2..end].to_owned();
    for _ in 0..chance.below(40) {
        body.push(char::from(LETTERS[chance.below(64)]));
    }
    link::with_check(&body)
}

fn made_up(chance: &mut Chance) -> String {
    let start = ["", "s=", "s=1.", "s=1.d.", "s=2.d.", "s=1.p.", "#s=2.p.", "s%3D1.d.", "s=3.d."];
    let mut text = start[chance.below(start.len())].to_owned();
    for _ in 0..chance.below(200) {
        text.push(char::from(chance.letter()));
    }
    text
}

/// The most bytes that this process held at one time, where the system tells.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes << 10)
}
