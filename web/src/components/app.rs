//! The page with its session, kept in step with the browser.

use super::dispatch::Dispatch;
use super::page::Page;
use crate::browser::{effects, start};
use crate::later::Later;
use crate::view_model::ViewModel;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The cards below the licences as the page came with them.
    pub insights: Option<AttrValue>,
    /// Functions of the later module, where it is there already.
    pub later: Option<&'static Later>,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let later = props.later;
    let session = use_reducer(|| start::session(later));
    let dispatch = Dispatch::from(session.dispatcher());
    effects::use_effects(&session, &dispatch);
    let model = Rc::new(ViewModel::new(&session));
    let words = model.words;
    let paper = model.paper.as_ref().zip(session.later);
    let paper = paper.map(|(paper, later)| (later.draw_paper)(words, paper));
    // What was changed since then is not what they show.
    let as_they_came = props.insights.clone().filter(|_| !session.touched);
    // Paper is no part of what the provider draws: Yew gives way to the browser before that, where
    // the page took long, and a browser that is about to print does not wait.
    html! {
        <>
            <div class="slot">{ for paper }</div>
            <ContextProvider<Dispatch> context={dispatch}>
                <Page {model} {as_they_came} />
            </ContextProvider<Dispatch>>
        </>
    }
}
