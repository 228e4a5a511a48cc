//! The looks that the address asks for: marks on the root element, and a colour as a property of
//! its style, which the content security policy allows where it forbids an attribute.

use crate::session::{Settings, Theme};
use gloo_utils::document_element;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Shows the page as its settings ask.
pub fn show(settings: &Settings) {
    let root = document_element();
    let mark = |name: &str, value: Option<&str>| {
        // Neither is refused.
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    };
    mark("data-theme", settings.theme.word());
    mark("data-frame", settings.frame.as_ref().map(|frame| frame.extent.word()));
    if settings.theme != Theme::Auto || settings.accent.is_some() {
        mark("data-own-looks", Some(""));
    }
    if let Some(accent) = settings.accent {
        let (light, dark) = (accent.light.css(), accent.dark.css());
        set_property("--accent", &format!("light-dark({light}, {dark})"));
        set_property("--accent-ground", "color-mix(in srgb, var(--accent) 12%, var(--card))");
    }
}

/// Sets a property of the root element's style.
pub fn set_property(name: &str, value: &str) {
    if let Some(root) = document_element().dyn_ref::<HtmlElement>() {
        // A value that the browser does not know is ignored, never refused.
        let _ = root.style().set_property(name, value);
    }
}
