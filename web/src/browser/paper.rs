//! Paper: the document is drawn before the browser looks at the page, and taken away afterwards.

use super::listen;
use crate::components::Dispatch;
use crate::session::Action;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::window;
use js_sys::Date;

/// Draws the document when the browser is about to print, by whatever way it was asked to.
pub fn listen(dispatch: &Dispatch) -> [EventListener; 2] {
    let (printing, printed) = (dispatch.clone(), dispatch.clone());
    [
        listen::to_window("beforeprint", move |_| draw(&printing)),
        listen::to_window("afterprint", move |_| printed.send(Action::Paper(None))),
    ]
}

/// Draws the document.
pub fn draw(dispatch: &Dispatch) {
    dispatch.send(Action::Paper(Some(today())));
}

/// Prints what is drawn. Not at once: until `print` comes back, nothing of this program would run.
pub fn print() {
    let print = || {
        // Refused in a sandboxed frame.
        let _ = window().print();
    };
    Timeout::new(0, print).forget();
}

/// The visitor's day, as `2026-11-28`.
fn today() -> String {
    let now = Date::new_0();
    // Months are counted from 0.
    let month = now.get_month().saturating_add(1);
    format!("{}-{month:02}-{:02}", now.get_full_year(), now.get_date())
}
