//! The lists that the fields of a use are chosen from.

use super::common::{CheckBox, Menu, MenuItem};
use super::count_field::CountField;
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::{Action, Edit, Key};
use crate::view_model::{Choices, Text};
use seatwise_core::organisation::{From, Use};
use seatwise_core::rulebook::{Access, Activity};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct UseMenuProps {
    /// The key of the use.
    pub of: Key,
    /// The use as it stands.
    pub usage: Rc<Use>,
    /// Choices to choose from.
    pub choices: Rc<Choices>,
}

/// A people group.
#[component]
pub fn PeopleMenu(props: &UseMenuProps) -> Html {
    let (key, choices) = (props.of, Rc::clone(&props.choices));
    let item = |(id, name): &(Text, Text)| {
        let chosen = Some(**id == *props.usage.people);
        MenuItem { chosen, ..MenuItem::new(name.clone(), "") }
    };
    let items: Vec<_> = choices.people.iter().map(item).collect();
    let onpick = use_dispatch().maybe(move |place: usize| {
        let (id, _) = choices.people.get(place)?;
        Some(Action::Edit(Edit::UsePeople(key, id.to_string())))
    });
    html! { <Menu {items} {onpick} /> }
}

/// A way in.
#[component]
pub fn AccessMenu(props: &UseMenuProps) -> Html {
    let (key, choices) = (props.of, Rc::clone(&props.choices));
    let item = |(access, text, about): &(Access, Text, Text)| {
        let chosen = Some(*access == props.usage.access);
        MenuItem { chosen, ..MenuItem::new(text.clone(), about.clone()) }
    };
    let items: Vec<_> = choices.accesses.iter().map(item).collect();
    let onpick = use_dispatch().maybe(move |place: usize| {
        let (access, ..) = choices.accesses.get(place)?;
        Some(Action::Edit(Edit::UseAccess(key, *access)))
    });
    html! { <Menu {items} {onpick} /> }
}

/// Any of the activities, in parts.
#[component]
pub fn ActivityChoices(props: &UseMenuProps) -> Html {
    let (key, dispatch) = (props.of, use_dispatch());
    let activity = |(activity, phrase): &(Activity, Text)| {
        let activity = *activity;
        let checked = props.usage.activities.contains(&activity);
        let onchange =
            dispatch.on(move |done| Action::Edit(Edit::UseActivity(key, activity, done)));
        html! { <CheckBox key={activity.id()} label={phrase.clone()} {checked} {onchange} /> }
    };
    let part = |(heading, activities): &(Text, Vec<(Activity, Text)>)| {
        html! {
            <fieldset key={heading.to_string()}>
                <legend>{ heading.clone() }</legend>
                <div>{ for activities.iter().map(activity) }</div>
            </fieldset>
        }
    };
    html! { <div class="ticks wide"><div class="parts">{ for props.choices.activities.iter().map(part) }</div></div> }
}

/// A number of own devices, or a shared group.
#[component]
pub fn DeviceMenu(props: &UseMenuProps) -> Html {
    let words = use_words();
    let (key, choices, dispatch) = (props.of, Rc::clone(&props.choices), use_dispatch());
    let now = props.usage.from.clone().unwrap_or(From::Own(1));
    let own = if let From::Own(count) = now { count } else { 0 };
    let item = |(from, text): &(From, Text)| MenuItem {
        chosen: Some(*from == now),
        ..MenuItem::new(text.clone(), "")
    };
    let items: Vec<_> = choices.devices.iter().map(item).collect();
    let onpick = dispatch.maybe(move |place: usize| {
        let (from, _) = choices.devices.get(place)?;
        Some(Action::Edit(Edit::UseDevices(key, Some(from.clone()))))
    });
    let oncount =
        dispatch.on(move |count| Action::Edit(Edit::UseDevices(key, Some(From::Own(count)))));
    html! {
        <div class="ticks">
            <Menu {items} {onpick} />
            <div class="own-count">
                <span>{ words.own_count() }</span>
                <CountField label={words.own_count()} count={own} written={own.to_string()} {oncount} />
            </div>
        </div>
    }
}

/// All servers, or some.
#[component]
pub fn ServerChoices(props: &UseMenuProps) -> Html {
    let words = use_words();
    let (key, dispatch) = (props.of, use_dispatch());
    let on_all = dispatch.on(move |_: bool| Action::Edit(Edit::UseAllServers(key)));
    let server = |(id, name): &(Text, Text)| {
        let server = id.to_string();
        let checked = props.usage.servers.as_ref().is_none_or(|servers| servers.contains(&server));
        let onchange =
            dispatch.on(move |used| Action::Edit(Edit::UseServer(key, server.clone(), used)));
        html! { <CheckBox key={id.to_string()} label={name.clone()} {checked} {onchange} /> }
    };
    html! {
        <div class="ticks">
            <CheckBox label={words.all_servers()} checked={props.usage.servers.is_none()} onchange={on_all} />
            <div class="parts">{ for props.choices.servers.iter().map(server) }</div>
        </div>
    }
}
