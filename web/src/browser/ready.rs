//! The mark on the root element once the first result is painted.

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

fn after_frame(act: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(act);
    let _ = window().request_animation_frame(callback.unchecked_ref());
}
