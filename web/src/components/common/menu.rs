//! A list of which one is picked; picking closes the popover around it.

use super::aria;
use super::filter::{Filter, LONG, fits};
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
    /// The name of the field that narrows a long list down; none where it is never long.
    #[prop_or_default]
    pub filter: Option<Text>,
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
    let wanted = use_state(String::new);
    let fitting = props.items.iter().enumerate().filter(|(_, item)| fits(&item.text, &wanted));
    let filter = props.filter.clone().filter(|_| props.items.len() >= LONG).map(|label| {
        let set = wanted.clone();
        let onwanted = Callback::from(move |text| set.set(text));
        html! { <Filter {label} wanted={Text::from(wanted.to_string())} {onwanted} /> }
    });
    html! {
        <>
            <div class="slot">{ for filter }</div>
            <ul class="choices">{ for fitting.map(item) }</ul>
        </>
    }
}
