//! The part of a frame that is in sight, and the height that its content needs.
//!
//! A frame that is as high as its content shows all of it: what opens in the middle of its window
//! may be far from where the visitor looks. The page around it says which part is in sight.

use super::looks;
use crate::embed::Visible;
use gloo_utils::{document, document_element};
use js_sys::Array;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

thread_local! {
    static VISIBLE: Cell<Option<Visible>> = const { Cell::new(None) };
}

/// Space around a dialog, in pixels.
const AROUND: i32 = 32;

/// Notes what is in sight, and tells the style sheet.
pub fn set(visible: Option<Visible>) {
    VISIBLE.set(visible);
    if let Some(Visible { top, height }) = visible {
        looks::set_property("--sight-top", &format!("{top}px"));
        looks::set_property("--sight-height", &format!("{height}px"));
    }
}

/// The visible part of the frame; none where the frame shows what its window shows.
pub fn visible() -> Option<Visible> {
    VISIBLE.get()
}

/// Marks whether the frame is made as high as its content.
pub fn fit(fitted: bool) {
    let root = document_element();
    // Neither is refused.
    let _ = if fitted {
        root.set_attribute("data-fitted", "")
    } else {
        root.remove_attribute("data-fitted")
    };
}

/// The height that the content needs, an open dialog included.
pub fn height() -> u32 {
    let root = document_element();
    let content = root.dyn_ref::<HtmlElement>().map_or(0, HtmlElement::offset_height);
    let dialog = document().query_selector("dialog[open]").ok().flatten();
    let dialog = dialog.map_or(0, |dialog| {
        let top = visible().map_or(0, |visible| visible.top);
        top.saturating_add(dialog.scroll_height()).saturating_add(AROUND)
    });
    u32::try_from(content.max(dialog)).unwrap_or_default()
}

/// Calls back whenever the page has another size, for as long as the page is there.
pub fn observe(mut resized: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut(Array)>::new(move |_| resized());
    if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(&document_element());
    }
    callback.forget();
}
