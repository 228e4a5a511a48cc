//! The functions that the page calls.

use crate::Workbook;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The bytes of an .xlsx file from the description of a spreadsheet; none for what is none.
#[wasm_bindgen]
#[must_use]
pub fn workbook(json: &str) -> Option<Vec<u8>> {
    let workbook: Workbook = serde_json::from_str(json).ok()?;
    crate::write(&workbook).ok()
}
