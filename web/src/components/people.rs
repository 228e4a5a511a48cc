//! The people of the organisation.

use super::common::{Button, ButtonLook, Card, Heads};
use super::dispatch::use_dispatch;
use super::explained::WordsHere;
use super::language::use_words;
use super::people_row::PeopleRow;
use crate::browser::{clipboard, grid};
use crate::ids;
use crate::session::{Action, Kind, is_rows};
use crate::view_model::{self, Explanations, Standings};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PeopleCardProps {
    /// The groups.
    pub rows: Vec<Rc<view_model::PeopleRow>>,
    /// Relationships that people can have.
    pub standings: Rc<Standings>,
    /// Words that stand in these.
    pub explained: Explanations,
}

#[component]
pub fn PeopleCard(props: &PeopleCardProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let last = props.rows.last().map(|row| row.name_id.to_string()).unwrap_or_default();
    let onclick = dispatch.always::<MouseEvent>(Action::GoTo(last));
    let actions = html! { <Button look={ButtonLook::Small} id={ids::add(Kind::People)} {onclick}>{ words.add_group() }</Button> };
    let onkeydown = Callback::from(|event: KeyboardEvent| grid::keydown(&event));
    let onpaste = dispatch.maybe(|event: Event| {
        clipboard::pasted(&event).filter(|text| is_rows(text)).map(|text| {
            event.prevent_default();
            Action::Paste(text)
        })
    });
    let row = |row: &Rc<view_model::PeopleRow>| {
        html! { <PeopleRow key={row.id.to_string()} row={row.clone()} standings={props.standings.clone()} /> }
    };
    html! {
        <Card heading={words.people()} {actions}>
            <p class="empty">{ if props.rows.len() < 2 { words.no_people() } else { "" } }</p>
            <Heads heads={words.people_heads()} />
            <ul class="rows" data-after={ids::add(Kind::People)} {onkeydown} {onpaste}>{ for props.rows.iter().map(row) }</ul>
            <WordsHere place="people" explained={props.explained.clone()} />
        </Card>
    }
}
