//! The signs that numbers are written with, from the browser's own Intl.

use js_sys::{Array, Intl::NumberFormat, Object, Reflect};
use seatwise_fluent::Numerals;
use wasm_bindgen::JsValue;

/// The signs of a locale; those of English where Intl does not tell.
pub fn numerals(locale: &str) -> Numerals {
    let parts =
        NumberFormat::new(&Array::of1(&locale.into()), &Object::new()).format_to_parts(1_234_567.5);
    let sign = |kind: &str| {
        let part = parts.iter().find(|part| text(part, "type").as_deref() == Some(kind))?;
        text(&part, "value")?.chars().next()
    };
    let usual = Numerals::ENGLISH;
    Numerals { group: sign("group"), decimal: sign("decimal").unwrap_or(usual.decimal) }
}

fn text(part: &JsValue, field: &str) -> Option<String> {
    Reflect::get(part, &field.into()).ok()?.as_string()
}
