//! On a phone: the total, always in view, and the way to the bill.

use super::leaf::leaf;
use crate::ids;
use crate::shell::focus;
use crate::view_model::Licences;
use yew::prelude::*;

/// The bar at the bottom of a phone.
pub fn pinned(bill: &Licences) -> Html {
    let onclick = Callback::from(|_: MouseEvent| focus::on(ids::LICENCES));
    html! {
        <footer class="pinned">
            <button type="button" {onclick}>
                { leaf("span", "num", bill.count.clone()) }{ " " }
                <span class="num">{ bill.total.clone() }{ " " }{ bill.currency.clone() }</span>
            </button>
        </footer>
    }
}
