//! The marks on the root element: once the first result is painted, and once all of the page is
//! there.

use super::panic;
use gloo_utils::{document_element, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Puts the mark on after the next frame.
pub fn mark() {
    after_frame(|| {
        after_frame(|| {
            let _ = document_element().set_attribute("data-seatwise-ready", "");
            panic::on_request();
        });
    });
}

/// Puts the mark on that says that the later module has drawn its parts, after the next frame: until
/// then, drawing that took long may go on behind what else the browser does.
pub fn mark_whole() {
    after_frame(|| {
        after_frame(|| {
            let _ = document_element().set_attribute("data-seatwise-whole", "");
        });
    });
}

fn after_frame(act: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(act);
    let _ = window().request_animation_frame(callback.unchecked_ref());
}
