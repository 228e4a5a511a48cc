//! The way of actions to the session: a context that carries the dispatcher and no data.

use crate::session::{Action, Edit, Group, Session, apply};
use std::rc::Rc;
use yew::prelude::*;

impl Reducible for Session {
    type Action = Action;

    /// The session after an action; the same one, which is not drawn again, where nothing changed.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = apply(&self, action);
        if next == *self { self } else { Rc::new(next) }
    }
}

/// Hands actions to the session; outside of a page, they go nowhere.
#[derive(Clone, Default, PartialEq)]
pub struct Dispatch(Option<UseReducerDispatcher<Session>>);

impl From<UseReducerDispatcher<Session>> for Dispatch {
    fn from(dispatcher: UseReducerDispatcher<Session>) -> Self {
        Self(Some(dispatcher))
    }
}

/// The dispatcher of the page.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_default()
}

impl Dispatch {
    /// Hands on an action.
    pub fn send(&self, action: Action) {
        if let Some(dispatcher) = &self.0 {
            dispatcher.dispatch(action);
        }
    }

    /// A callback that hands on what `act` makes of an event.
    pub fn on<E: 'static>(&self, act: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |event| dispatch.send(act(event)))
    }

    /// Like `on`, for an event that may ask for nothing.
    pub fn maybe<E: 'static>(&self, act: impl Fn(E) -> Option<Action> + 'static) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |event| {
            if let Some(action) = act(event) {
                dispatch.send(action);
            }
        })
    }

    /// A callback that renames a group.
    pub fn rename(&self, group: Group) -> Callback<String> {
        self.on(move |name| Action::Edit(Edit::Name(group.clone(), name)))
    }

    /// A callback that changes the count of a group.
    pub fn recount(&self, group: Group) -> Callback<u32> {
        self.on(move |count| Action::Edit(Edit::Count(group.clone(), count)))
    }

    /// A callback that hands on the same action every time.
    pub fn always<E: 'static>(&self, action: Action) -> Callback<E> {
        self.on(move |_| action.clone())
    }
}
