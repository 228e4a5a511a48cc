//! The note of a group, where it has one or is given one.

use super::common::TextField;
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::engine;
use crate::session::{Action, Edit, Group};
use crate::view_model::{NoteField, Text};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct GroupNoteProps {
    /// The group.
    pub group: Group,
    /// The note.
    pub note: NoteField,
}

#[component]
pub fn GroupNote(props: &GroupNoteProps) -> Html {
    let words = use_words();
    let group = props.group.clone();
    let ontext = use_dispatch().on(move |text| Action::Edit(Edit::Note(group.clone(), text)));
    let NoteField { id, label, text } = &props.note;
    html! {
        <TextField id={id.clone()} class="group-note" label={label.clone()} value={text.clone()}
            placeholder={Text::Static(words.note_about())} longest={engine::LONGEST_NAME} {ontext} />
    }
}
