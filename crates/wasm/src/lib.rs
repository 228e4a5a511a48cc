//! The npm package: a call in, a tagged answer out. Nothing is decided here.

use seatwise_core::assess_with;
use seatwise_core::assessment::Answer;
use seatwise_core::books::Library;
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
/// # Errors
///
/// A number in the answer that JavaScript cannot hold.
#[wasm_bindgen]
pub fn assess(scenario: JsValue, language: Option<String>) -> Result<JsValue, Error> {
    let pack = language.as_deref().and_then(language::pack);
    let library = pack.map_or_else(Library::shipped, Pack::library);
    let read = match scenario.as_string() {
        Some(text) => Scenario::from_json_in(library.words, &text),
        None => Scenario::from_values_in(library.words, Deserializer::from(scenario)),
    };
    let answer = match read {
        Ok(scenario) => assess_with(&library, &scenario),
        Err(diagnostic) => Answer::Failure { diagnostics: vec![diagnostic] },
    };
    answer.serialize(&Serializer::json_compatible())
}

/// The memory of the instance: `engine.js` looks at its size.
#[wasm_bindgen]
#[must_use]
pub fn linear_memory() -> JsValue {
    wasm_bindgen::memory()
}
