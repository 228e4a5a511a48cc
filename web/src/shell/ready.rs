//! The mark on the root element once the first result is painted.

use super::{document, panic};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Puts the mark on after the next frame.
pub fn mark() {
    after_frame(|| {
        after_frame(|| {
            if let Some(root) = document().and_then(|document| document.document_element()) {
                let _ = root.set_attribute("data-seatwise-ready", "");
            }
            panic::on_request();
        });
    });
}

fn after_frame(act: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(act);
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}
