//! Effects beside drawing: one looks at what changed since the last time, one listens to the
//! browser.

use super::autosave::Autosave;
use super::host::{self, Host};
use super::storage::Slot;
use super::{
    address, dropped_file, focus, later, listen, looks, new_version, paper, pause, price_lists,
    ready, shelf, start, storage, visible_part,
};
use crate::components::Dispatch;
use crate::embed::ToHost;
use crate::later::Later;
use crate::session::{Action, Command, Dialog, Export, Notice, Session, Wish};
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
/// Milliseconds without a change before the address follows the work: browsers allow few changes of
/// an address in a short time.
const ADDRESS_DELAY: u32 = 1_000;

/// Milliseconds for which a removal can be undone from its notice.
const NOTICE_TIME: u32 = 10_000;

/// The fields that one types into.
const TYPED: &str = "input:not([type=checkbox]), textarea, select";

/// Values that have to be remembered from one look to the next.
struct Memory {
    /// The session as it was.
    before: Option<Session>,
    /// Saves the work.
    autosave: Autosave,
    /// The page around the frame.
    host: Option<Rc<Host>>,
    /// Will have the address follow the work; starts anew at every change.
    addressing: Option<Timeout>,
    /// Will save the work; starts anew at every change.
    saving: Option<Timeout>,
    /// Will end the step that is typed; starts anew at every change.
    ending: Option<Timeout>,
    /// Will stop dismissing that something was taken away.
    dismissing: Option<Timeout>,
    /// The export that was handed over last.
    export: Option<Wish<Export>>,
    /// The command that the user analysis got last.
    command: Option<Wish<Command>>,
    /// True if the document on paper is printed once it is drawn.
    printing: bool,
}

impl Memory {
    fn new(session: &Session) -> Self {
        let is_framed = session.settings.frame.is_some();
        Self {
            before: None,
            autosave: Autosave::new(start::keeping(&session.settings)),
            host: is_framed.then(|| Host::around(&host::instance())).flatten(),
            addressing: None,
            saving: None,
            ending: None,
            dismissing: None,
            export: None,
            command: None,
            printing: false,
        }
    }
}

