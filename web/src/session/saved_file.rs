//! All saved scenarios as one file, and such a file read again.
//!
//! ```text
//! { "format": 1, "scenarios": [{ "saved": "2026-11-27T20:31:00.000Z", "scenario": { ... } }, ...] }
//! ```

use super::shelf::ShelvedWork;
use crate::words::Words;
use seatwise_core::diagnostic::Diagnostic;
use seatwise_core::scenario::{FORMAT, Scenario};
use serde::Serialize;
use serde_json::Value;

/// The field that tells such a file from a scenario.
const SCENARIOS: &str = "scenarios";

#[derive(Serialize)]
struct File<'a> {
    format: u32,
    scenarios: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<&'a str>,
    scenario: &'a Scenario,
}

impl<'a> Entry<'a> {
    fn of(work: &'a ShelvedWork) -> Self {
        Self { saved: work.date.as_deref(), scenario: &work.scenario }
    }
}

/// Works as the text of one file.
pub fn written(works: &[ShelvedWork]) -> String {
    let file = File { format: FORMAT, scenarios: works.iter().map(Entry::of).collect() };
    // Text, numbers, lists and records: writing them cannot fail.
    serde_json::to_string(&file).unwrap_or_default()
}

/// The works of such a file, whole or with the first fault in it; none where a text is no such
/// file.
pub fn read(words: Words, text: &str) -> Option<Result<Vec<ShelvedWork>, Diagnostic>> {
    // Most texts are single scenarios, which are read elsewhere.
    if !text.contains(&format!("\"{SCENARIOS}\"")) {
        return None;
    }
    let file: Value = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()?;
    let entries = file.get(SCENARIOS)?.as_array()?;
    Some(entries.iter().enumerate().map(|(place, entry)| work(words, place, entry)).collect())
}

fn work(words: Words, place: usize, entry: &Value) -> Result<ShelvedWork, Diagnostic> {
    let text = entry.get("scenario").map(ToString::to_string).unwrap_or_default();
    let read = Scenario::from_json_in(words.library().words, &text);
    let scenario = read.map_err(|refused| {
        let place = format!("{SCENARIOS}[{place}].scenario.{}", refused.place);
        Diagnostic { place: place.trim_end_matches('.').to_owned(), ..refused }
    })?;
    let date = entry.get("saved").and_then(Value::as_str).filter(|text| is_time(text));
    Ok(ShelvedWork { date: date.map(str::to_owned), ..ShelvedWork::saved(scenario) })
}

/// True if a text can be a time as the device writes it: `2026-11-27T20:31:00.000Z`.
fn is_time(text: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_digit() || b"-:.TZ".contains(&byte);
    (20..=24).contains(&text.len()) && text.bytes().all(sign)
}
