//! Where actions go.

use crate::session::{Action, Edit, Group, Session, apply};
use std::rc::Rc;
use yew::prelude::*;

impl Reducible for Session {
    type Action = Action;

    /// The same session where nothing changed, so that nothing is drawn.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = apply(&self, action);
        if next == *self { self } else { Rc::new(next) }
    }
}

/// Where actions go.
#[derive(Clone, PartialEq)]
pub struct Dispatch(UseReducerDispatcher<Session>);

impl Dispatch {
    /// To this session.
    pub const fn to(dispatcher: UseReducerDispatcher<Session>) -> Self {
        Self(dispatcher)
    }

    /// Does something.
    pub fn send(&self, action: Action) {
        self.0.dispatch(action);
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
