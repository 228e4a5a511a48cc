//! Products to choose from, family by family, the newest first.

use crate::view_model::{ProductGroup, Text};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ProductListProps {
    /// The products.
    pub products: Rc<Vec<ProductGroup>>,
    /// The one that is chosen, by the identifier of its rulebook; none where a choice ends the list.
    #[prop_or_default]
    pub chosen: Option<Text>,
    /// Called with the identifier of the rulebook that is picked.
    pub onpick: Callback<String>,
}

#[component]
pub fn ProductList(props: &ProductListProps) -> Html {
    let product = |(id, name, about): &(Text, Text, Text)| {
        let picked = id.to_string();
        let onclick = props.onpick.reform(move |_: MouseEvent| picked.clone());
        let pressed = props.chosen.as_ref().map(|chosen| super::common::aria(chosen == id));
        html! {
            <li key={id.to_string()}>
                <button type="button" class="choice" aria-pressed={pressed} {onclick}>
                    <span>{ name.clone() }</span><small>{ about.clone() }</small>
                </button>
            </li>
        }
    };
    let group = |group: &ProductGroup| {
        html! {
            <section key={group.heading.to_string()} aria-label={group.heading.clone()}>
                <h3>{ group.heading.clone() }</h3>
                <ul>{ for group.products.iter().map(product) }</ul>
            </section>
        }
    };
    html! { <div class="products">{ for props.products.iter().map(group) }</div> }
}
