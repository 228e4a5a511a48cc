//! A field that narrows a list down to what is looked for.

use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// From so many entries on, a list can be narrowed down.
pub const LONG: usize = 9;

#[derive(Properties, PartialEq)]
pub struct FilterProps {
    /// Its accessible name, and what it shows while it is empty.
    pub label: Text,
    /// Text that is looked for.
    pub wanted: Text,
    /// Called with what is looked for, at every letter.
    pub onwanted: Callback<String>,
}

#[component]
pub fn Filter(props: &FilterProps) -> Html {
    let onwanted = props.onwanted.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            onwanted.emit(input.value());
        }
    });
    html! {
        <input type="text" class="filter" autocomplete="off" spellcheck="false" aria-label={props.label.clone()}
            placeholder={props.label.clone()} value={props.wanted.clone()} {oninput} />
    }
}

/// Tells if a text holds every word that is looked for, in any order and case.
pub fn fits(text: &str, wanted: &str) -> bool {
    let text = text.to_lowercase();
    wanted.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn every_word_is_looked_for_in_any_order() {
        assert!(fits("work on cases", ""));
        assert!(fits("Work on cases", "CASE work"));
        assert!(!fits("work on cases", "case lead"));
    }
}
