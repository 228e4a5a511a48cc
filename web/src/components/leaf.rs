//! An element that holds nothing but text: one call in the module, where each spelled out would be a hundred bytes.

use crate::view_model::Text;
use yew::prelude::*;

/// Such an element; `class` may be empty.
pub fn leaf(tag: &'static str, class: &'static str, text: impl Into<Text>) -> Html {
    made(tag, class, text.into())
}

#[inline(never)]
fn made(tag: &'static str, class: &'static str, text: Text) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class}>{ text }</@> }
}
