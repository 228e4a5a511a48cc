//! Saves the work on the device shortly after every change, and at once when the page is left.

use super::listener::Listener;
use super::storage::{self, Slot};
use super::timer::Timer;
use crate::components::Dispatch;
use crate::session::{Action, Document, Session};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// So long the hands have to rest before the work is saved.
const REST: i32 = 250;

/// Saves what the visitor changes.
#[hook]
pub fn use_autosave(session: &Session, dispatch: &Dispatch) {
    let pending = use_mut_ref(|| None::<Rc<Document>>);
    let save = {
        let (pending, dispatch) = (Rc::clone(&pending), dispatch.clone());
        move || save(&pending, &dispatch)
    };
    let on_leaving = save.clone();
    use_effect_with((), move |()| {
        let hidden = on_leaving.clone();
        let listeners = [
            Listener::on_window("pagehide", move |_| on_leaving()),
            Listener::on_window("visibilitychange", move |_| hidden()),
        ];
        move || drop(listeners)
    });
    use_effect_with((Rc::clone(&session.document), session.touched), move |(document, touched)| {
        *pending.borrow_mut() = touched.then(|| Rc::clone(document));
        let timer = touched.then(|| Timer::after(REST, save));
        move || drop(timer)
    });
}

/// Keeps the works that another scenario took the place of.
#[hook]
pub fn use_keeping(session: &Session) {
    use_effect_with(session.view.earlier.clone(), |earlier| {
        for (slot, work) in Slot::earlier().zip(earlier) {
            // Full or closed storage is told by the autosave.
            let _ = storage::write(slot, &work.to_json());
        }
    });
}

fn save(pending: &RefCell<Option<Rc<Document>>>, dispatch: &Dispatch) {
    if let Some(document) = pending.borrow_mut().take() {
        let saved = storage::write(Slot::Work, &document.scenario.to_json());
        dispatch.send(Action::Saved(saved.is_ok()));
    }
}
