//! What there is to tell above the page.

use super::dispatch::{Dispatch, use_dispatch};
use crate::session::Action;
use crate::view_model::Told;
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// What there is to tell.
    pub notices: Rc<Vec<Told>>,
}

#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let dispatch = use_dispatch();
    html! { <div class="notice-list">{ for props.notices.iter().map(|told| notice(told, &dispatch)) }</div> }
}

fn notice(told: &Told, dispatch: &Dispatch) -> Html {
    let (role, class) = if told.alert { ("alert", "notice bad") } else { ("status", "notice") };
    let offer = told.offer.as_ref().map(|(text, action)| {
        let onclick = dispatch.always::<MouseEvent>(action.clone());
        html! { <button type="button" class="btn small" {onclick}>{ *text }</button> }
    });
    html! {
        <div key={format!("{:?}", std::mem::discriminant(&told.notice))} {class}>
            <p {role}>{ told.text.clone() }</p>
            <span class="slot">{ offer.unwrap_or_default() }</span>
            <button type="button" class="remove" aria-label={words::SEEN}
                onclick={dispatch.always(Action::Seen(told.notice.clone()))}>{"×"}</button>
        </div>
    }
}
