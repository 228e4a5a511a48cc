//! The people of the organisation.

use super::dispatch::use_dispatch;
use super::people_row::PeopleRow;
use crate::ids;
use crate::session::{Kind, adding};
use crate::shell::grid;
use crate::view_model::{self, Text};
use crate::words;
use seatwise_core::rulebook::Relationship;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PeopleProps {
    /// The groups.
    pub rows: Rc<Vec<view_model::PeopleRow>>,
    /// Who people can be.
    pub standings: Rc<Vec<(Relationship, Text)>>,
}

#[component]
pub fn People(props: &PeopleProps) -> Html {
    let dispatch = use_dispatch();
    let onkeydown = Callback::from(|event: KeyboardEvent| grid::keydown(&event));
    let row = |row: &view_model::PeopleRow| {
        html! { <PeopleRow key={row.id.to_string()} row={row.clone()} standings={Rc::clone(&props.standings)} /> }
    };
    let empty = if props.rows.is_empty() { words::NO_PEOPLE } else { "" };
    html! {
        <div class="card">
            <div class="card-head">
                <h3>{ words::PEOPLE }</h3>
                <button type="button" class="btn small" id={ids::add(Kind::People)}
                    onclick={dispatch.always(adding(Kind::People))}>{ words::ADD_GROUP }</button>
            </div>
            <p class="empty">{ empty }</p>
            <ul class="rows" data-after={ids::add(Kind::People)} {onkeydown}>{ for props.rows.iter().map(row) }</ul>
        </div>
    }
}