/// Keeps the browser in step with the session, and listens to what it says.
#[hook]
pub fn use_effects(session: &Session, dispatch: &Dispatch) {
    let memory = use_mut_ref(|| Memory::new(session));
    {
        let (session, dispatch, memory) = (session.clone(), dispatch.clone(), Rc::clone(&memory));
        use_effect(move || follow(&memory, session, &dispatch));
    }
    let (dispatch, words, at_start) = (dispatch.clone(), session.surroundings.words, session.later);
    use_effect_with((), move |()| {
        let mut listeners = listen_to_window(words, &memory, &dispatch);
        listeners.extend(at_start.and_then(|later| listen_to_host(&memory, later, &dispatch)));
        ready::mark();
        if at_start.is_none() {
            later::bring(&dispatch);
        }
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
    // At the start only what was brought along is new.
    let has_changed = changed && (before.is_some() || session.touched);
    // What was typed before the later module was there has no link yet.
    let has_no_link = session.touched
        && session.later.is_some()
        && before.as_ref().is_some_and(|before| before.later.is_none());
    if has_changed || has_no_link {
        wait_for_a_pause(memory, dispatch);
    }
    follow_frame(memory, before.as_ref(), &session);
    store_shelf(before.as_ref(), &session, dispatch);
    store_price_lists(before.as_ref(), &session, dispatch);
    store_keys(before.as_ref(), &session);
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
    if let Some(later) = session.later {
        if before.as_ref().is_none_or(|before| before.later.is_none()) {
            ready::mark_whole();
        }
        fulfil(memory, &session, later, dispatch);
    }
    if session.view.paper.is_some() && std::mem::take(&mut memory.borrow_mut().printing) {
        paper::print();
    }
    let wished = before.as_ref().and_then(|before| before.view.renew.as_ref());
    if session.view.renew.is_some() && session.view.renew.as_ref() != wished {
        new_version::open();
    }
}

/// Does what was wished for and takes the later module; it may have been wished for before that was
/// there.
fn fulfil(memory: &RefCell<Memory>, session: &Session, later: &Later, dispatch: &Dispatch) {
    let is_new = session.view.export != memory.borrow().export;
    if let Some(wish) = session.view.export.as_ref().filter(|_| is_new) {
        {
            let mut memory = memory.borrow_mut();
            memory.export = Some(wish.clone());
            memory.printing = wish.what == Export::Print;
        }
        (later.hand_over)(session, wish.what, dispatch);
    }
    let command = &session.view.users.command;
    let is_new = *command != memory.borrow().command;
    if let Some(wish) = command.as_ref().filter(|_| is_new) {
        memory.borrow_mut().command = Some(wish.clone());
        (later.command)(&wish.what, dispatch);
    }
}

/// Saves the work, and ends the step of typing, after a pause.
fn wait_for_a_pause(memory: &Rc<RefCell<Memory>>, dispatch: &Dispatch) {
    let (memory_to_save, saved, ended) = (Rc::clone(memory), dispatch.clone(), dispatch.clone());
    let saving = Timeout::new(SAVE_DELAY, move || save(&memory_to_save, &saved));
    // What is typed after a pause is a step of its own.
    let ending = pause::after_typing(move || ended.send(Action::EndTyping));
    let addressed = Rc::clone(memory);
    let addressing = Timeout::new(ADDRESS_DELAY, move || tell_address(&addressed));
    let mut memory = memory.borrow_mut();
    memory.saving = Some(saving);
    memory.ending = Some(ending);
    memory.addressing = Some(addressing);
}

/// Has the address follow the work, or tells the page around the frame what the address would be.
/// Own prices never go along: an address is copied without a thought.
fn tell_address(memory: &RefCell<Memory>) {
    let waiting = memory.borrow_mut().addressing.take();
    let session = memory.borrow().before.clone();
    let Some(session) = session.filter(|session| session.touched && waiting.is_some()) else {
        return;
    };
    if session.settings.frame.is_some() {
        let wanted = session.host.as_ref().is_some_and(|host| host.wants.state);
        if let Some(host) = memory.borrow().host.as_ref().filter(|_| wanted)
            && let Some(link) = session.link(false)
        {
            host.say(&ToHost::State { link });
        }
        return;
    }
    // A link that only a newer page can read stays until the visitor has let it go.
    if !session.view.notices.iter().any(Notice::keeps_link)
        && let Some(link) = session.link(false)
    {
        address::set_fragment(Some(&link));
        address::note_own(&link);
    }
}

/// Opens the page in another language, with the work at hand in its address: a frame in a sandbox
/// has nowhere else to keep it.
fn read_on_in(tag: &str, session: &Session) {
    address::set_lang(Some(tag));
    address::set_fragment(session.link(true).as_deref());
    address::reload();
}

/// Keeps the page in step with the page around its frame.
fn follow_frame(memory: &RefCell<Memory>, before: Option<&Session>, session: &Session) {
    if let Some(before) = before.filter(|before| before.settings != session.settings) {
        looks::show(&session.settings);
        if let Some(tag) = session.settings.language.as_ref()
            && before.settings.language != session.settings.language
        {
            read_on_in(tag, session);
        }
    }
    if before.map(|before| before.view.visible) != Some(session.view.visible) {
        visible_part::set(session.view.visible);
    }
    let wants = |session: &Session| session.host.as_ref().map(|host| host.wants);
    if before.map(wants) != Some(wants(session)) {
        visible_part::fit(wants(session).is_some_and(|wants| wants.fitted));
    }
    let memory = memory.borrow();
    let Some(host) = memory.host.as_ref() else { return };
    host.say_height(visible_part::height());
    let wished = before.and_then(|before| before.view.send.as_ref());
    if session.view.send.is_some()
        && session.view.send.as_ref() != wished
        && let Some(result) = ToHost::result(session)
    {
        host.say(&result);
    }
}

/// Saves what is waiting to be saved.
fn save(memory: &RefCell<Memory>, dispatch: &Dispatch) {
    let waiting = memory.borrow_mut().saving.take();
    let session = memory.borrow().before.clone();
    if let Some(session) = session.filter(|session| session.touched && waiting.is_some()) {
        let saved = memory.borrow_mut().autosave.save(&session.document.scenario);
        dispatch.send(Action::Saved(saved.is_ok()));
        if let Ok(Some(shelved)) = saved {
            dispatch.send(Action::OtherTab(Box::new(shelved)));
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

/// Keeps the price lists on the device.
fn store_price_lists(before: Option<&Session>, session: &Session, dispatch: &Dispatch) {
    let Some(before) = before else { return };
    let (known, lists) = (&before.view.price_lists, &session.view.price_lists);
    if lists != known {
        dispatch.send(Action::PriceListsStored(price_lists::follow(known, lists)));
    }
}

/// Keeps on the device whether single keys open something.
fn store_keys(before: Option<&Session>, session: &Session) {
    let off = session.view.no_single_keys;
    if before.is_none_or(|before| before.view.no_single_keys == off) {
        return;
    }
    if off {
        // Where the device takes nothing in, it holds until the page is closed.
        let _ = storage::write(Slot::NoSingleKeys, "off");
    } else {
        storage::remove(Slot::NoSingleKeys);
    }
}

/// Listens to the page around the frame, where there is one.
fn listen_to_host(
    memory: &RefCell<Memory>,
    later: &Later,
    dispatch: &Dispatch,
) -> Option<EventListener> {
    let host = memory.borrow().host.clone()?;
    let listener = (later.listen_to_host)(&host, dispatch);
    visible_part::observe(move || host.say_height(visible_part::height()));
    Some(listener)
}

fn listen_to_window(
    words: Words,
    memory: &Rc<RefCell<Memory>>,
    dispatch: &Dispatch,
) -> Vec<EventListener> {
    let leaving = || {
        let (memory, dispatch) = (Rc::clone(memory), dispatch.clone());
        move |_: &Event| {
            save(&memory, &dispatch);
            tell_address(&memory);
        }
    };
    let (linked, pressed, stored) = (dispatch.clone(), dispatch.clone(), dispatch.clone());
    let keys = Rc::clone(memory);
    let mut listeners = Vec::from(dropped_file::listen(words, dispatch));
    listeners.extend(paper::listen(dispatch));
    listeners.push(new_version::listen(dispatch));
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
            let looked = keys.borrow();
            let single = looked.before.as_ref().is_some_and(|session| !session.view.no_single_keys);
            drop(looked);
            if let Some(action) = shortcut(event, single) {
                event.prevent_default();
                pressed.send(action);
            }
        }),
    ]);
    listeners
}

/// Undo and redo by keys, and the lists that single keys open: everywhere but in dialogs, and single
/// keys nowhere where they are typed.
fn shortcut(event: &Event, single_keys: bool) -> Option<Action> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let target = event.target()?;
    let target = target.dyn_ref::<Element>()?;
    if key.alt_key() || target.closest("dialog").ok()?.is_some() {
        return None;
    }
    let command = key.ctrl_key() || key.meta_key();
    let single = || {
        single_keys
            && !key.default_prevented()
            && target.closest(TYPED).is_ok_and(|field| field.is_none())
    };
    match (key.key().to_ascii_lowercase().as_str(), command, key.shift_key()) {
        ("z", true, false) => Some(Action::Undo),
        ("z", true, true) | ("y", true, false) => Some(Action::Redo),
        ("?", false, _) if single() => Some(Action::Dialog(Some(Dialog::Shortcuts))),
        ("/", false, _) if single() => Some(Action::Dialog(Some(Dialog::Commands))),
        _ => None,
    }
}

fn name_tab(session: &Session) {
    let words = session.surroundings.words;
    let title = session.document.scenario.title.trim();
    document().set_title(&words.tab(if title.is_empty() { words.untitled() } else { title }));
}
