//! Everything that touches the browser: its storage, address, clipboard, focus, clock. Nothing here
//! decides anything.

pub mod address;
mod autosave;
pub mod clipboard;
pub mod dialog;
pub mod download;
mod dropped_file;
pub mod effects;
pub mod export;
pub mod file;
pub mod focus;
pub mod grid;
mod host;
mod intl;
pub mod language;
mod later;
pub mod listen;
mod looks;
mod new_version;
pub mod panic;
mod paper;
pub mod pause;
pub mod popover;
mod price_lists;
mod ready;
mod shelf;
mod spreadsheet;
pub mod start;
mod storage;
pub mod typeahead;
pub mod user_worker;
pub mod virtual_list;
mod visible_part;

pub use host::Host;

use gloo_utils::{document, document_element};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element, HtmlElement};
use yew::AttrValue;

/// The element with this identifier.
fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The cards below the licences as the page came with them, where it shows what it came with: they
/// stand until the later module draws them.
pub fn insights_as_they_came() -> Option<AttrValue> {
    let shows_something_else = document_element().has_attribute("data-other");
    let insights = document().query_selector("#app .insights").ok().flatten();
    insights.filter(|_| !shows_something_else).map(|insights| insights.inner_html().into())
}

/// Has `boot.js` tell that the page could not start, because the later module did not arrive.
pub fn not_started() {
    if let Ok(event) = CustomEvent::new("seatwise-not-started") {
        // There is nobody left to tell if this fails.
        let _ = gloo_utils::window().dispatch_event(&event);
    }
}

/// The element that the page is drawn into. What stood there until now could not be used; the page
/// can.
pub fn take_root() -> Option<Element> {
    let root = document().get_element_by_id("app")?;
    if let Some(message) = document().get_element_by_id("boot-message") {
        message.remove();
    }
    // Neither is refused.
    let _ = root.remove_attribute("inert");
    let _ = document_element().remove_attribute("data-other");
    Some(root)
}
