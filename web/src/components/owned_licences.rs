//! Licences that the organisation owns already, against those that it needs.

use super::common::{Button, ButtonLook, Card, CardHead, Column, ColumnKind, Table, columns};
use super::dispatch::use_dispatch;
use super::explained::WordsHere;
use super::language::use_words;
use super::owned_row::OwnedRow;
use super::save_button::SaveButton;
use crate::browser::grid;
use crate::ids;
use crate::session::{Action, Edit, Export};
use crate::view_model::{self, Explanations, Named, Needed, Text};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OwnedLicencesProps {
    /// The owned lots.
    pub rows: Rc<Vec<view_model::OwnedRow>>,
    /// Licences that can be owned.
    pub for_sale: Rc<Vec<Named>>,
    /// Owned licences against needed ones; none where nothing is owned.
    pub needed: Option<Rc<Needed>>,
    /// Words that stand here.
    pub explained: Explanations,
}

#[component]
pub fn OwnedLicences(props: &OwnedLicencesProps) -> Html {
    let words = use_words();
    let onclick = use_dispatch().always::<MouseEvent>(Action::Edit(Edit::AddOwned));
    let actions = html! { <Button look={ButtonLook::Small} id={ids::ADD_OWNED} {onclick}>{ words.add_owned() }</Button> };
    let onkeydown = Callback::from(|event: KeyboardEvent| grid::keydown(&event));
    let row = |row: &view_model::OwnedRow| {
        html! { <OwnedRow key={row.key.0} row={row.clone()} for_sale={props.for_sale.clone()} /> }
    };
    html! {
        <Card heading={words.owned()} {actions}>
            <p class="empty">{ if props.rows.is_empty() { words.no_owned() } else { "" } }</p>
            <ul class="rows owned" data-after={ids::ADD_OWNED} {onkeydown}>{ for props.rows.iter().map(row) }</ul>
            <WordsHere place="owned" explained={props.explained.clone()} />
            <div class="slot">{ for props.needed.iter().map(|needed| self::needed(words, needed)) }</div>
        </Card>
    }
}

/// Owned licences against needed ones.
fn needed(words: Words, needed: &Needed) -> Html {
    let sentence = |(place, text): (usize, &Text)| html! { <p key={place}>{ text.clone() }</p> };
    html! {
        <section class="needed" aria-label={words.needed()}>
            <CardHead heading={words.needed()} level="h4"><SaveButton export={Export::Owned} /></CardHead>
            <div>{ for needed.sentences.iter().enumerate().map(sentence) }</div>
            <div class="table-scroll" tabindex="0" role="group" aria-label={words.needed()}>
                <Table columns={needed_columns(words)} rows={needed.rows.clone()} />
            </div>
        </section>
    }
}

fn needed_columns(words: Words) -> Vec<Column> {
    let [text, number] = [ColumnKind::Text, ColumnKind::Number];
    columns(words.owned_headings(), [text, number, number, number, number, number])
}
