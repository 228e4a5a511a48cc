//! Who uses what, as sentences.

use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::part::{Shows, part};
use crate::ids;
use crate::session::{Action, Edit};
use crate::view_model::{Choices, UseRow};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

/// The card of the uses.
pub fn uses(rows: &[Rc<UseRow>], choices: &Rc<Choices>, dispatch: &Dispatch) -> Html {
    let row = |row: &Rc<UseRow>| part(row.key.0.into(), Shows::Use(Rc::clone(row), Rc::clone(choices)), dispatch);
    let empty = if rows.is_empty() { words::NO_USES } else { "" };
    html! {
        <div class="card">
            <div class="card-head">
                { leaf("h3", "", words::USES) }
                <button type="button" class="btn small" id={ids::ADD_USE} disabled={choices.people.is_empty()}
                    onclick={dispatch.always(Action::Edit(Edit::AddUse(None)))}>{ words::ADD_USE }</button>
            </div>
            { leaf("p", "empty", empty) }
            <ul class="uses">{ for rows.iter().map(row) }</ul>
        </div>
    }
}
