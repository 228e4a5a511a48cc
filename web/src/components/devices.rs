//! From which devices: so many of their own, or a shared group.

use super::activities::PickProps;
use super::choose::{Choice, Choose};
use super::count_input::CountInput;
use super::dispatch::use_dispatch;
use crate::session::{Action, Edit};
use crate::view_model::Text;
use crate::words;
use seatwise_core::organisation::From;
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub fn Devices(props: &PickProps) -> Html {
    let dispatch = use_dispatch();
    let (key, choices) = (props.key_, Rc::clone(&props.choices));
    let now = props.found.from.clone().unwrap_or(From::Own(1));
    let own = if let From::Own(count) = now { count } else { 0 };
    let choice = |(from, text): &(From, Text)| Choice {
        text: text.clone(),
        about: Text::default(),
        chosen: Some(*from == now),
    };
    let list: Vec<_> = choices.devices.iter().map(choice).collect();
    let onpick = dispatch.on(move |place: usize| {
        Action::Edit(Edit::Whence(key, choices.devices.get(place).map(|(from, _)| from.clone())))
    });
    let oncount = dispatch.on(move |count| Action::Edit(Edit::Whence(key, Some(From::Own(count)))));
    html! {
        <div class="ticks">
            <Choose choices={list} {onpick} />
            <div class="own-count">
                <span>{ words::OWN_COUNT }</span>
                <CountInput label={words::OWN_COUNT} count={own} written={own.to_string()} {oncount} />
            </div>
        </div>
    }
}
