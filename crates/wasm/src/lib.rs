//! The npm package: a call in, a tagged answer out. Nothing is decided here.

use js_sys::JSON;
use seatwise_core::assess_with;
use seatwise_core::assessment::Answer;
use seatwise_core::books::Library;
use seatwise_core::calls::{links, rulebooks, verify};
use seatwise_core::diagnostic::Diagnostic;
use seatwise_core::language::{self, Pack};
use seatwise_core::scenario::Scenario;
use serde::Serialize;
use serde_wasm_bindgen::{Deserializer, Error, Serializer};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Smaller and faster than the allocator that Rust brings to WebAssembly.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Assesses a scenario, given as plain data or as JSON text, and returns the answer as plain data,
/// its texts in a language: `de`. English for one that there is not.
///
/// The answer crosses as one text that the browser parses: with tens of thousands of fields that
/// takes half the time of handing them over one by one.
///
/// # Errors
///
/// None: what is written as JSON is read as JSON.
#[wasm_bindgen]
pub fn assess(scenario: JsValue, language: Option<String>) -> Result<JsValue, JsValue> {
    let library = library(language.as_deref());
    JSON::parse(&answer_to(&library, read(&library, scenario)).to_json())
}

/// Assesses a scenario, given as JSON text, and returns the answer as JSON text, in a language.
#[wasm_bindgen]
#[must_use]
pub fn assess_text(scenario: &str, language: Option<String>) -> String {
    let library = library(language.as_deref());
    answer_to(&library, Scenario::from_json_in(library.words, scenario)).to_json()
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
    plain(&links::encode(read(&Library::shipped(), scenario), with_prices))
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
    plain(&verify::verify(read(&Library::shipped(), scenario), answer))
}

/// The memory of the instance: `engine.js` looks at its size.
#[wasm_bindgen]
#[must_use]
pub fn linear_memory() -> JsValue {
    wasm_bindgen::memory()
}

/// The books in a language; in English for one that there is not.
fn library(language: Option<&str>) -> Library<'static> {
    language.and_then(language::pack).map_or_else(Library::shipped, Pack::library)
}

fn read(library: &Library<'_>, scenario: JsValue) -> Result<Scenario, Diagnostic> {
    match scenario.as_string() {
        Some(text) => Scenario::from_json_in(library.words, &text),
        None => Scenario::from_values_in(library.words, Deserializer::from(scenario)),
    }
}

fn answer_to(library: &Library<'_>, scenario: Result<Scenario, Diagnostic>) -> Answer {
    match scenario {
        Ok(scenario) => assess_with(library, &scenario),
        Err(diagnostic) => Answer::Failure { diagnostics: vec![diagnostic] },
    }
}

fn plain(value: &impl Serialize) -> Result<JsValue, Error> {
    value.serialize(&Serializer::json_compatible())
}
