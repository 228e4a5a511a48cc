//! New versions of the page: `offline.js` knows of them, and is told when the visitor wants one.

use super::listen;
use crate::components::Dispatch;
use crate::session::Action;
use gloo_events::EventListener;
use gloo_utils::window;
use web_sys::CustomEvent;

/// The event that says that one is there.
const THERE: &str = "seatwise-new-version";
/// The event that asks for it.
const WANTED: &str = "seatwise-renew";

/// Hears that a new version is there.
pub fn listen(dispatch: &Dispatch) -> EventListener {
    let dispatch = dispatch.clone();
    listen::to_window(THERE, move |_| dispatch.send(Action::NewVersion))
}

/// Opens the new version; the work at hand is saved on the way out.
pub fn open() {
    if let Ok(event) = CustomEvent::new(WANTED) {
        // Heard by a script of ours, which keeps it from nobody.
        let _ = window().dispatch_event(&event);
    }
}
