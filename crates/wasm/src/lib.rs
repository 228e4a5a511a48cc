//! The npm package: a call in, a tagged answer out, never an exception. Nothing is decided here.

use seatwise_core::assessment::Answer;
use seatwise_core::scenario::Scenario;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Assesses a scenario, given as a JavaScript value of the documented shape or as its JSON text.
#[wasm_bindgen]
#[must_use]
pub fn assess(scenario: JsValue) -> JsValue {
    let read = match scenario.as_string() {
        Some(text) => Scenario::from_json(&text),
        None => Scenario::read(serde_wasm_bindgen::Deserializer::from(scenario)),
    };
    let answer = match read {
        Ok(scenario) => seatwise_core::assess(&scenario),
        Err(diagnostic) => Answer::Failure { diagnostics: vec![diagnostic] },
    };
    // Every part of an answer is text, a number, a list or a record.
    answer.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
