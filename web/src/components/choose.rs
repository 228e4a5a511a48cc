//! A list of which one is picked; picking closes the panel around it.

use super::leaf::leaf;
use crate::browser::popover;
use crate::view_model::Text;
use yew::prelude::*;

/// Something to pick.
pub struct Choice {
    /// What it is called.
    pub text: Text,
    /// What it means; may be empty.
    pub about: Text,
    /// Whether it is picked; none where nothing stays picked.
    pub chosen: Option<bool>,
}

/// A list to pick one from; hands on its place.
pub fn choose(choices: impl IntoIterator<Item = Choice>, onpick: &Callback<usize>) -> Html {
    let entry = |(place, choice): (usize, Choice)| {
        let onpick = onpick.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            onpick.emit(place);
            popover::hide_around(&event);
        });
        html! {
            <li key={place}>
                <button type="button" class="choice" aria-pressed={choice.chosen.map(pressed)} {onclick}>
                    { leaf("span", "", choice.text) }
                    { leaf("small", "", choice.about) }
                </button>
            </li>
        }
    };
    html! { <ul class="choices">{ for choices.into_iter().enumerate().map(entry) }</ul> }
}

const fn pressed(chosen: bool) -> &'static str {
    if chosen { "true" } else { "false" }
}
