//! Reads a file that the visitor picked.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, File, HtmlInputElement, HtmlTextAreaElement};

/// The text that was pasted into the field with this identifier.
pub fn pasted(id: &str) -> String {
    let area = super::element(id).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    area.map(|area| area.value()).unwrap_or_default()
}

/// The largest file that is read: a scenario is some kilobytes.
const LARGEST: u32 = 5_000_000;

/// Hands on the text of the picked file; none: it is too large or cannot be read.
pub fn picked(event: &Event, read: impl FnOnce(Option<String>) + 'static) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    // The same file can be picked again after it was mended.
    input.set_value("");
    read_file(&file, read);
}

/// Hands on the text of a file; none: it is too large or cannot be read.
pub fn read_file(file: &File, read: impl FnOnce(Option<String>) + 'static) {
    if file.size() > f64::from(LARGEST) {
        return read(None);
    }
    let promise = file.text();
    spawn_local(async move { read(JsFuture::from(promise).await.ok().and_then(|text| text.as_string())) });
}
