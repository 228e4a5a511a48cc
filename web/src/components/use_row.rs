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
use crate::words::{Piece, Words};
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
    let sentence = &props.row.sentence;
    let after_field = matches!(
        place.checked_sub(1).and_then(|before| sentence.get(before)),
        Some(Piece::Field(..))
    );
    match sentence.get(place) {
        None => Html::default(),
        Some(Piece::Link(text)) => {
            let (_, text) = if after_field { without_stop(text) } else { ("", *text) };
            html! { <span key={place} class="link-text">{ text }</span> }
        }
        Some(Piece::Field(field, text, emphasis)) => {
            let stop = match sentence.get(place.saturating_add(1)) {
                Some(Piece::Link(link)) => without_stop(link).0,
                _ => "",
            };
            html! {
                <div class="pop" key={ids::field_name(*field)}>
                    <UseFieldButton row={props.row.clone()} choices={props.choices.clone()} field={*field} text={text.clone()}
                        emphasis={*emphasis} />
                    { stop }
                </div>
            }
        }
    }
}

/// Returns the stops at the start of a text, which stay on the line of the word before, and what
/// follows them.
fn without_stop(text: &str) -> (&str, &str) {
    let end = text.find(|letter| !matches!(letter, '.' | ',' | ';')).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or(("", text))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_stays_with_the_word_before_it() {
        assert_eq!(without_stop("."), (".", ""));
        assert_eq!(without_stop(", auf "), (",", " auf "));
        assert_eq!(without_stop(" from "), ("", " from "));
        assert_eq!(without_stop(""), ("", ""));
    }
}
