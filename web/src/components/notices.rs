//! Notices above the page.

use super::common::{Button, ButtonLook, Disclosure, RemoveButton};
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use super::reasons::Sources;
use crate::session::Action;
use crate::view_model::{self, Details, Text};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// The notices.
    pub notices: Rc<Vec<view_model::Notice>>,
}

#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    html! { <div class="notices">{ for props.notices.iter().map(|shown| notice(words, shown, &dispatch)) }</div> }
}

fn notice(words: Words, notice: &view_model::Notice, dispatch: &Dispatch) -> Html {
    let (role, class) = if notice.alert { ("alert", "notice bad") } else { ("status", "notice") };
    let offer = notice.offer.as_ref().map(|(text, action)| {
        let onclick = dispatch.always::<MouseEvent>(action.clone());
        html! { <Button look={ButtonLook::Small} {onclick}>{ *text }</Button> }
    });
    let onclick = dispatch.always::<MouseEvent>(Action::Dismiss(notice.about.clone()));
    html! {
        <div key={notice.key} {class}>
            <p {role}>{ notice.text.clone() }</p>
            <span class="slot">{ for offer }</span>
            <RemoveButton label={words.dismiss()} {onclick} />
            <div class="slot">{ for notice.details.iter().map(details) }</div>
        </div>
    }
}

/// The lines that differ, and the clauses behind them.
fn details(details: &Details) -> Html {
    let line = |text: &Text| html! { <li key={text.to_string()}>{ text.clone() }</li> };
    html! {
        <div class="notice-details">
            <ul>{ for details.lines.iter().map(line) }</ul>
            <Disclosure summary={details.heading.clone()}><Sources sources={details.sources.clone()} /></Disclosure>
        </div>
    }
}
