//! Everything that touches the browser: its storage, address, clipboard, focus, clock. Nothing here
//! decides anything.

pub mod address;
mod autosave;
pub mod clipboard;
pub mod dialog;
pub mod download;
mod dropped_file;
pub mod effects;
mod export;
pub mod file;
pub mod focus;
pub mod grid;
mod host;
mod intl;
pub mod language;
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
mod sight;
mod spreadsheet;
pub mod start;
mod storage;
pub mod user_worker;
pub mod virtual_list;

use gloo_utils::{document, document_element};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The element with this identifier.
fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
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
