//! Rows that are typed into like a spreadsheet: Enter and the arrows go to the same cell of the
//! next row.

use super::focus;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Moves the focus if the key asks for it. Rows carry `data-row`, cells `data-cell`, the list
/// `data-after` with the identifier of what comes after its last row.
pub fn keydown(event: &KeyboardEvent) {
    let down = match event.key().as_str() {
        "Enter" | "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let plain = !(event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
        || event.shift_key()
        || event.is_composing());
    let cell = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let cell = cell.filter(|cell| plain && cell.has_attribute("data-cell"));
    if let Some(cell) = cell {
        event.prevent_default();
        go(&cell, down, event.key() == "Enter");
    }
}

fn go(cell: &Element, down: bool, beyond: bool) -> Option<()> {
    let row = cell.closest("[data-row]").ok()??;
    let name = cell.get_attribute("data-cell")?;
    let mut next = sibling(&row, down);
    while let Some(row) = next {
        if let Some(found) = row.query_selector(&format!("[data-cell={name}]")).ok()? {
            focus::take(found.dyn_ref::<HtmlElement>()?);
            return Some(());
        }
        next = sibling(&row, down);
    }
    if beyond {
        focus::on(&cell.closest("[data-after]").ok()??.get_attribute("data-after")?);
    }
    Some(())
}

fn sibling(row: &Element, down: bool) -> Option<Element> {
    if down { row.next_element_sibling() } else { row.previous_element_sibling() }
}
