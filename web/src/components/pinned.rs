//! On a phone: the total, always in view, and the way to the bill.

use crate::ids;
use crate::shell::focus;
use crate::view_model::Text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PinnedProps {
    /// How many licences there are.
    pub count: Text,
    /// The total.
    pub total: Text,
    /// Its currency.
    pub currency: Text,
}

#[component]
pub fn Pinned(props: &PinnedProps) -> Html {
    let onclick = Callback::from(|_: MouseEvent| focus::on(ids::LICENCES));
    html! {
        <footer class="pinned">
            <button type="button" {onclick}>
                <span class="num">{ props.count.clone() }</span>{ " " }
                <span class="num">{ props.total.clone() }{ " " }{ props.currency.clone() }</span>
            </button>
        </footer>
    }
}
