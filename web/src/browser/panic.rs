//! After a panic the program is dead: `crash.js`, which is none of it, is told and shows the ways
//! on.

use super::address;
use gloo_utils::window;
use std::panic::PanicHookInfo;
use web_sys::{CustomEvent, CustomEventInit};

/// Hands the report of a panic to `crash.js`.
pub fn hook(info: &PanicHookInfo<'_>) {
    let report = format!("Seatwise {}\n{info}", env!("CARGO_PKG_VERSION"));
    let detail = CustomEventInit::new();
    detail.set_detail(&report.into());
    let event = CustomEvent::new_with_event_init_dict("seatwise-panic", &detail);
    if let Ok(event) = event {
        // There is nobody left to tell if this fails.
        let _ = window().dispatch_event(&event);
    }
}

/// Panics where the address asks for it, so that a test can see the dialog.
pub fn on_request() {
    assert!(!address::asks_for("panic=test"), "asked for in the address");
}
