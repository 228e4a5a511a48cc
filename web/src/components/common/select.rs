//! A list to choose from, kept in step with the session even after undoing.

use crate::view_model::Text;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// Its accessible name; none where a label stands beside it.
    #[prop_or_default]
    pub label: Option<Text>,
    /// Options to choose from.
    pub options: Vec<Text>,
    /// Which one is chosen.
    pub chosen: Option<usize>,
    /// Takes over a choice.
    pub onpick: Callback<usize>,
    /// The identifier of the element.
    #[prop_or_default]
    pub id: Option<Text>,
}

#[component]
pub fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    let place = props.chosen.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1);
    {
        let node = node.clone();
        use_effect_with((place, props.options.clone()), move |(place, _)| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_selected_index(*place);
            }
        });
    }
    let (onpick, before) = (props.onpick.clone(), place);
    let onchange = Callback::from(move |event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        if let Some(place) =
            select.as_ref().and_then(|select| usize::try_from(select.selected_index()).ok())
        {
            onpick.emit(place);
        }
        // Until the choice is taken over, the list shows what holds: it may be refused, or asked
        // about first.
        if let Some(select) = select {
            select.set_selected_index(before);
        }
    });
    let option = |(place, text): (usize, &Text)| {
        html! { <option key={place} selected={Some(place) == props.chosen}>{ text.clone() }</option> }
    };
    html! {
        <select ref={node} id={props.id.clone()} aria-label={props.label.clone()} {onchange}>
            { for props.options.iter().enumerate().map(option) }
        </select>
    }
}
