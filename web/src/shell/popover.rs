//! Lists that open beside the word that they belong to, by the browser's own popovers.

use super::focus;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, ShowPopoverOptions};
use yew::NodeRef;

/// Shows a panel beside its button, and goes into it.
pub fn show(panel: &NodeRef, button: &NodeRef) {
    let (Some(panel), Some(button)) = (panel.cast::<HtmlElement>(), button.cast::<HtmlElement>()) else { return };
    let options = ShowPopoverOptions::new();
    options.set_source(&button);
    // Refused where it is shown already.
    let _ = panel.show_popover_with_options(&options);
    focus::enter(&panel);
}

/// Hides a panel.
pub fn hide(panel: &NodeRef) {
    if let Some(panel) = panel.cast::<HtmlElement>() {
        let _ = panel.hide_popover();
    }
}

/// Hides the panel in which something was chosen.
pub fn hide_around(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let panel = target.and_then(|target| target.closest("[popover]").ok().flatten());
    if let Some(panel) = panel.and_then(|panel| panel.dyn_into::<HtmlElement>().ok()) {
        let _ = panel.hide_popover();
    }
}

/// Whether a toggle event says that its panel was hidden.
pub fn was_hidden(event: &Event) -> bool {
    js_sys::Reflect::get(event, &"newState".into()).is_ok_and(|state| state.as_string().as_deref() == Some("closed"))
}

/// Gives the focus back to the button, unless it went on by itself.
pub fn give_back(button: &NodeRef, panel: &NodeRef) {
    if let Some(button) = button.cast::<HtmlElement>().filter(|_| focus::is_lost_with(panel.cast().as_ref())) {
        let _ = button.focus();
    }
}

/// Moves through a panel by the arrow keys.
pub fn keydown(event: &KeyboardEvent, panel: &NodeRef) {
    let by = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    if let Some(panel) = panel.cast::<Element>() {
        event.prevent_default();
        focus::step(&panel, by);
    }
}
