//! The npm package: a call in, a tagged answer out. Nothing is decided here.

use seatwise_core::assessment::Answer;
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
    let read = match scenario.as_string() {
        Some(text) => Scenario::from_json(&text),
        None => Scenario::from_values(Deserializer::from(scenario)),
    };
    let answer = match read {
        Ok(scenario) => seatwise_core::assess(&scenario),
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
