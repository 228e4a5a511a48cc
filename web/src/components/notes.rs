//! What there is to tell: doubtful in amber, grave in red, and always in words as well.

use super::dispatch::Dispatch;
use super::leaf::leaf;
use crate::view_model::{Note, Text};
use seatwise_core::diagnostic::Severity;
use yew::prelude::*;

/// A list of notes.
pub fn notes(notes: &[Note], dispatch: &Dispatch) -> Html {
    let row = |(place, found): (usize, &Note)| note(place, found, dispatch);
    html! { <ul class="notes">{ for notes.iter().enumerate().map(row) }</ul> }
}

fn note(place: usize, note: &Note, dispatch: &Dispatch) -> Html {
    let class = match note.severity {
        Severity::Info => "note info",
        Severity::Warning => "note warn",
        Severity::Error => "note bad",
    };
    let offer = note.offer.as_ref().map(|(text, action)| {
        let onclick = dispatch.always::<MouseEvent>(action.clone());
        html! { <button type="button" class="btn small" {onclick}>{ *text }</button> }
    });
    html! {
        <li key={place} {class}>
            <b>{ note.tag }{ ": " }</b>
            { leaf("span", "", note.text.clone()) }
            <span class="hints">{ for note.hints.iter().map(hint) }</span>
            <div class="offer">{ offer.unwrap_or_default() }</div>
        </li>
    }
}

/// What to do about it.
pub fn hint(text: &Text) -> Html {
    html! { <span class="hint">{ " " }{ text.clone() }</span> }
}
