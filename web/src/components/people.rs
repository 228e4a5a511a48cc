//! The people of the organisation.

use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::part::{Shows, part};
use crate::browser::grid;
use crate::ids;
use crate::session::{Kind, adding};
use crate::view_model::{PeopleRow, Text};
use crate::words;
use seatwise_core::rulebook::Relationship;
use std::rc::Rc;
use yew::prelude::*;

/// The card of the people.
pub fn people(rows: &[Rc<PeopleRow>], standings: &Rc<Vec<(Relationship, Text)>>, dispatch: &Dispatch) -> Html {
    let onkeydown = Callback::from(|event: KeyboardEvent| grid::keydown(&event));
    let row = |row: &Rc<PeopleRow>| {
        part(row.id.to_string().into(), Shows::People(Rc::clone(row), Rc::clone(standings)), dispatch)
    };
    let empty = if rows.is_empty() { words::NO_PEOPLE } else { "" };
    html! {
        <div class="card">
            <div class="card-head">
                { leaf("h3", "", words::PEOPLE) }
                <button type="button" class="btn small" id={ids::add(Kind::People)}
                    onclick={dispatch.always(adding(Kind::People))}>{ words::ADD_GROUP }</button>
            </div>
            { leaf("p", "empty", empty) }
            <ul class="rows" data-after={ids::add(Kind::People)} {onkeydown}>{ for rows.iter().map(row) }</ul>
        </div>
    }
}
