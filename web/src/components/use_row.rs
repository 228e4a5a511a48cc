//! A use: a sentence whose fields open lists, and what the terms say of it.

use super::common::aria;
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use super::notes::Notes;
use super::reasons::Reasons;
use super::row_menu::{self, RowMenu};
use super::use_field::UseFieldButton;
use crate::browser::grid;
use crate::ids;
use crate::session::{Action, Edit, Subject};
use crate::view_model::{self, Choices, Verdict};
use crate::words::{Emphasis, Piece, Words};
use seatwise_core::rulebook::VerdictKind;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct UseRowProps {
    /// The use.
    pub row: Rc<view_model::UseRow>,
    /// Choices that its fields can be changed into.
    pub choices: Rc<Choices>,
}

#[component]
pub fn UseRow(props: &UseRowProps) -> Html {
    let words = use_words();
    let row = &props.row;
    let dispatch = use_dispatch();
    let sentence = (0..row.sentence.len()).map(|place| piece(props, place));
    let key = row.key;
    let onkeydown = dispatch.maybe(move |event: KeyboardEvent| {
        Some(Action::Edit(Edit::MoveUse(key, grid::shifts(&event)?)))
    });
    let items = row_menu::of_use(words, key, row.place);
    html! {
        <li class="use" {onkeydown}>
            <div class="sentence">
                <div class="words">{ for sentence }</div>
                <span class="says">{ for row.verdicts.iter().map(|shown| verdict(words, row, shown, &dispatch)) }</span>
            </div>
            <div class="ends-row"><RowMenu id={ids::use_menu(key)} name={row.plain()} {items} /></div>
            <div class="below">
                <Notes notes={row.notes.clone()} />
                <div class="slot">{ for (!row.reasons.is_empty()).then(|| reasons(row)) }</div>
            </div>
        </li>
    }
}

fn piece(props: &UseRowProps, place: usize) -> Html {
    let UseRowProps { row, choices } = props;
    match row.sentence.get(place) {
        None => Html::default(),
        Some(Piece::Link(text)) => {
            html! { <span key={place} class="link-text">{ *text }</span> }
        }
        Some(Piece::Field(_, _, Emphasis::Offered)) if row.fixed => Html::default(),
        Some(Piece::Field(field, text, _)) if row.fixed => {
            html! { <span key={ids::field_name(*field)}>{ text.clone() }</span> }
        }
        Some(Piece::Field(field, text, emphasis)) => html! {
            <UseFieldButton key={ids::field_name(*field)} row={row.clone()} choices={choices.clone()} field={*field}
                text={text.clone()} emphasis={*emphasis} />
        },
    }
}

fn reasons(row: &view_model::UseRow) -> Html {
    html! { <Reasons id={ids::use_reason(row.key)} reasons={row.reasons.clone()} /> }
}

/// Verdict of the terms, in a word that opens the reason.
fn verdict(words: Words, row: &view_model::UseRow, verdict: &Verdict, dispatch: &Dispatch) -> Html {
    let class = match verdict.kind {
        VerdictKind::Needs => "flag plain",
        VerdictKind::Included | VerdictKind::Exempt => "flag good",
        VerdictKind::Impossible => "flag bad",
        VerdictKind::Disputed => "flag odd",
        VerdictKind::Unknown => "flag warn",
    };
    let open = !row.reasons.is_empty();
    let onclick = dispatch.always::<MouseEvent>(Action::Reason(Subject::Use(row.key)));
    html! {
        <button key={verdict.text} type="button" {class} aria-label={words.verdict_of(verdict.text, &row.plain())}
            aria-expanded={aria(open)} aria-controls={open.then(|| ids::use_reason(row.key))} {onclick}>
            { verdict.text }
        </button>
    }
}
