//! On a phone: the total, always in view, and the way to the bill.

use super::leaf::leaf;
use crate::browser::focus;
use crate::ids;
use crate::view_model::Licences;
use yew::prelude::*;

/// The bar at the bottom of a phone.
pub fn pinned(bill: &Licences) -> Html {
    let onclick = Callback::from(|_: MouseEvent| focus::on(ids::LICENCES));
    let class = if bill.left_out.is_empty() { "num" } else { "num doubtful" };
    let told = match bill.whole_total() {
        total if total.is_empty() => bill.empty.clone(),
        total => total.into(),
    };
    html! {
        <footer class="pinned">
            <button type="button" {onclick}>
                <span class="num">{ bill.count.clone() }{ leaf("small", "left-out", bill.left_out.clone()) }</span>{ " " }
                { leaf("span", class, told) }
            </button>
        </footer>
    }
}
