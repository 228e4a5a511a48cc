//! The one context: where actions go.

use crate::session::{Action, Session, apply};
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
#[derive(Clone, PartialEq, Default)]
pub struct Dispatch(Option<UseReducerDispatcher<Session>>);

impl Dispatch {
    /// To this session.
    pub const fn to(dispatcher: UseReducerDispatcher<Session>) -> Self {
        Self(Some(dispatcher))
    }

    /// Does something.
    pub fn send(&self, action: Action) {
        if let Some(dispatcher) = &self.0 {
            dispatcher.dispatch(action);
        }
    }

    /// A callback that does something.
    pub fn on<E: 'static>(&self, act: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |event| dispatch.send(act(event)))
    }

    /// A callback that always does the same.
    pub fn always<E: 'static>(&self, action: Action) -> Callback<E> {
        self.on(move |_| action.clone())
    }
}

/// Where actions go, from anywhere on the page.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_default()
}
