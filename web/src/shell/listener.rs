//! Listens to an event for as long as it lives.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Listens to an event for as long as it lives.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Calls `hear` at every event of this kind.
    pub fn new(target: EventTarget, event: &'static str, hear: impl Fn(Event) + 'static) -> Self {
        let closure = Closure::<dyn Fn(Event)>::new(hear);
        // Only an event that cannot be listened to at all is refused; there is none such here.
        let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        Self { target, event, closure }
    }

    /// The same on the window.
    pub fn on_window(event: &'static str, hear: impl Fn(Event) + 'static) -> Option<Self> {
        web_sys::window().map(|window| Self::new(window.into(), event, hear))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
    }
}
