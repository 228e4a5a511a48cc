//! A word of a use: a button that opens the list of what it can be changed into.

use super::activities::Activities;
use super::choose::{Choice, Choose};
use super::devices::Devices;
use super::dispatch::{Dispatch, use_dispatch};
use super::popover::{Asked, Popover};
use super::servers::Servers;
use crate::ids;
use crate::session::{Action, Edit, Key, Word};
use crate::view_model::{Choices, Text};
use crate::words;
use seatwise_core::organisation::Use;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct UseWordProps {
    /// Which word.
    pub word: Word,
    /// What it says.
    pub text: Text,
    /// Names the use.
    pub key_: Key,
    /// The use.
    pub found: Rc<Use>,
    /// What it can be changed into.
    pub choices: Rc<Choices>,
    /// Whether it is asked for.
    pub asked: bool,
}

#[component]
pub fn UseWord(props: &UseWordProps) -> Html {
    let dispatch = use_dispatch();
    let (key, word) = (props.key_, props.word);
    let list = match word {
        Word::Who => who(props, &dispatch),
        Word::How => how(props, &dispatch),
        Word::What => html! {
            <Activities key_={key} found={Rc::clone(&props.found)} choices={Rc::clone(&props.choices)} />
        },
        Word::Whence => html! { <Devices key_={key} found={Rc::clone(&props.found)} choices={Rc::clone(&props.choices)} /> },
        Word::On => html! { <Servers key_={key} found={Rc::clone(&props.found)} choices={Rc::clone(&props.choices)} /> },
    };
    let onclose = dispatch.always(Action::Closed(key, word));
    html! {
        <Popover id={Text::from(ids::word(key, word))} class="tok" text={props.text.clone()} title={words::asks(word)}
            asked={Asked { wanted: props.asked, onclose }}>{ list }</Popover>
    }
}

fn who(props: &UseWordProps, dispatch: &Dispatch) -> Html {
    let (key, choices, found) = (props.key_, Rc::clone(&props.choices), Rc::clone(&props.found));
    let choice = |(id, name): &(Text, Text)| Choice {
        text: name.clone(),
        about: Text::default(),
        chosen: Some(**id == *found.people),
    };
    let list: Vec<_> = choices.people.iter().map(choice).collect();
    let onpick = dispatch.on(move |place: usize| {
        let people = choices.people.get(place).map_or_else(|| found.people.clone(), |(id, _)| id.to_string());
        Action::Edit(Edit::Who(key, people))
    });
    html! { <Choose choices={list} {onpick} /> }
}

fn how(props: &UseWordProps, dispatch: &Dispatch) -> Html {
    let (key, choices, now) = (props.key_, Rc::clone(&props.choices), props.found.access);
    let list: Vec<_> = choices
        .accesses
        .iter()
        .map(|(access, text, about)| Choice { text: text.clone(), about: about.clone(), chosen: Some(*access == now) })
        .collect();
    let onpick = dispatch.on(move |place: usize| {
        let access = choices.accesses.get(place).map_or(now, |(access, ..)| *access);
        Action::Edit(Edit::How(key, access))
    });
    html! { <Choose choices={list} {onpick} /> }
}
