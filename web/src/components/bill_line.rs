//! A line of the bill, which opens its reason in place.

use super::dispatch::use_dispatch;
use super::fresh::Fresh;
use super::reasons::reasons;
use crate::ids;
use crate::session::{Action, Subject};
use crate::view_model::{BillRow, Text};
use crate::words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct BillLineProps {
    /// Its place on the bill.
    pub place: usize,
    /// The line.
    pub row: BillRow,
}

#[component]
pub fn BillLine(props: &BillLineProps) -> Html {
    let dispatch = use_dispatch();
    let row = &props.row;
    let id = Text::from(ids::line_reason(props.place));
    let open = !row.reasons.is_empty();
    let onclick = dispatch.always::<MouseEvent>(Action::Reason(Subject::Line(row.licence.to_string())));
    html! {
        <li class={if open { "line open" } else { "line" }}>
            <button type="button" aria-expanded={if open { "true" } else { "false" }} aria-controls={id.clone()} {onclick}>
                <span class="quantity"><Fresh text={row.quantity.clone()} /></span>{ " " }
                <span class="what">
                    <span class="licence">{ row.name.clone() }</span>{ " " }
                    <span class="who">{ row.who.clone() }</span>
                </span>{ " " }
                <span class={if row.doubtful { "amount assumed" } else { "amount" }}>
                    <Fresh text={row.amount.clone()} />{ " " }
                    <small>{ words::WHY }</small>
                </span>
            </button>
            <div class="slot">{ reasons(id, &row.reasons) }</div>
        </li>
    }
}
