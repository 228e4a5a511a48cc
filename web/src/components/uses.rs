//! Who uses what, as sentences.

use super::dispatch::use_dispatch;
use super::use_row::UseRow;
use crate::ids;
use crate::session::{Action, Edit};
use crate::view_model::{self, Choices};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct UsesProps {
    /// The uses.
    pub rows: Rc<Vec<view_model::UseRow>>,
    /// What their words can be changed into.
    pub choices: Rc<Choices>,
}

#[component]
pub fn Uses(props: &UsesProps) -> Html {
    let dispatch = use_dispatch();
    let row = |row: &view_model::UseRow| {
        html! { <UseRow key={row.key.0} row={row.clone()} choices={Rc::clone(&props.choices)} /> }
    };
    let nobody = props.choices.people.is_empty();
    let empty = if props.rows.is_empty() { words::NO_USES } else { "" };
    html! {
        <div class="card">
            <div class="card-head">
                <h3>{ words::USES }</h3>
                <button type="button" class="btn small" id={ids::ADD_USE} disabled={nobody}
                    onclick={dispatch.always(Action::Edit(Edit::AddUse(None)))}>{ words::ADD_USE }</button>
            </div>
            <p class="empty">{ empty }</p>
            <ul class="uses">{ for props.rows.iter().map(row) }</ul>
        </div>
    }
}
