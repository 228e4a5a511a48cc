//! A field of a use: a word of its sentence, which opens the list of what it can be changed into.

use super::common::{Asked, Done, Popover};
use super::dispatch::use_dispatch;
use super::use_menus::{AccessMenu, ActivityChoices, DeviceMenu, PeopleMenu, ServerChoices};
use crate::ids;
use crate::session::{Action, Word};
use crate::view_model::{Choices, Text, UseRow};
use crate::words::{self, Said};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct UseFieldProps {
    /// The use.
    pub row: Rc<UseRow>,
    /// What its fields can be changed into.
    pub choices: Rc<Choices>,
    /// The field.
    pub word: Word,
    /// What it says.
    pub text: Text,
    /// How it stands in the sentence.
    pub said: Said,
}

#[component]
pub fn UseField(props: &UseFieldProps) -> Html {
    let dispatch = use_dispatch();
    let (key, word) = (props.row.key, props.word);
    let class = match props.said {
        Said::Plainly => "tok",
        Said::Softly => "tok soft",
        Said::Not => "tok offer",
    };
    let asked = Asked { wanted: props.row.asked == Some(word), onclose: dispatch.always(Action::Closed(key, word)) };
    let several = matches!(word, Word::What | Word::On);
    let done = several.then(|| Done { text: words::DONE.into(), ondone: dispatch.always(Action::Chosen(key, word)) });
    let label = Text::from(words::asked_word(word, &props.text));
    html! {
        <Popover id={ids::word(key, word)} {class} {label} text={props.text.clone()} title={words::asks(word)} {asked} {done}>
            { menu(props) }
        </Popover>
    }
}

fn menu(props: &UseFieldProps) -> Html {
    let (of, usage, choices) = (props.row.key, props.row.usage.clone(), props.choices.clone());
    match props.word {
        Word::Who => html! { <PeopleMenu {of} {usage} {choices} /> },
        Word::How => html! { <AccessMenu {of} {usage} {choices} /> },
        Word::What => html! { <ActivityChoices {of} {usage} {choices} /> },
        Word::Whence => html! { <DeviceMenu {of} {usage} {choices} /> },
        Word::On => html! { <ServerChoices {of} {usage} {choices} /> },
    }
}
