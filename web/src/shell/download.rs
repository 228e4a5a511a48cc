//! Hands a file to the visitor. Nothing leaves the browser.

use super::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Hands over a text as a file.
pub fn file(name: &str, kind: &str, text: &str) {
    // A browser that cannot do this has no files either.
    let _ = hand_over(name, kind, text);
}

fn hand_over(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&address)
}

/// A file name made of a title.
pub fn name(title: &str, ending: &str) -> String {
    // Only what a file system may object to is ASCII; Unicode's tables of letters are heavy.
    let kept = |sign: char| sign.is_ascii_alphanumeric() || !sign.is_ascii();
    let plain = |sign: char| if kept(sign) { sign.to_ascii_lowercase() } else { '-' };
    let words: String = title.chars().take(60).map(plain).collect();
    let words: Vec<_> = words.split('-').filter(|word| !word.is_empty()).collect();
    let stem = if words.is_empty() { "seatwise".to_owned() } else { words.join("-") };
    format!("{stem}.{ending}")
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused in a sandboxed frame.
        let _ = window.print();
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn file_names_are_plain() {
        assert_eq!(name("Field service, with a portal", "json"), "field-service-with-a-portal.json");
        assert_eq!(name("../../etc", "csv"), "etc.csv");
        assert_eq!(name("", "json"), "seatwise.json");
        assert_eq!(name("Außendienst: Bögen", "json"), "außendienst-bögen.json");
    }
}
