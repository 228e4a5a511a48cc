//! A field for a decimal number, which may be empty. What cannot be read is marked and not taken over.

use crate::numerals::Figure;
use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PriceInputProps {
    /// Its accessible name.
    pub label: Text,
    /// What it holds.
    pub value: Text,
    /// How what is typed is read.
    pub figure: Figure,
    /// What holds where it is empty.
    pub placeholder: Text,
    /// Takes over what is typed; nothing where the field is empty.
    pub onprice: Callback<Option<String>>,
}

#[component]
pub fn PriceInput(props: &PriceInputProps) -> Html {
    let draft = use_state(|| None::<String>);
    let invalid = draft.as_ref().is_some_and(|text| !text.trim().is_empty() && props.figure.read(text).is_none());
    let shown = draft.as_ref().map_or_else(|| props.value.clone(), |text| text.clone().into());
    let oninput = {
        let (draft, onprice, figure) = (draft.setter(), props.onprice.clone(), props.figure);
        Callback::from(move |event: InputEvent| {
            let Some(text) = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()) else { return };
            let price = figure.read(&text);
            if price.is_some() || text.trim().is_empty() {
                onprice.emit(price);
            }
            draft.set(Some(text));
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| draft.set(None));
    html! {
        <input type="text" inputmode="decimal" class="count" autocomplete="off" aria-label={props.label.clone()}
            aria-invalid={invalid.then_some("true")} value={shown} placeholder={props.placeholder.clone()}
            {oninput} {onblur} />
    }
}
