//! A list of which one is picked; picking closes the panel around it.

use crate::shell::popover;
use crate::view_model::Text;
use yew::prelude::*;

/// Something to pick.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// What it is called.
    pub text: Text,
    /// What it means; may be empty.
    pub about: Text,
    /// Whether it is picked; none where nothing stays picked.
    pub chosen: Option<bool>,
}

#[derive(Properties, PartialEq)]
pub struct ChooseProps {
    /// What to pick from.
    pub choices: Vec<Choice>,
    /// Takes over a choice.
    pub onpick: Callback<usize>,
}

#[component]
pub fn Choose(props: &ChooseProps) -> Html {
    let entry = |(place, choice): (usize, &Choice)| {
        let onpick = props.onpick.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            onpick.emit(place);
            popover::hide_around(&event);
        });
        html! {
            <li key={place}>
                <button type="button" class="choice" aria-pressed={choice.chosen.map(|chosen| chosen.to_string())} {onclick}>
                    <span>{ choice.text.clone() }</span>
                    <small>{ choice.about.clone() }</small>
                </button>
            </li>
        }
    };
    html! { <ul class="choices">{ for props.choices.iter().enumerate().map(entry) }</ul> }
}
