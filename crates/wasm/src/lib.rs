//! The npm package: a call in, a tagged answer out, never an exception. Nothing is decided here.

use seatwise_core::assessment::Answer;
use seatwise_core::scenario::Scenario;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Smaller and faster than the allocator that Rust brings to WebAssembly.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Assesses a scenario, given as its JSON text: the text of the answer, and apart from it that of the trace, which
/// `answer.js` puts back into its place.
///
/// Values of JavaScript cross as text as well, so that files and values are refused in the same words and places.
#[wasm_bindgen]
#[must_use]
pub fn assess(scenario: &str) -> Vec<String> {
    let mut answer = match Scenario::from_json(scenario) {
        Ok(scenario) => seatwise_core::assess(&scenario),
        Err(diagnostic) => Answer::Failure { diagnostics: vec![diagnostic] },
    };
    let trace = match &mut answer {
        Answer::Success { assessment } => Some(std::mem::take(&mut assessment.trace)),
        Answer::Failure { .. } => None,
    };
    // Every part of an answer is text, a number, a list or a record, so writing it cannot fail.
    let trace = trace.map(|trace| serde_json::to_string(&trace).unwrap_or_default());
    std::iter::once(serde_json::to_string(&answer).unwrap_or_default()).chain(trace).collect()
}

/// The memory of the instance: `engine.js` looks at its size.
#[wasm_bindgen]
#[must_use]
pub fn linear_memory() -> JsValue {
    wasm_bindgen::memory()
}
