//! A line of the bill, which opens its reason in place.

use super::common::{Button, ButtonLook, ChangingText, aria};
use super::dispatch::use_dispatch;
use super::language::use_words;
use super::reasons::Reasons;
use crate::ids;
use crate::session::{Action, Subject};
use crate::view_model::{BillRow, Text};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct BillLineProps {
    /// Its place on the bill.
    pub place: usize,
    /// The line.
    pub row: Rc<BillRow>,
    /// True if its price cannot be changed.
    pub fixed: bool,
}

#[component]
pub fn BillLine(props: &BillLineProps) -> Html {
    let words = use_words();
    let row = &props.row;
    let id = Text::from(ids::line_reason(props.place));
    let open = !row.reasons.is_empty();
    let onclick =
        use_dispatch().always::<MouseEvent>(Action::Reason(Subject::Line(row.licence.to_string())));
    html! {
        <li class={if open { "line open" } else { "line" }}>
            <button type="button" aria-expanded={aria(open)} aria-controls={id.clone()} {onclick}>
                <span class="quantity"><ChangingText text={row.quantity.clone()} /></span>{ " " }
                <span class="what">
                    <span class="licence">{ row.name.clone() }</span>{ " " }
                    <span class="who">{ row.who.clone() }</span>
                </span>{ " " }
                <span class={if row.doubtful { "amount doubtful" } else { "amount" }}>
                    <ChangingText text={row.amount.clone()} />{ " " }
                    <span class="unit">
                        { row.unit.clone() }<span class="dot">{ " · " }</span>
                        <span class="slot">{ for row.assumed.then(|| assumed(words)) }</span>
                        <small>{ words.why() }</small>
                    </span>
                </span>
            </button>
            <div class="slot">{ for open.then(|| html! {
                <Reasons {id} reasons={row.reasons.clone()}><SetPrice row={row.clone()} fixed={props.fixed} /></Reasons>
            }) }</div>
        </li>
    }
}

/// Says that a price is an assumption, in words: colour alone is no sign.
fn assumed(words: Words) -> Html {
    html! { <><span class="assumed">{ words.assumed() }</span><span class="dot">{ " · " }</span></> }
}

#[derive(Properties, PartialEq)]
struct SetPriceProps {
    row: Rc<BillRow>,
    fixed: bool,
}

/// The way from a line to the price that it rests on.
#[component]
fn SetPrice(props: &SetPriceProps) -> Html {
    let words = use_words();
    let onclick =
        use_dispatch().always::<MouseEvent>(Action::SetPrice(props.row.licence.to_string()));
    let label = Text::from(words.set_price_of(&props.row.name));
    html! {
        <p class="set-price" hidden={props.fixed}>
            <Button look={ButtonLook::Link} {label} {onclick}>{ words.set_price() }</Button>
        </p>
    }
}
