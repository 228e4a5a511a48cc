//! On which servers: all, or some.

use super::activities::PickProps;
use super::dispatch::{Dispatch, use_dispatch};
use crate::session::{Action, Edit};
use crate::view_model::Text;
use crate::words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[component]
pub fn Servers(props: &PickProps) -> Html {
    let dispatch = use_dispatch();
    let all = props.found.servers.is_none();
    html! {
        <div class="ticks">
            <label class="tick">
                <input type="checkbox" checked={all} onchange={dispatch.always::<Event>(Action::Edit(Edit::OnAll(props.key_)))} />
                { words::ALL_SERVERS }
            </label>
            <div class="parts">{ for props.choices.servers.iter().map(|server| tick(props, server, &dispatch)) }</div>
        </div>
    }
}

fn tick(props: &PickProps, (id, name): &(Text, Text), dispatch: &Dispatch) -> Html {
    let key = props.key_;
    let server = id.to_string();
    let checked = props.found.servers.as_ref().is_none_or(|servers| servers.contains(&server));
    let onchange = dispatch.on(move |event: Event| {
        let used = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
        Action::Edit(Edit::On(key, server.clone(), used))
    });
    html! {
        <label class="tick" key={id.to_string()}><input type="checkbox" {checked} {onchange} />{ name.clone() }</label>
    }
}
