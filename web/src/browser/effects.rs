//! Effects beside drawing: one looks at what changed since the last time, one listens to the
//! browser.

use super::autosave::Autosave;
use super::{address, dropped_file, export, focus, listen, ready, shelf, storage, user_worker};
use crate::components::Dispatch;
use crate::engine;
use crate::session::{Action, Notice, Session};
use crate::words::Words;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::document;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, StorageEvent};
use yew::prelude::*;

/// Milliseconds without a change before the work is saved.
const SAVE_DELAY: u32 = 250;
/// Milliseconds without a change before what is typed next is a step of its own.
const TYPING_PAUSE: u32 = 1_000;

/// Milliseconds for which a removal can be undone from its notice.
const NOTICE_TIME: u32 = 10_000;

/// Values that have to be remembered from one look to the next.
#[derive(Default)]
struct Memory {
    /// The session as it was.
    before: Option<Session>,
    /// Saves the work.
    autosave: Autosave,
    /// Will save the work; starts anew at every change.
    saving: Option<Timeout>,
    /// Will end the step that is typed; starts anew at every change.
    ending: Option<Timeout>,
    /// Will stop dismissing that something was taken away.
    dismissing: Option<Timeout>,
}

/// Keeps the browser in step with the session, and listens to what it says.
#[hook]
pub fn use_effects(session: &Session, dispatch: &Dispatch) {
    let memory = use_mut_ref(Memory::default);
    {
        let (session, dispatch, memory) = (session.clone(), dispatch.clone(), Rc::clone(&memory));
        use_effect(move || follow(&memory, session, &dispatch));
    }
    let (dispatch, words) = (dispatch.clone(), session.surroundings.words);
    use_effect_with((), move |()| {
        let listeners = listen_to_window(words, &memory, &dispatch);
        ready::mark();
        move || drop(listeners)
    });
}

/// Does what the changes since the last time ask for.
fn follow(memory: &Rc<RefCell<Memory>>, session: Session, dispatch: &Dispatch) {
    let before = memory.borrow_mut().before.replace(session.clone());
    let changed =
        before.as_ref().is_none_or(|before| !Rc::ptr_eq(&before.document, &session.document));
    let title = |session: &Session| session.document.scenario.title.clone();
    if before.as_ref().map(title) != Some(title(&session)) {
        name_tab(&session);
    }
    if changed && before.is_some() {
        drop_outdated_link(&session);
        wait_for_a_pause(memory, dispatch);
    }
    store_shelf(before.as_ref(), &session, dispatch);
    let removed = |session: &Session| {
        session.view.notices.iter().find(|notice| matches!(notice, Notice::Removed(_))).cloned()
    };
    if let Some(notice) = removed(&session).filter(|_| changed) {
        let seen = dispatch.clone();
        let removing = Timeout::new(NOTICE_TIME, move || seen.send(Action::Dismiss(notice)));
        memory.borrow_mut().dismissing = Some(removing);
    }
    let wished = before.as_ref().and_then(|before| before.view.focus.as_ref());
    if let Some(wish) = session.view.focus.as_ref().filter(|wish| Some(*wish) != wished) {
        focus::on(&wish.what);
    }
    let wished = before.as_ref().and_then(|before| before.view.export.as_ref());
    if let Some(wish) = session.view.export.as_ref().filter(|wish| Some(*wish) != wished) {
        export::hand_over(&session, wish.what);
    }
    let wished = before.as_ref().and_then(|before| before.view.users.command.as_ref());
    let command = session.view.users.command.as_ref();
    if let Some(wish) = command.filter(|wish| Some(*wish) != wished) {
        user_worker::obey(&wish.what, dispatch);
    }
}

/// Saves the work, and ends the step of typing, after a pause.
fn wait_for_a_pause(memory: &Rc<RefCell<Memory>>, dispatch: &Dispatch) {
    let (kept, saved, ended) = (Rc::clone(memory), dispatch.clone(), dispatch.clone());
    let saving = Timeout::new(SAVE_DELAY, move || save(&kept, &saved));
    let ending = Timeout::new(TYPING_PAUSE, move || ended.send(Action::EndTyping));
    let mut memory = memory.borrow_mut();
    memory.saving = Some(saving);
    memory.ending = Some(ending);
}

/// Saves what is waiting to be saved.
fn save(memory: &RefCell<Memory>, dispatch: &Dispatch) {
    let waiting = memory.borrow_mut().saving.take();
    let session = memory.borrow().before.clone();
    if let Some(session) = session.filter(|session| session.touched && waiting.is_some()) {
        let saved = memory.borrow_mut().autosave.save(&session.document.scenario);
        dispatch.send(Action::Saved(saved.is_ok()));
        if let Ok(Some(other)) = saved {
            dispatch.send(Action::OtherTab(Box::new(other)));
            dispatch.send(Action::Shelf(shelf::read()));
        }
    }
}

/// Keeps what is set aside on the device, and shows what that holds.
fn store_shelf(before: Option<&Session>, session: &Session, dispatch: &Dispatch) {
    // At the start, the list is as the device holds it, but for what was set aside by starting.
    let known = before.map_or(&[][..], |before| &before.view.shelf);
    if session.view.shelf == known {
        return;
    }
    let stored = shelf::follow(known, &session.view.shelf);
    dispatch.send(Action::ShelfStored(stored));
    dispatch.send(Action::Shelf(shelf::read()));
}

fn listen_to_window(
    words: Words,
    memory: &Rc<RefCell<Memory>>,
    dispatch: &Dispatch,
) -> Vec<EventListener> {
    let leaving = || {
        let (memory, dispatch) = (Rc::clone(memory), dispatch.clone());
        move |_: &Event| save(&memory, &dispatch)
    };
    let (linked, pressed, stored) = (dispatch.clone(), dispatch.clone(), dispatch.clone());
    let mut listeners = Vec::from(dropped_file::listen(words, dispatch));
    listeners.extend([
        listen::to_window("storage", move |event| {
            let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if key.is_none_or(|key| storage::is_aside(&key)) {
                stored.send(Action::Shelf(shelf::read()));
            }
        }),
        listen::to_window("pagehide", leaving()),
        listen::to_window("visibilitychange", leaving()),
        listen::to_window("hashchange", move |_| {
            if let Some(fragment) = address::fragment() {
                linked.send(Action::Follow(fragment));
            }
        }),
        listen::and_prevent("keydown", move |event| {
            if let Some(action) = shortcut(event) {
                event.prevent_default();
                pressed.send(action);
            }
        }),
    ]);
    listeners
}

/// Undo and redo by keys, everywhere but in dialogs.
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

/// Takes a link out of the address as soon as it says something else than the page.
fn drop_outdated_link(session: &Session) {
    let says = |link: &String| engine::says(link, &session.document.scenario);
    if address::fragment().is_some_and(|link| !says(&link)) {
        address::set_fragment(None);
    }
}

fn name_tab(session: &Session) {
    let words = session.surroundings.words;
    let title = session.document.scenario.title.trim();
    document().set_title(&words.tab(if title.is_empty() { words.untitled() } else { title }));
}
