//! A line of the bill, which opens its reason in place.

use super::changing_text::ChangingText;
use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::reasons::reasons;
use crate::ids;
use crate::session::{Action, Subject};
use crate::view_model::{BillRow, Text};
use crate::words;
use yew::prelude::*;

/// A line of the bill, at its place there.
pub fn bill_line(place: usize, row: &BillRow, dispatch: &Dispatch) -> Html {
    let id = Text::from(ids::line_reason(place));
    let open = !row.reasons.is_empty();
    let onclick = dispatch.always::<MouseEvent>(Action::Reason(Subject::Line(row.licence.to_string())));
    html! {
        <li class={if open { "line open" } else { "line" }}>
            <button type="button" aria-expanded={if open { "true" } else { "false" }} aria-controls={id.clone()} {onclick}>
                <span class="quantity"><ChangingText text={row.quantity.clone()} /></span>{ " " }
                <span class="what">
                    { leaf("span", "licence", row.name.clone()) }{ " " }
                    { leaf("span", "who", row.who.clone()) }
                </span>{ " " }
                <span class={if row.doubtful { "amount assumed" } else { "amount" }}>
                    <ChangingText text={row.amount.clone()} />{ " " }
                    <span class="unit">{ row.unit.clone() }{ leaf("span", "dot", " · ") }{ leaf("small", "", words::WHY) }</span>
                </span>
            </button>
            <div class="slot">{ reasons(id, &row.reasons) }</div>
        </li>
    }
}
