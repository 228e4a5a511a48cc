//! The npm package: a call in, a tagged answer out. Nothing is decided here.

use seatwise_core::assessment::Answer;
use seatwise_core::calls::{links, rulebooks, verify};
use seatwise_core::diagnostic::Diagnostic;
use seatwise_core::scenario::Scenario;
use serde::Serialize;
use serde_wasm_bindgen::{Deserializer, Error, Serializer};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Smaller and faster than the allocator that Rust brings to WebAssembly.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Assesses a scenario, given as plain data or as JSON text, and returns the answer as plain data.
///
/// # Errors
///
/// A number in the answer that JavaScript cannot hold.
#[wasm_bindgen]
pub fn assess(scenario: JsValue) -> Result<JsValue, Error> {
    plain(&answer_to(read(scenario)))
}

/// Assesses a scenario, given as JSON text, and returns the answer as JSON text.
#[wasm_bindgen]
#[must_use]
pub fn assess_text(scenario: &str) -> String {
    answer_to(Scenario::from_json(scenario)).to_json()
}

/// Lists what can be counted with.
///
/// # Errors
///
/// A number that JavaScript cannot hold.
#[wasm_bindgen]
pub fn rulebooks() -> Result<JsValue, Error> {
    plain(&rulebooks::list())
}

/// Writes a scenario as a link; own prices and the discount travel only `with_prices`.
///
/// # Errors
///
/// A number that JavaScript cannot hold.
#[wasm_bindgen]
pub fn encode_link(scenario: JsValue, with_prices: bool) -> Result<JsValue, Error> {
    plain(&links::encode(read(scenario), with_prices))
}

/// Reads a link.
///
/// # Errors
///
/// A number that JavaScript cannot hold.
#[wasm_bindgen]
pub fn decode_link(text: &str) -> Result<JsValue, Error> {
    plain(&links::decode(text))
}

/// Checks an answer, as JSON text, against its scenario.
///
/// # Errors
///
/// A number that JavaScript cannot hold.
#[wasm_bindgen]
pub fn verify(scenario: JsValue, answer: &str) -> Result<JsValue, Error> {
    plain(&verify::verify(read(scenario), answer))
}

/// The memory of the instance: `engine.js` looks at its size.
#[wasm_bindgen]
#[must_use]
pub fn linear_memory() -> JsValue {
    wasm_bindgen::memory()
}

fn read(scenario: JsValue) -> Result<Scenario, Diagnostic> {
    match scenario.as_string() {
        Some(text) => Scenario::from_json(&text),
        None => Scenario::from_values(Deserializer::from(scenario)),
    }
}

fn answer_to(scenario: Result<Scenario, Diagnostic>) -> Answer {
    match scenario {
        Ok(scenario) => seatwise_core::assess(&scenario),
        Err(diagnostic) => Answer::Failure { diagnostics: vec![diagnostic] },
    }
}

fn plain(value: &impl Serialize) -> Result<JsValue, Error> {
    value.serialize(&Serializer::json_compatible())
}
