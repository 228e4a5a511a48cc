//! Notices above the page.

use super::common::{Button, ButtonLook, RemoveButton};
use super::dispatch::{Dispatch, use_dispatch};
use crate::session::Action;
use crate::view_model;
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// The notices.
    pub notices: Rc<Vec<view_model::Notice>>,
}

#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let dispatch = use_dispatch();
    html! { <div class="notices">{ for props.notices.iter().map(|shown| notice(shown, &dispatch)) }</div> }
}

fn notice(notice: &view_model::Notice, dispatch: &Dispatch) -> Html {
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
            <RemoveButton label={words::DISMISS} {onclick} />
        </div>
    }
}
