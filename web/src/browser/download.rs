//! Hands a file to the visitor. Nothing leaves the browser.

use gloo_file::{Blob, ObjectUrl};
use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// Hands over a text as a file.
pub fn file(name: &str, kind: &str, text: &str) {
    offer(name, &ObjectUrl::from(Blob::new_with_options(text, Some(kind))));
}

/// Hands over bytes as a file.
pub fn bytes(name: &str, kind: &str, bytes: &[u8]) {
    offer(name, &ObjectUrl::from(Blob::new_with_options(bytes, Some(kind))));
}

fn offer(name: &str, address: &ObjectUrl) {
    let anchor = document()
        .create_element("a")
        .ok()
        .and_then(|anchor| anchor.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(address);
        anchor.set_download(name);
        anchor.click();
    }
}

/// Hands over what a worker wrote.
pub fn blob(name: &str, blob: &web_sys::Blob) {
    offer(name, &ObjectUrl::from(Blob::from(blob.clone())));
}

/// A file name made of a title.
pub fn name(title: &str, ending: &str) -> String {
    // Only what a file system may object to is ASCII; Unicode's tables of letters are heavy.
    let is_allowed = |sign: char| sign.is_ascii_alphanumeric() || !sign.is_ascii();
    let plain = |sign: char| if is_allowed(sign) { sign.to_ascii_lowercase() } else { '-' };
    let words: String = title.chars().take(60).map(plain).collect();
    let words: Vec<_> = words.split('-').filter(|word| !word.is_empty()).collect();
    let stem = if words.is_empty() { "seatwise".to_owned() } else { words.join("-") };
    format!("{stem}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn file_names_are_plain() {
        assert_eq!(
            name("Field service, with a portal", "json"),
            "field-service-with-a-portal.json"
        );
        assert_eq!(name("../../etc", "csv"), "etc.csv");
        assert_eq!(name("", "json"), "seatwise.json");
        assert_eq!(name("Außendienst: Bögen", "json"), "außendienst-bögen.json");
    }
}
