//! The lists that the fields of a use are chosen from.

use super::common::{CheckBox, Disclosure, Filter, LONG, Menu, MenuItem, Select, fits};
use super::count_field::CountField;
use super::dispatch::use_dispatch;
use super::explained::WordsHere;
use super::language::use_words;
use super::new_pool::{NewPool, Pool};
use crate::engine;
use crate::session::{Action, Edit, Key};
use crate::view_model::{Choices, RoleChoice, Text};
use crate::words::Words;
use seatwise_core::organisation::{From, Use};
use seatwise_core::rulebook::{Access, Activity, Role};
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
    let words = use_words();
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
    html! { <Menu {items} {onpick} filter={Some(Text::Static(words.find_entry()))} /> }
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
    html! {
        <>
            <Menu {items} {onpick} />
            <WordsHere place={format!("access-{}", key.0)} explained={props.choices.access_words.clone()} />
        </>
    }
}

/// The way in, the roles, and behind them any of the activities.
#[component]
pub fn ActivityChoices(props: &UseMenuProps) -> Html {
    let words = use_words();
    let choices = &props.choices;
    let roles = engine::roles_of(choices.family, &props.usage.activities);
    let stands = |choice: &RoleChoice| standing(choice, &roles, &props.usage.activities);
    // Open where the roles do not say all; after that, the visitor alone opens and closes it.
    let open = *use_state(|| !engine::are_roles(choices.family, &props.usage.activities));
    let role = |choice: &RoleChoice| {
        let (checked, disabled) = stands(choice);
        html! { <RoleBox key={choice.id.to_string()} of={props.of} choice={choice.clone()} {checked} {disabled} /> }
    };
    let count = props.usage.activities.len();
    html! {
        <div class="ticks wide">
            <Through of={props.of} usage={props.usage.clone()} choices={choices.clone()} />
            <fieldset class="roles">
                <legend>{ words.roles() }</legend>
                <div class="parts">{ for choices.roles.iter().map(role) }</div>
            </fieldset>
            <Disclosure class="exactly" summary={words.exactly(count.try_into().unwrap_or(u64::MAX))} open={Some(open)}>
                <Exactly of={props.of} usage={props.usage.clone()} choices={choices.clone()} />
            </Disclosure>
        </div>
    }
}

/// State of a role: ticked, and part of another one that is.
fn standing(choice: &RoleChoice, roles: &[&Role], done: &[Activity]) -> (bool, bool) {
    let ticked = roles.iter().any(|role| role.id == *choice.id);
    let within = choice.activities.iter().all(|activity| done.contains(activity));
    (within, within && !ticked)
}

/// The way in, where the roles are chosen.
#[component]
fn Through(props: &UseMenuProps) -> Html {
    let words = use_words();
    let (key, choices) = (props.of, Rc::clone(&props.choices));
    let options: Vec<Text> = choices.accesses.iter().map(|(_, text, _)| text.clone()).collect();
    let chosen = choices.accesses.iter().position(|(access, ..)| *access == props.usage.access);
    let onpick = use_dispatch().maybe(move |place: usize| {
        let (access, ..) = choices.accesses.get(place)?;
        Some(Action::Edit(Edit::UseAccess(key, *access)))
    });
    html! { <label class="through"><span>{ words.through() }</span><Select {options} {chosen} {onpick} /></label> }
}

#[derive(Properties, PartialEq)]
struct RoleBoxProps {
    of: Key,
    choice: RoleChoice,
    checked: bool,
    disabled: bool,
}

/// A role, with what it stands for.
#[component]
fn RoleBox(props: &RoleBoxProps) -> Html {
    let RoleBoxProps { of, choice, checked, disabled } = props;
    let (key, id) = (*of, choice.id.to_string());
    let onchange =
        use_dispatch().on(move |works| Action::Edit(Edit::UseRole(key, id.clone(), works)));
    html! {
        <CheckBox label={choice.name.clone()} about={choice.about.clone()} checked={*checked} disabled={*disabled} {onchange} />
    }
}

