//! A field for text that is taken over letter by letter.

use super::dispatch::use_dispatch;
use crate::session::Action;
use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TextInputProps {
    /// Its accessible name.
    pub label: Text,
    /// What it holds.
    pub value: Text,
    /// What it shows where it holds nothing.
    pub placeholder: Text,
    /// Takes over what is typed.
    pub ontext: Callback<String>,
    /// The identifier of the element.
    #[prop_or_default]
    pub id: Option<Text>,
    /// How it looks.
    #[prop_or("name")]
    pub class: &'static str,
}

#[component]
pub fn TextInput(props: &TextInputProps) -> Html {
    let dispatch = use_dispatch();
    let ontext = props.ontext.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            ontext.emit(input.value());
        }
    });
    html! {
        <input type="text" class={props.class} id={props.id.clone()} data-cell="name" autocomplete="off" spellcheck="false"
            aria-label={props.label.clone()} value={props.value.clone()} placeholder={props.placeholder.clone()}
            {oninput} onblur={dispatch.always(Action::Settle)} />
    }
}
