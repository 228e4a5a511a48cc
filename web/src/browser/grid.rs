//! Rows that are typed into like a spreadsheet: Enter and the arrows go to the same cell of the
//! next row.

use super::focus;
use crate::session::Direction;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

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

/// Direction in which the keys move the row: Alt with an arrow.
pub fn shifts(event: &KeyboardEvent) -> Option<Direction> {
    let wanted = match event.key().as_str() {
        "ArrowUp" => Direction::Up,
        "ArrowDown" => Direction::Down,
        _ => return None,
    };
    let alone = event.alt_key() && !(event.ctrl_key() || event.meta_key() || event.shift_key());
    if alone {
        event.prevent_default();
    }
    alone.then_some(wanted)
}

fn go(cell: &Element, down: bool, beyond: bool) -> Option<()> {
    let row = cell.closest("[data-row]").ok()??;
    let name = cell.get_attribute("data-cell")?;
    let mut next = sibling(&row, down);
    while let Some(row) = next {
        if let Some(target) = row.query_selector(&format!("[data-cell={name}]")).ok()? {
            let target = unnamed(&row).filter(|_| beyond).unwrap_or(target);
            focus::take(target.dyn_ref::<HtmlElement>()?);
            return Some(());
        }
        next = sibling(&row, down);
    }
    if beyond {
        focus::on(&cell.closest("[data-after]").ok()??.get_attribute("data-after")?);
    }
    Some(())
}

/// The field for the name of a row that has none: typing goes on there.
fn unnamed(row: &Element) -> Option<Element> {
    let name = row.query_selector("[data-cell=name]").ok()??;
    name.dyn_ref::<HtmlInputElement>()?.value().is_empty().then_some(name)
}

fn sibling(row: &Element, down: bool) -> Option<Element> {
    if down { row.next_element_sibling() } else { row.previous_element_sibling() }
}
