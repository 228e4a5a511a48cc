//! What happens beside drawing: marks, shortcuts, the address, the focus.

use super::listener::Listener;
use super::timer::Timer;
use super::{address, document, focus, panic};
use crate::components::Dispatch;
use crate::engine;
use crate::session::{Action, Session};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

/// Puts the ready mark on the root element once the first result is painted.
#[hook]
pub fn use_ready() {
    use_effect_with((), |()| {
        after_frame(|| {
            after_frame(|| {
                if let Some(root) = document().and_then(|document| document.document_element()) {
                    let _ = root.set_attribute("data-seatwise-ready", "");
                }
                panic::on_request();
            });
        });
    });
}

fn after_frame(act: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(act);
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Follows a link that is put into the address of the open page.
#[hook]
pub fn use_links(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listener = Listener::on_window("hashchange", move |_| {
            if let Some(fragment) = address::fragment() {
                dispatch.send(Action::Follow(fragment));
            }
        });
        move || drop(listener)
    });
}

/// Takes a link out of the address as soon as it says something else than the page.
#[hook]
pub fn use_honest_address(session: &Session) {
    let seen = use_mut_ref(|| Rc::clone(&session.document));
    use_effect_with(Rc::clone(&session.document), move |document| {
        let before = seen.replace(Rc::clone(document));
        let stale = || address::fragment().is_some_and(|link| engine::decode(&link).ok().as_ref() != Some(&document.scenario));
        if !Rc::ptr_eq(&before, document) && stale() {
            address::set_fragment(None);
        }
    });
}

/// Undo and redo by keys, everywhere but in dialogs.
#[hook]
pub fn use_shortcuts(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listener = Listener::on_window("keydown", move |event| {
            if let Some(action) = shortcut(&event) {
                event.prevent_default();
                dispatch.send(action);
            }
        });
        move || drop(listener)
    });
}

fn shortcut(event: &Event) -> Option<Action> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let in_dialog = event.target()?.dyn_ref::<Element>()?.closest("dialog").ok()?.is_some();
    if in_dialog || key.alt_key() || !(key.ctrl_key() || key.meta_key()) {
        return None;
    }
    match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}

/// Once the hands rest, the next edit is a step of its own.
#[hook]
pub fn use_settling(session: &Session, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(Rc::clone(&session.document), move |_| {
        let timer = Timer::after(1_000, move || dispatch.send(Action::Settle));
        move || drop(timer)
    });
}

/// Puts the focus where the session wishes it.
#[hook]
pub fn use_wished_focus(session: &Session) {
    use_effect_with(session.view.focus.clone(), |wish| {
        if let Some(wish) = wish {
            focus::on(&wish.id);
        }
    });
}

/// The name of the browser's tab.
#[hook]
pub fn use_tab_title(title: &str) {
    use_effect_with(title.to_owned(), |title| {
        if let Some(document) = document() {
            document.set_title(&crate::words::tab(title));
        }
    });
}
