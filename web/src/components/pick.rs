//! What the words of a use are picked from: activities, devices, servers.

use super::choose::{Choice, choose};
use super::dispatch::Dispatch;
use super::figure_input::count_input;
use super::leaf::leaf;
use crate::session::{Action, Edit, Key};
use crate::view_model::{Choices, Text};
use crate::words;
use seatwise_core::organisation::{From, Use};
use seatwise_core::rulebook::Activity;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What something is picked for, and from.
#[derive(Clone)]
pub struct Picking {
    /// Names the use.
    pub key: Key,
    /// The use.
    pub found: Rc<Use>,
    /// What there is to pick from.
    pub choices: Rc<Choices>,
    /// Where actions go.
    pub dispatch: Dispatch,
}

/// What people do, in parts.
pub fn activities(picking: &Picking) -> Html {
    let part = |(heading, activities): &(Text, Vec<(Activity, Text)>)| {
        html! {
            <fieldset key={heading.to_string()}>
                { leaf("legend", "", heading.clone()) }
                { for activities.iter().map(|(activity, phrase)| activity_tick(picking, *activity, phrase)) }
            </fieldset>
        }
    };
    html! { <div class="ticks wide"><div class="parts">{ for picking.choices.activities.iter().map(part) }</div></div> }
}

fn activity_tick(picking: &Picking, activity: Activity, phrase: &Text) -> Html {
    let key = picking.key;
    let checked = picking.found.activities.contains(&activity);
    let ontick = picking.dispatch.on(move |done| Action::Edit(Edit::What(key, activity, done)));
    tick(phrase, checked, ontick)
}

/// So many devices of their own, or a shared group.
pub fn devices(picking: &Picking) -> Html {
    let (key, choices) = (picking.key, Rc::clone(&picking.choices));
    let now = picking.found.from.clone().unwrap_or(From::Own(1));
    let own = if let From::Own(count) = now { count } else { 0 };
    let choice =
        |(from, text): &(From, Text)| Choice { text: text.clone(), about: Text::default(), chosen: Some(*from == now) };
    let list: Vec<_> = choices.devices.iter().map(choice).collect();
    let onpick = picking.dispatch.maybe(move |place: usize| {
        let (from, _) = choices.devices.get(place)?;
        Some(Action::Edit(Edit::Whence(key, Some(from.clone()))))
    });
    let oncount = picking.dispatch.on(move |count| Action::Edit(Edit::Whence(key, Some(From::Own(count)))));
    html! {
        <div class="ticks">
            { choose(list, &onpick) }
            <div class="own-count">
                { leaf("span", "", words::OWN_COUNT) }
                { count_input(Text::Static(words::OWN_COUNT), own, own.to_string().into(), oncount) }
            </div>
        </div>
    }
}

/// All servers, or some.
pub fn servers(picking: &Picking) -> Html {
    let key = picking.key;
    let on_all = picking.dispatch.on(move |_: bool| Action::Edit(Edit::OnAll(key)));
    let server = |(id, name): &(Text, Text)| {
        let id = id.to_string();
        let checked = picking.found.servers.as_ref().is_none_or(|servers| servers.contains(&id));
        tick(name, checked, picking.dispatch.on(move |used| Action::Edit(Edit::On(key, id.clone(), used))))
    };
    html! {
        <div class="ticks">
            { tick(&Text::Static(words::ALL_SERVERS), picking.found.servers.is_none(), on_all) }
            <div class="parts">{ for picking.choices.servers.iter().map(server) }</div>
        </div>
    }
}

fn tick(text: &Text, checked: bool, ontick: Callback<bool>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        ontick.emit(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()));
    });
    html! {
        <label class="tick" key={text.to_string()}><input type="checkbox" {checked} {onchange} />{ text.clone() }</label>
    }
}
