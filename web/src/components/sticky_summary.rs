//! On a phone: the total, always in view, and the way to the bill.

use crate::browser::focus;
use crate::ids;
use crate::view_model::{Licences, Text};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct StickySummaryProps {
    /// The bill.
    pub licences: Rc<Licences>,
}

/// The bar at the bottom of a phone.
#[component]
pub fn StickySummary(props: &StickySummaryProps) -> Html {
    let bill = &props.licences;
    let onclick = Callback::from(|_: MouseEvent| focus::on(ids::LICENCES));
    let class = if bill.left_out.is_empty() { "num" } else { "num doubtful" };
    let total = match bill.whole_total() {
        total if total.is_empty() => bill.empty.clone(),
        total => Text::from(total),
    };
    html! {
        <footer class="pinned">
            <button type="button" {onclick}>
                <span class="num">{ bill.count.clone() }<small class="left-out">{ bill.left_out.clone() }</small></span>{ " " }
                <span {class}>{ total }</span>
            </button>
        </footer>
    }
}
