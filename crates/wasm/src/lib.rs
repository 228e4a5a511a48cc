//! The npm package: a call in, a tagged answer out, never an exception. Nothing is decided here.

use seatwise_core::assessment::Answer;
use seatwise_core::diagnostic::{Diagnostic, Severity};
use seatwise_core::scenario::Scenario;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Smaller and faster than the allocator that Rust brings to WebAssembly.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Assesses a scenario, given as a JavaScript value of the documented shape or as its JSON text: the text of the answer,
/// and apart from it that of the trace, which `answer.js` puts back into its place.
///
/// Both ways it crosses as text, so that files and values are refused in the same words and with the same places.
#[wasm_bindgen]
#[must_use]
pub fn assess(scenario: JsValue) -> Vec<String> {
    let mut answer = match text_of(&scenario).and_then(|text| Scenario::from_json(&text)) {
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

fn text_of(scenario: &JsValue) -> Result<String, Diagnostic> {
    if let Some(text) = scenario.as_string() {
        return Ok(text);
    }
    let text = js_sys::JSON::stringify(scenario).ok().and_then(|text| text.as_string());
    text.ok_or_else(|| {
        Diagnostic::new("scenario-shape", Severity::Error, "the scenario cannot be written as JSON", "")
            .hint("see the types of the package for the shape of a scenario")
    })
}
