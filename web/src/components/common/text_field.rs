//! A field for text that is taken over letter by letter.

use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The identifier of the element.
    pub id: Text,
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
    /// Called with the text at every letter.
    pub ontext: Callback<String>,
}

#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let ontext = props.ontext.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            ontext.emit(input.value());
        }
    });
    html! {
        <input type="text" class={props.class} id={props.id.clone()} data-cell="name" autocomplete="off"
            spellcheck="false" maxlength={props.longest.to_string()} aria-label={props.label.clone()}
            value={props.value.clone()} placeholder={props.placeholder.clone()} {oninput} />
    }
}
