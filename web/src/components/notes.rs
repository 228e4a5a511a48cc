//! What there is to tell: doubtful in amber, grave in red, and always in words as well.

use crate::view_model::{Note, Text};
use seatwise_core::diagnostic::Severity;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NotesProps {
    /// What there is to tell.
    pub notes: Vec<Note>,
}

#[component]
pub fn Notes(props: &NotesProps) -> Html {
    html! { <ul class="notes">{ for props.notes.iter().enumerate().map(note) }</ul> }
}

fn note((place, note): (usize, &Note)) -> Html {
    let class = match note.severity {
        Severity::Info => "note info",
        Severity::Warning => "note warn",
        Severity::Error => "note bad",
    };
    let hint = |hint: &Text| html! { <span class="hint">{ " " }{ hint.clone() }</span> };
    html! {
        <li key={place} {class}>
            <b>{ note.tag }{ ": " }</b>
            <span>{ note.text.clone() }</span>
            <span class="hints">{ for note.hints.iter().map(hint) }</span>
        </li>
    }
}
