//! The signs that numbers are written with, from the browser's own Intl.

use crate::numerals::Numerals;
use js_sys::{Array, Intl::NumberFormat, Object, Reflect};
use wasm_bindgen::JsValue;

/// The signs of a locale; those of English where Intl does not tell.
pub fn numerals(locale: &str) -> Numerals {
    let parts =
        NumberFormat::new(&Array::of1(&locale.into()), &Object::new()).format_to_parts(1_234_567.5);
    let usual = Numerals::default();
    let sign = |kind: &str| {
        let part = parts.iter().find(|part| text(part, "type").as_deref() == Some(kind))?;
        text(&part, "value")
    };
    Numerals {
        group: sign("group").unwrap_or(usual.group),
        decimal: sign("decimal").unwrap_or(usual.decimal),
    }
}

fn text(part: &JsValue, field: &str) -> Option<String> {
    Reflect::get(part, &field.into()).ok()?.as_string()
}
