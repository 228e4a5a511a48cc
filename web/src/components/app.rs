//! The page with its session, kept in step with the browser.

use super::dispatch::Dispatch;
use super::page::Page;
use crate::browser::{effects, start};
use crate::view_model::ViewModel;
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub fn App() -> Html {
    let session = use_reducer(start::session);
    let dispatch = Dispatch::from(session.dispatcher());
    effects::use_effects(&session, &dispatch);
    let model = Rc::new(ViewModel::new(&session));
    html! { <ContextProvider<Dispatch> context={dispatch}><Page {model} /></ContextProvider<Dispatch>> }
}
