//! After a panic the program is dead. What is shown then is plain DOM, and its buttons call the browser's own functions,
//! bound to their arguments: nothing of the program runs any more.

use super::{address, document};
use crate::words;
use js_sys::{Function, Reflect};
use std::panic::PanicHookInfo;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlDialogElement};

/// Shows the way back to the saved work.
pub fn hook(info: &PanicHookInfo<'_>) {
    let report = format!("Seatwise {}\n{info}", env!("CARGO_PKG_VERSION"));
    // There is nobody left to tell if this fails.
    let _ = show(&report);
}

/// Panics where the address asks for it, so that a test can see the dialog.
pub fn on_request() {
    assert!(!address::asks_for("panic=test"), "asked for in the address");
}

fn show(report: &str) -> Result<(), JsValue> {
    let document = document().ok_or(JsValue::NULL)?;
    let dialog: HtmlDialogElement = document.create_element("dialog")?.dyn_into()?;
    dialog.set_class_name("dialog broken");
    for (name, value) in [
        ("role", "alertdialog"),
        ("aria-labelledby", "broken-title"),
        ("aria-describedby", "broken-about"),
        ("closedby", "none"),
    ] {
        dialog.set_attribute(name, value)?;
    }
    let title = append(&document, &dialog, "h2", words::BROKEN)?;
    title.set_id("broken-title");
    append(&document, &dialog, "p", words::BROKEN_ABOUT)?.set_id("broken-about");
    append(&document, &dialog, "pre", report)?.set_attribute("tabindex", "0")?;
    let buttons = append(&document, &dialog, "p", "")?;
    buttons.set_class_name("buttons");
    let open = append(&document, &buttons, "button", words::OPEN_AUTOSAVE)?;
    open.set_class_name("btn primary");
    open.set_attribute("autofocus", "")?;
    on_click(&open, &location()?, "assign", &address::page())?;
    let afresh = append(&document, &buttons, "button", words::START_AFRESH)?;
    afresh.set_class_name("btn");
    on_click(&afresh, &location()?, "assign", &format!("{}?{}", address::page(), address::AFRESH))?;
    let copy = append(&document, &buttons, "button", words::COPY_REPORT)?;
    copy.set_class_name("btn");
    // Without a clipboard the report can still be selected.
    let _ = on_click(&copy, &clipboard()?, "writeText", report);
    document.body().ok_or(JsValue::NULL)?.append_child(&dialog)?;
    dialog.show_modal()
}

fn append(document: &Document, parent: &Element, tag: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}

/// Has a click call a function of the browser with one text.
fn on_click(button: &Element, owner: &JsValue, function: &str, text: &str) -> Result<(), JsValue> {
    let function: Function = Reflect::get(owner, &function.into())?.dyn_into()?;
    let bound: Function = function.bind1(owner, &text.into()).unchecked_into();
    button.add_event_listener_with_callback("click", &bound)
}

fn location() -> Result<JsValue, JsValue> {
    Ok(web_sys::window().ok_or(JsValue::NULL)?.location().into())
}

fn clipboard() -> Result<JsValue, JsValue> {
    Reflect::get(&web_sys::window().ok_or(JsValue::NULL)?.navigator(), &"clipboard".into())
}
