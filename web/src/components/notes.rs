//! Notes: doubtful in amber, grave in red, and always in words as well.

use super::common::{Button, ButtonLook};
use super::dispatch::{Dispatch, use_dispatch};
use super::explained::MarkedText;
use crate::view_model::{Note, Text};
use seatwise_core::diagnostic::Severity;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NotesProps {
    /// The notes.
    pub notes: Vec<Note>,
}

/// A list of notes.
#[component]
pub fn Notes(props: &NotesProps) -> Html {
    let dispatch = use_dispatch();
    html! { <ul class="notes">{ for props.notes.iter().enumerate().map(|(place, shown)| note(place, shown, &dispatch)) }</ul> }
}

fn note(place: usize, note: &Note, dispatch: &Dispatch) -> Html {
    let class = match note.severity {
        Severity::Info => "note info",
        Severity::Warning => "note warn",
        Severity::Error => "note bad",
    };
    let offer = note.offer.as_ref().map(|(text, action)| {
        let onclick = dispatch.always::<MouseEvent>(action.clone());
        html! { <Button look={ButtonLook::Small} {onclick}>{ *text }</Button> }
    });
    html! {
        <li key={place} {class}>
            <b>{ note.tag }{ ": " }</b>
            <MarkedText place={format!("note-{place}")} text={note.text.clone()} />
            <Hints hints={note.hints.clone()} />
            <div class="offer">{ for offer }</div>
        </li>
    }
}

#[derive(Properties, PartialEq)]
pub struct HintsProps {
    /// Remedies, sentence by sentence.
    pub hints: Vec<Text>,
}

/// Remedies for something.
#[component]
pub fn Hints(props: &HintsProps) -> Html {
    let hint = |(place, text): (usize, &Text)| html! { <span key={place} class="hint">{ " " }{ text.clone() }</span> };
    html! { <span class="hints">{ for props.hints.iter().enumerate().map(hint) }</span> }
}
