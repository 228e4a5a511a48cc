//! The people of the organisation.

use super::common::{Button, ButtonLook, Card};
use super::dispatch::use_dispatch;
use super::language::use_words;
use super::people_row::PeopleRow;
use crate::browser::grid;
use crate::ids;
use crate::session::{Kind, adding};
use crate::view_model::{self, Standings};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PeopleCardProps {
    /// The groups.
    pub rows: Vec<Rc<view_model::PeopleRow>>,
    /// Relationships that people can have.
    pub standings: Rc<Standings>,
}

#[component]
pub fn PeopleCard(props: &PeopleCardProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let onclick = dispatch.always::<MouseEvent>(adding(Kind::People));
    let actions = html! { <Button look={ButtonLook::Small} id={ids::add(Kind::People)} {onclick}>{ words.add_group() }</Button> };
    let onkeydown = Callback::from(|event: KeyboardEvent| grid::keydown(&event));
    let row = |row: &Rc<view_model::PeopleRow>| {
        html! { <PeopleRow key={row.id.to_string()} row={row.clone()} standings={props.standings.clone()} /> }
    };
    html! {
        <Card heading={words.people()} {actions}>
            <p class="empty">{ if props.rows.is_empty() { words.no_people() } else { "" } }</p>
            <ul class="rows" data-after={ids::add(Kind::People)} {onkeydown}>{ for props.rows.iter().map(row) }</ul>
        </Card>
    }
}
