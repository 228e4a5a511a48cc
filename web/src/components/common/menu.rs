//! A list of which one is picked; picking closes the popover around it.

use super::aria;
use crate::browser::popover;
use crate::view_model::Text;
use yew::prelude::*;

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq)]
pub struct MenuItem {
    /// Its name.
    pub text: Text,
    /// Its explanation; may be empty.
    pub about: Text,
    /// True if it is picked; none where nothing stays picked.
    pub chosen: Option<bool>,
}

impl MenuItem {
    /// An entry that does not stay picked.
    pub fn new(text: impl Into<Text>, about: impl Into<Text>) -> Self {
        Self { text: text.into(), about: about.into(), chosen: None }
    }
}

#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// The entries.
    pub items: Vec<MenuItem>,
    /// Called with the place of the entry that is picked.
    pub onpick: Callback<usize>,
}

#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let item = |(place, item): (usize, &MenuItem)| {
        let onpick = props.onpick.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            onpick.emit(place);
            popover::hide_around(&event);
        });
        html! {
            <li key={place}>
                <button type="button" class="choice" aria-pressed={item.chosen.map(aria)} {onclick}>
                    <span>{ item.text.clone() }</span>
                    <small>{ item.about.clone() }</small>
                </button>
            </li>
        }
    };
    html! { <ul class="choices">{ for props.items.iter().enumerate().map(item) }</ul> }
}
