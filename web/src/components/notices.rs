//! What there is to tell above the page.

use super::dispatch::Dispatch;
use crate::session::Action;
use crate::view_model::Told;
use crate::words;
use yew::prelude::*;

/// What there is to tell.
pub fn notices(notices: &[Told], dispatch: &Dispatch) -> Html {
    html! { <div class="notices">{ for notices.iter().map(|told| notice(told, dispatch)) }</div> }
}

fn notice(told: &Told, dispatch: &Dispatch) -> Html {
    let (role, class) = if told.alert { ("alert", "notice bad") } else { ("status", "notice") };
    let offer = told.offer.as_ref().map(|(text, action)| {
        let onclick = dispatch.always::<MouseEvent>(action.clone());
        html! { <button type="button" class="btn small" {onclick}>{ *text }</button> }
    });
    html! {
        <div key={told.key} {class}>
            <p {role}>{ told.text.clone() }</p>
            <span class="slot">{ offer.unwrap_or_default() }</span>
            <button type="button" class="remove" aria-label={words::SEEN}
                onclick={dispatch.always(Action::Seen(told.notice.clone()))}>{"×"}</button>
        </div>
    }
}
