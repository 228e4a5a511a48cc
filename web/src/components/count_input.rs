//! A field for a count. What is typed stays as it was typed until the field is left; what cannot be read is marked and
//! not taken over.

use crate::numerals::read_count;
use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CountInputProps {
    /// Its accessible name.
    pub label: Text,
    /// The count.
    pub count: u32,
    /// The same, written.
    pub written: Text,
    /// Takes over what is typed.
    pub oncount: Callback<u32>,
}

/// What was typed, while the count was this.
#[derive(Clone, PartialEq)]
struct Draft {
    text: String,
    count: u32,
}

#[component]
pub fn CountInput(props: &CountInputProps) -> Html {
    let draft = use_state(|| None::<Draft>);
    // The count was changed from elsewhere, by undoing for example: what was typed before no longer holds.
    let typed = draft.as_ref().filter(|draft| draft.count == props.count);
    let invalid = typed.is_some_and(|draft| read_count(&draft.text).is_none());
    let shown = typed.map_or_else(|| props.written.clone(), |draft| draft.text.clone().into());
    let oninput = {
        let (draft, oncount, before) = (draft.clone(), props.oncount.clone(), props.count);
        Callback::from(move |event: InputEvent| {
            let Some(text) = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()) else { return };
            let count = read_count(&text);
            draft.set(Some(Draft { text, count: count.unwrap_or(before) }));
            if let Some(count) = count {
                oncount.emit(count);
            }
        })
    };
    let onfocus = Callback::from(|event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            input.select();
        }
    });
    let onblur = Callback::from(move |_: FocusEvent| draft.set(None));
    html! {
        <input type="text" inputmode="numeric" class="count" data-cell="count" autocomplete="off"
            aria-label={props.label.clone()} aria-invalid={invalid.then_some("true")} value={shown}
            {oninput} {onfocus} {onblur} />
    }
}
