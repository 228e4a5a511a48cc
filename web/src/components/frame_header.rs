//! The bar at the top of a page in a frame: the title, the rules, undo and redo, as far as there is
//! something to change.

use super::dispatch::use_dispatch;
use super::header::{rules, steps};
use super::language::use_words;
use crate::view_model::{Framed, Header};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FrameHeaderProps {
    /// The page in a frame.
    pub framed: Rc<Framed>,
    /// The header of the page.
    pub header: Rc<Header>,
}

#[component]
pub fn FrameHeader(props: &FrameHeaderProps) -> Html {
    let (dispatch, words) = (use_dispatch(), use_words());
    let changing = (!props.framed.readonly).then(|| {
        html! { <>{ rules(words, &props.header, &dispatch) }{ steps(words, &props.header, &dispatch) }</> }
    });
    let books = &props.header.rulebooks;
    let book = books.iter().find(|(id, _)| *id == props.header.rulebook);
    let book = book.map(|(_, name)| name.clone()).unwrap_or_default();
    html! {
        <header class="bar-top">
            <h1 class="frame-title">{ props.framed.title.clone() }</h1>
            <div class="slot">{ for changing }</div>
            <div class="slot">{ for props.framed.readonly.then(|| html! { <p class="frame-rules">{ book }</p> }) }</div>
        </header>
    }
}
