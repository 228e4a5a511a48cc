//! A box to tick, with its text.

use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CheckBoxProps {
    /// The text beside it.
    pub label: Text,
    /// The accessible name, where the text alone does not say of what; it holds the text.
    #[prop_or_default]
    pub name: Option<Text>,
    /// True if it is ticked.
    pub checked: bool,
    /// True if it cannot be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// Explanation in a few words more.
    #[prop_or_default]
    pub about: Text,
    /// Called with the new state.
    pub onchange: Callback<bool>,
}

#[component]
pub fn CheckBox(props: &CheckBoxProps) -> Html {
    let onchange = props.onchange.reform(|event: Event| {
        event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
    });
    html! {
        <label class="tick">
            <input type="checkbox" aria-label={props.name.clone()} checked={props.checked} disabled={props.disabled} {onchange} />
            <span>{ props.label.clone() }<small>{ props.about.clone() }</small></span>
        </label>
    }
}
