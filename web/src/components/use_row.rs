//! A use: a sentence whose words open lists, and what the terms say of it.

use super::dispatch::{Dispatch, use_dispatch};
use super::notes::Notes;
use super::reasons::Reasons;
use super::word::UseWord;
use crate::ids;
use crate::session::{Action, Edit, Subject, Word};
use crate::view_model::{self, Choices, Text, Verdict};
use crate::words::{self, Piece};
use seatwise_core::rulebook::VerdictKind;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct UseRowProps {
    /// The use.
    pub row: view_model::UseRow,
    /// What its words can be changed into.
    pub choices: Rc<Choices>,
}

#[component]
pub fn UseRow(props: &UseRowProps) -> Html {
    let dispatch = use_dispatch();
    let row = &props.row;
    let piece = |(place, piece): (usize, &Piece)| match piece {
        Piece::Link(text) => html! { <span key={place} class="link-text">{ *text }</span> },
        Piece::Word(found, text) => html! { <div class="pop" key={format!("{found:?}")}>{ word(props, *found, text.clone().into()) }</div> },
    };
    let offer = |found: &Word| {
        html! { <div key={format!("{found:?}")} class="offer">{ word(props, *found, Text::Static(words::offer(*found))) }</div> }
    };
    html! {
        <li class="use">
            <div class="sentence">
                <div class="words">{ for row.sentence.iter().enumerate().map(piece) }</div>
                <div class="offers">{ for row.offers.iter().map(offer) }</div>
                <span class="says">{ for row.verdicts.iter().map(|found| verdict(row, found, &dispatch)) }</span>
            </div>
            <button type="button" class="remove" aria-label={words::remove_use(&row.plain())}
                onclick={dispatch.always(Action::Edit(Edit::RemoveUse(row.key)))}>{"×"}</button>
            <div class="below">
                <Notes notes={row.notes.clone()} />
                <div class="slot">{ reasons(row) }</div>
            </div>
        </li>
    }
}

fn word(props: &UseRowProps, word: Word, text: Text) -> Html {
    let row = &props.row;
    html! {
        <UseWord {word} {text} key_={row.key} found={Rc::clone(&row.found)} choices={Rc::clone(&props.choices)}
            asked={row.asked == Some(word)} />
    }
}

/// A word on what the terms say, which opens the reason.
fn verdict(row: &view_model::UseRow, found: &Verdict, dispatch: &Dispatch) -> Html {
    let class = match found.kind {
        VerdictKind::Needs => "flag plain",
        VerdictKind::Included | VerdictKind::Exempt => "flag good",
        VerdictKind::Impossible => "flag bad",
        VerdictKind::Disputed => "flag odd",
        VerdictKind::Unknown => "flag warn",
    };
    let open = row.reasons.is_some();
    html! {
        <button key={found.text} type="button" {class} aria-expanded={open.to_string()}
            aria-controls={open.then(|| ids::use_reason(row.key))}
            onclick={dispatch.always(Action::Reason(Subject::Use(row.key)))}>{ found.text }</button>
    }
}

fn reasons(row: &view_model::UseRow) -> Html {
    row.reasons.as_ref().map_or_else(Html::default, |reasons| {
        html! { <Reasons id={Text::from(ids::use_reason(row.key))} reasons={reasons.clone()} /> }
    })
}
