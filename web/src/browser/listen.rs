//! Listeners on the window, which end when they are dropped.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::window;
use web_sys::Event;

/// Listens to an event that is left to the browser.
pub fn to_window(event: &'static str, hear: impl FnMut(&Event) + 'static) -> EventListener {
    EventListener::new(&window(), event, hear)
}

/// Listens to an event that may be kept from the browser: gloo's listeners are passive unless told
/// otherwise.
pub fn and_prevent(event: &'static str, hear: impl FnMut(&Event) + 'static) -> EventListener {
    EventListener::new_with_options(
        &window(),
        event,
        EventListenerOptions::enable_prevent_default(),
        hear,
    )
}
