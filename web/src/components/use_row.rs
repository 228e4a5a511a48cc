//! A use: a sentence whose words open lists, and what the terms say of it.

use super::dispatch::Dispatch;
use super::notes::notes;
use super::reasons::reasons;
use super::word::{Shown, word};
use crate::ids;
use crate::session::{Action, Edit, Subject};
use crate::view_model::{Choices, UseRow, Verdict};
use crate::words::{self, Piece, Said};
use seatwise_core::rulebook::VerdictKind;
use std::rc::Rc;
use yew::prelude::*;

/// The row of a use; `choices` is what its words can be changed into.
pub fn use_row(row: &UseRow, choices: &Rc<Choices>, dispatch: &Dispatch) -> Html {
    let sentence = row.sentence.iter().enumerate().map(|(place, found)| piece(row, choices, place, found, dispatch));
    html! {
        <li class="use">
            <div class="sentence">
                <div class="words">{ for sentence }</div>
                <span class="says">{ for row.verdicts.iter().map(|found| verdict(row, found, dispatch)) }</span>
            </div>
            <button type="button" class="remove" aria-label={words::remove_use(&row.plain())}
                onclick={dispatch.always(Action::Edit(Edit::RemoveUse(row.key)))}>{"×"}</button>
            <div class="below">
                { notes(&row.notes, dispatch) }
                <div class="slot">{ reasons(ids::use_reason(row.key).into(), &row.reasons) }</div>
            </div>
        </li>
    }
}

fn piece(row: &UseRow, choices: &Rc<Choices>, place: usize, piece: &Piece, dispatch: &Dispatch) -> Html {
    match piece {
        Piece::Link(text) => html! { <span key={place} class="link-text">{ *text }</span> },
        Piece::Word(found, text, said) => {
            let class = match said {
                Said::Plainly => "tok",
                Said::Softly => "tok soft",
                Said::Not => "tok offer",
            };
            let shown = Shown { word: *found, text: text.clone().into(), class };
            html! { <div class="pop" key={ids::of_word(*found)}>{ word(row, choices, shown, dispatch) }</div> }
        }
    }
}

/// A word on what the terms say, which opens the reason.
fn verdict(row: &UseRow, found: &Verdict, dispatch: &Dispatch) -> Html {
    let class = match found.kind {
        VerdictKind::Needs => "flag plain",
        VerdictKind::Included | VerdictKind::Exempt => "flag good",
        VerdictKind::Impossible => "flag bad",
        VerdictKind::Disputed => "flag odd",
        VerdictKind::Unknown => "flag warn",
    };
    let open = !row.reasons.is_empty();
    html! {
        <button key={found.text} type="button" {class} aria-label={words::verdict_of(found.text, &row.plain())} aria-expanded={if open { "true" } else { "false" }}
            aria-controls={open.then(|| ids::use_reason(row.key))}
            onclick={dispatch.always(Action::Reason(Subject::Use(row.key)))}>{ found.text }</button>
    }
}
