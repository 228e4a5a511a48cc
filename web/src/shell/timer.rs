//! Does something later, unless it is dropped before.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Does something later, unless it is dropped before.
pub struct Timer {
    handle: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `act` once, after so many milliseconds.
    pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) -> Option<Self> {
        let closure = Closure::once(act);
        let callback = closure.as_ref().unchecked_ref();
        let handle =
            web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds).ok()?;
        Some(Self { handle, _closure: closure })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}
