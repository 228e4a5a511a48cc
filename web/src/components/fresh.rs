//! A text that is marked for a moment when it changes.

use crate::view_model::Text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FreshProps {
    /// The text.
    pub text: Text,
}

#[component]
pub fn Fresh(props: &FreshProps) -> Html {
    let first = use_mut_ref(|| props.text.clone());
    let turn = use_mut_ref(|| 0_u32);
    let changed = *first.borrow() != props.text;
    if changed {
        first.replace(props.text.clone());
        let next = turn.borrow().wrapping_add(1);
        turn.replace(next);
    }
    // A new element, so that the mark begins anew.
    let key = *turn.borrow();
    let class = if key == 0 { "num" } else { "num fresh" };
    html! { <span class="fresh-slot"><span {key} {class}>{ props.text.clone() }</span></span> }
}