/// Any of the activities, in parts, narrowed down by what is looked for.
#[component]
fn Exactly(props: &UseMenuProps) -> Html {
    let words = use_words();
    let (key, dispatch) = (props.of, use_dispatch());
    let wanted = use_state(String::new);
    let onwanted = {
        let wanted = wanted.clone();
        Callback::from(move |text| wanted.set(text))
    };
    let activity = |(activity, phrase): &(Activity, Text)| {
        let activity = *activity;
        let checked = props.usage.activities.contains(&activity);
        let onchange =
            dispatch.on(move |done| Action::Edit(Edit::UseActivity(key, activity, done)));
        html! { <CheckBox key={activity.id()} label={phrase.clone()} {checked} {onchange} /> }
    };
    let part = |(heading, activities): &(Text, Vec<(Activity, Text)>)| {
        let fitting: Vec<_> =
            activities.iter().filter(|(_, phrase)| fits(phrase, &wanted)).collect();
        html! {
            <fieldset key={heading.to_string()} hidden={fitting.is_empty()}>
                <legend>{ heading.clone() }</legend>
                <div>{ for fitting.into_iter().map(activity) }</div>
            </fieldset>
        }
    };
    let parts = &props.choices.activities;
    let all_activities = parts.iter().flat_map(|(_, activities)| activities);
    let none = !all_activities.clone().any(|(_, phrase)| fits(phrase, &wanted));
    html! {
        <div>
            <div class="slot">{ for (all_activities.count() >= LONG).then(|| html! {
                <Filter label={Text::Static(words.find_activity())} wanted={Text::from(wanted.to_string())} {onwanted} />
            }) }</div>
            <div class="parts">{ for parts.iter().map(part) }</div>
            <WordsHere place={format!("activities-{}", key.0)} explained={props.choices.activity_words.clone()} />
            <p class="about" role="status">{ if none { words.no_entry() } else { "" } }</p>
        </div>
    }
}

/// A number of own devices, or any of the shared groups, or a new one.
#[component]
pub fn DeviceMenu(props: &UseMenuProps) -> Html {
    let words = use_words();
    let (key, choices, dispatch) = (props.of, Rc::clone(&props.choices), use_dispatch());
    let now = props.usage.from.clone().unwrap_or(From::Own(1));
    let own = if let From::Own(count) = now { count } else { 0 };
    let item = |(count, text): &(u32, Text)| MenuItem {
        chosen: Some(*count == own),
        ..MenuItem::new(text.clone(), "")
    };
    let items: Vec<_> = choices.own_devices.iter().map(item).collect();
    let onpick = {
        let choices = Rc::clone(&choices);
        dispatch.maybe(move |place: usize| {
            let (count, _) = choices.own_devices.get(place)?;
            Some(Action::Edit(Edit::UseDevices(key, Some(From::Own(*count)))))
        })
    };
    let oncount =
        dispatch.on(move |count| Action::Edit(Edit::UseDevices(key, Some(From::Own(count)))));
    let onadd = dispatch
        .on(move |Pool { name, count }| Action::Edit(Edit::AddPool { of: key, name, count }));
    html! {
        <div class="ticks">
            <Menu {items} {onpick} />
            <div class="own-count">
                <span>{ words.own_count() }</span>
                <CountField label={words.own_count()} count={own} written={own.to_string()} {oncount} />
            </div>
            <Pools of={key} usage={props.usage.clone()} {choices} />
            <NewPool {onadd} />
        </div>
    }
}

/// The shared groups, any of which a use may come from.
#[component]
fn Pools(props: &UseMenuProps) -> Html {
    let words = use_words();
    let (key, dispatch) = (props.of, use_dispatch());
    let pool = |(id, name): &(Text, Text)| {
        let pool = id.to_string();
        let checked = matches!(&props.usage.from, Some(From::Devices(ids)) if ids.contains(&pool));
        let onchange =
            dispatch.on(move |used| Action::Edit(Edit::UsePool(key, pool.clone(), used)));
        html! { <CheckBox key={id.to_string()} label={name.clone()} {checked} {onchange} /> }
    };
    let wanted = use_state(String::new);
    let pools = &props.choices.pools;
    html! {
        <fieldset class="pools" hidden={pools.is_empty()}>
            <legend>{ words.shared_devices() }</legend>
            <div class="slot">{ for find_entry(words, pools.len(), &wanted) }</div>
            <div>{ for pools.iter().filter(|(_, name)| fits(name, &wanted)).map(pool) }</div>
        </fieldset>
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
    let wanted = use_state(String::new);
    let servers = &props.choices.servers;
    html! {
        <div class="ticks">
            <div class="slot">{ for find_entry(words, servers.len(), &wanted) }</div>
            <CheckBox label={words.all_servers()} checked={props.usage.servers.is_none()} onchange={on_all} />
            <div class="parts">{ for servers.iter().filter(|(_, name)| fits(name, &wanted)).map(server) }</div>
        </div>
    }
}

/// The field that narrows a long list down.
fn find_entry(words: Words, entries: usize, wanted: &UseStateHandle<String>) -> Option<Html> {
    let set = wanted.clone();
    let onwanted = Callback::from(move |text| set.set(text));
    (entries >= LONG).then(|| {
        html! { <Filter label={words.find_entry()} wanted={Text::from(wanted.to_string())} {onwanted} /> }
    })
}
