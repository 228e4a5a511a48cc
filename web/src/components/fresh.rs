//! A text that is marked for a moment when it changes.

use crate::view_model::Text;
use yew::prelude::*;

/// A text that changed so many times since it was first shown.
pub fn fresh(text: &Text, turn: u32) -> Html {
    let class = if turn == 0 { "num" } else { "num fresh" };
    // A new element at each turn, so that the mark begins anew.
    html! { <span class="fresh-slot"><span key={turn} {class}>{ text.clone() }</span></span> }
}
