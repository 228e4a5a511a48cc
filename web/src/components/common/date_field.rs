//! A field for a day of the calendar, in the browser's own form.

use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DateFieldProps {
    /// Its accessible name; none where a label stands around it.
    #[prop_or_default]
    pub label: Option<Text>,
    /// The day, as `2026-11-27`; empty for none.
    pub day: Text,
    /// Called with another day, or with none.
    pub onday: Callback<Option<String>>,
}

#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let onchange = props.onday.reform(|event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        input.map(|input| input.value()).filter(|day| !day.is_empty())
    });
    html! { <input type="date" class="date" aria-label={props.label.clone()} value={props.day.clone()} {onchange} /> }
}
