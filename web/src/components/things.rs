//! Devices and servers.

use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::part::{Shows, part};
use crate::browser::grid;
use crate::ids;
use crate::session::{Kind, adding};
use crate::view_model::ThingRow;
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

/// The card of devices and servers.
pub fn things(rows: &[Rc<ThingRow>], dispatch: &Dispatch) -> Html {
    let onkeydown = Callback::from(|event: KeyboardEvent| grid::keydown(&event));
    let row = |row: &Rc<ThingRow>| part(row.name_id.to_string().into(), Shows::Thing(Rc::clone(row)), dispatch);
    let add = |kind, text: &'static str| {
        let onclick = dispatch.always::<MouseEvent>(adding(kind));
        html! { <button type="button" class="btn small" id={ids::add(kind)} {onclick}>{ text }</button> }
    };
    let empty = if rows.is_empty() { words::NO_THINGS } else { "" };
    html! {
        <div class="card">
            <div class="card-head two">
                { leaf("h3", "", words::THINGS) }
                { add(Kind::Devices, words::ADD_DEVICES) }
                { add(Kind::Servers, words::ADD_SERVERS) }
            </div>
            { leaf("p", "empty", empty) }
            <ul class="rows" data-after={ids::add(Kind::Devices)} {onkeydown}>{ for rows.iter().map(row) }</ul>
        </div>
    }
}
