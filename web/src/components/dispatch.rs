//! Where actions go.

use crate::browser::start;
use crate::session::{Action, Edit, Group, Session, apply};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Where actions go.
#[derive(Clone)]
pub struct Dispatch {
    session: Rc<RefCell<Rc<Session>>>,
    page: UseForceUpdateHandle,
}

/// There is one session.
impl PartialEq for Dispatch {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
    }
}

/// The session, and where its actions go.
#[hook]
pub fn use_session() -> (Rc<Session>, Dispatch) {
    let session = use_mut_ref(|| Rc::new(start::session()));
    let now = Rc::clone(&session.borrow());
    (now, Dispatch { session, page: use_force_update() })
}

impl Dispatch {
    /// Does something; where that changes nothing, nothing is drawn.
    pub fn send(&self, action: Action) {
        let before = Rc::clone(&self.session.borrow());
        let next = apply(&before, action);
        if next != *before {
            self.session.replace(Rc::new(next));
            self.page.force_update();
        }
    }

    /// A callback that does something.
    pub fn on<E: 'static>(&self, act: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |event| dispatch.send(act(event)))
    }

    /// A callback that does something, or nothing.
    pub fn maybe<E: 'static>(&self, act: impl Fn(E) -> Option<Action> + 'static) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |event| {
            if let Some(action) = act(event) {
                dispatch.send(action);
            }
        })
    }

    /// A callback that calls a group something else.
    pub fn rename(&self, group: Group) -> Callback<String> {
        self.on(move |name| Action::Edit(Edit::Name(group.clone(), name)))
    }

    /// A callback that counts a group anew.
    pub fn recount(&self, group: Group) -> Callback<u32> {
        self.on(move |count| Action::Edit(Edit::Count(group.clone(), count)))
    }

    /// A callback that always does the same.
    pub fn always<E: 'static>(&self, action: Action) -> Callback<E> {
        self.on(move |_| action.clone())
    }
}
