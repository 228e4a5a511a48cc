//! What opens under a line of text.

use super::dispatch::Dispatch;
use crate::browser::popover;
use crate::session::Action;
use yew::prelude::*;

/// What is told when something opens or closes.
pub type Told<'a> = (&'a Dispatch, fn(bool) -> Action);

/// Content under a line of text, closed until it is asked for.
pub fn fold(class: &'static str, summary: &'static str, told: Option<Told<'_>>, content: Html) -> Html {
    let ontoggle = told.map(|(dispatch, act)| dispatch.on(move |event: Event| act(!popover::was_hidden(&event))));
    html! { <details {class} {ontoggle}><summary>{ summary }</summary>{ content }</details> }
}
