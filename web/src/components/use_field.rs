//! A field of a use: a word of its sentence, which opens the list of what it can be changed into.

use super::common::{Asked, Done, Next, Popover};
use super::dispatch::use_dispatch;
use super::language::use_words;
use super::use_menus::{AccessMenu, ActivityChoices, DeviceMenu, PeopleMenu, ServerChoices};
use crate::ids;
use crate::session::{Action, UseField};
use crate::view_model::{Choices, Text, UseRow};
use crate::words::Emphasis;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct UseFieldProps {
    /// The use.
    pub row: Rc<UseRow>,
    /// Choices that its fields can be changed into.
    pub choices: Rc<Choices>,
    /// The field.
    pub field: UseField,
    /// Text that it shows.
    pub text: Text,
    /// Emphasis that it has in the sentence.
    pub emphasis: Emphasis,
}

#[component]
pub fn UseFieldButton(props: &UseFieldProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let (key, field) = (props.row.key, props.field);
    let class = match props.emphasis {
        Emphasis::Stated if field == UseField::People => "tok subject",
        Emphasis::Stated => "tok",
        Emphasis::Implied => "tok soft",
        Emphasis::Offered => "tok offer",
    };
    let asked = Asked {
        wanted: props.row.asked == Some(field),
        onclose: dispatch.always(Action::FieldClosed(key, field)),
    };
    let several = matches!(field, UseField::Activities | UseField::Devices | UseField::Servers);
    let next = (field == UseField::Activities).then(|| Next {
        text: words.next_from_where().into(),
        onnext: dispatch.always(Action::FieldNext(key, field)),
    });
    let done = several.then(|| Done {
        text: words.done().into(),
        ondone: dispatch.always(Action::FieldDone(key, field)),
        next,
    });
    let label = Text::from(words.field_label(field, &props.text));
    html! {
        <Popover id={ids::use_field(key, field)} {class} in_text=true {label} text={props.text.clone()} title={words.field_question(field)} {asked} {done}>
            { menu(props) }
        </Popover>
    }
}

fn menu(props: &UseFieldProps) -> Html {
    let (of, usage, choices) = (props.row.key, props.row.usage.clone(), props.choices.clone());
    match props.field {
        UseField::People => html! { <PeopleMenu {of} {usage} {choices} /> },
        UseField::Access => html! { <AccessMenu {of} {usage} {choices} /> },
        UseField::Activities => html! { <ActivityChoices {of} {usage} {choices} /> },
        UseField::Devices => html! { <DeviceMenu {of} {usage} {choices} /> },
        UseField::Servers => html! { <ServerChoices {of} {usage} {choices} /> },
    }
}
