//! The page with its session, kept in step with the browser.

use super::dispatch::Dispatch;
use super::page::Page;
use super::paper::PaperDocument;
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
    let words = model.words;
    let paper = model.paper.clone().map(|paper| html! { <PaperDocument {words} {paper} /> });
    html! {
        <ContextProvider<Dispatch> context={dispatch}>
            <div class="slot">{ for paper }</div>
            <Page {model} />
        </ContextProvider<Dispatch>>
    }
}
