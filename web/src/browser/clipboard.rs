//! Puts text onto the clipboard, and reads what is pasted.

use gloo_utils::window;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Clipboard, ClipboardEvent, ClipboardItem, Event};

/// The text that is pasted.
pub fn pasted(event: &Event) -> Option<String> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    data.get_data("text/plain").ok()
}

/// Copies a text and says whether that worked.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    match clipboard() {
        None => done(false),
        Some(clipboard) => call_when_settled(clipboard.write_text(text), done),
    }
}

/// Copies a table for programs that take one, and its text for all others; says whether that
/// worked.
pub fn copy_table(text: &str, table: &str, done: impl FnOnce(bool) + 'static) {
    let item = item(&[("text/plain", text), ("text/html", table)]);
    match clipboard().zip(item.ok()) {
        None => done(false),
        Some((clipboard, item)) => call_when_settled(clipboard.write(&Array::of1(&item)), done),
    }
}

/// The same content in several forms.
fn item(forms: &[(&str, &str)]) -> Result<ClipboardItem, JsValue> {
    let record = Object::new();
    for (kind, text) in forms {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&JsValue::from_str(text));
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Reflect::set(&record, &JsValue::from_str(kind), &blob)?;
    }
    ClipboardItem::new_with_record_from_str_to_blob_promise(&record)
}

/// The clipboard; absent on an insecure page, although the type does not say so.
fn clipboard() -> Option<Clipboard> {
    let navigator = window().navigator();
    let is_there = Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|property| !property.is_undefined());
    is_there.then(|| navigator.clipboard())
}

fn call_when_settled(promise: Promise, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move { done(JsFuture::from(promise).await.is_ok()) });
}
