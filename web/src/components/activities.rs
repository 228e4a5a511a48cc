//! What people do: ticks, in parts.

use super::dispatch::{Dispatch, use_dispatch};
use crate::session::{Action, Edit, Key, Word};
use crate::shell::popover;
use crate::view_model::{Choices, Text};
use crate::words;
use seatwise_core::organisation::Use;
use seatwise_core::rulebook::Activity;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PickProps {
    /// Names the use.
    pub key_: Key,
    /// The use.
    pub found: Rc<Use>,
    /// What there is to pick from.
    pub choices: Rc<Choices>,
}

#[component]
pub fn Activities(props: &PickProps) -> Html {
    let dispatch = use_dispatch();
    let key = props.key_;
    let part = |(heading, activities): &(Text, Vec<(Activity, Text)>)| {
        html! {
            <fieldset key={heading.to_string()}>
                <legend>{ heading.clone() }</legend>
                { for activities.iter().map(|found| tick(props, found, &dispatch)) }
            </fieldset>
        }
    };
    let done = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            dispatch.send(Action::Chosen(key, Word::What));
            popover::hide_around(&event);
        })
    };
    html! {
        <div class="ticks">
            <div class="parts">{ for props.choices.activities.iter().map(part) }</div>
            <div class="done"><button type="button" class="btn primary" onclick={done}>{ words::DONE }</button></div>
        </div>
    }
}

fn tick(props: &PickProps, (activity, phrase): &(Activity, Text), dispatch: &Dispatch) -> Html {
    let (key, activity) = (props.key_, *activity);
    let onchange = dispatch.on(move |event: Event| {
        let done = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
        Action::Edit(Edit::What(key, activity, done))
    });
    let checked = props.found.activities.contains(&activity);
    html! {
        <label class="tick" key={activity.id()}><input type="checkbox" {checked} {onchange} />{ phrase.clone() }</label>
    }
}
