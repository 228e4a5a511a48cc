//! A field for text that is taken over once it is left, or by Enter.

use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CommittedFieldProps {
    /// Class of its look.
    pub class: &'static str,
    /// Its accessible name.
    pub label: Text,
    /// Text that it holds.
    pub value: Text,
    /// Text that it shows where it holds nothing.
    pub placeholder: Text,
    /// The most characters that it takes.
    pub longest: usize,
    /// Called with the text once it is another one.
    pub ontext: Callback<String>,
}

#[component]
pub fn CommittedField(props: &CommittedFieldProps) -> Html {
    let ontext = props.ontext.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            ontext.emit(input.value());
        }
    });
    html! {
        <input type="text" class={props.class} autocomplete="off" spellcheck="false" maxlength={props.longest.to_string()}
            aria-label={props.label.clone()} value={props.value.clone()} placeholder={props.placeholder.clone()} {onchange} />
    }
}
