//! What there is to tell: doubtful in amber, grave in red, and always in words as well.

use super::leaf::leaf;
use crate::view_model::{Note, Text};
use seatwise_core::diagnostic::Severity;
use yew::prelude::*;

/// A list of notes.
pub fn notes(notes: &[Note]) -> Html {
    html! { <ul class="notes">{ for notes.iter().enumerate().map(note) }</ul> }
}

fn note((place, note): (usize, &Note)) -> Html {
    let class = match note.severity {
        Severity::Info => "note info",
        Severity::Warning => "note warn",
        Severity::Error => "note bad",
    };
    html! {
        <li key={place} {class}>
            <b>{ note.tag }{ ": " }</b>
            { leaf("span", "", note.text.clone()) }
            <span class="hints">{ for note.hints.iter().map(hint) }</span>
        </li>
    }
}

/// What to do about it.
pub fn hint(text: &Text) -> Html {
    html! { <span class="hint">{ " " }{ text.clone() }</span> }
}
