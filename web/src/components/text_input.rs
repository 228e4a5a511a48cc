//! A field for text that is taken over letter by letter.

use crate::engine;
use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a field for text shows.
pub struct TextField {
    /// The identifier of the element.
    pub id: Text,
    /// How it looks.
    pub class: &'static str,
    /// Its accessible name.
    pub label: Text,
    /// What it holds.
    pub value: Text,
    /// What it shows where it holds nothing.
    pub placeholder: Text,
}

/// A field whose text is handed on at every letter.
pub fn text_input(field: TextField, ontext: Callback<String>) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            ontext.emit(input.value());
        }
    });
    html! {
        <input type="text" class={field.class} id={field.id} data-cell="name" autocomplete="off" spellcheck="false"
            maxlength={engine::LONGEST_NAME.to_string()} aria-label={field.label} value={field.value} placeholder={field.placeholder} {oninput} />
    }
}
