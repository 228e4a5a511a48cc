//! Content that opens under a line of text.

use crate::browser::popover;
use crate::view_model::Text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DisclosureProps {
    /// A class, for its place on the page.
    #[prop_or_default]
    pub class: &'static str,
    /// The line that opens it.
    pub summary: Text,
    /// The identifier of that line.
    #[prop_or_default]
    pub id: Option<&'static str>,
    /// True if it is open; none where the browser alone knows.
    #[prop_or_default]
    pub open: Option<bool>,
    /// Called with whether it is open, after it opened or closed.
    #[prop_or_default]
    pub ontoggle: Option<Callback<bool>>,
    /// Content under the line.
    pub children: Html,
}

#[component]
pub fn Disclosure(props: &DisclosureProps) -> Html {
    let class = (!props.class.is_empty()).then_some(props.class);
    let ontoggle = props
        .ontoggle
        .as_ref()
        .map(|callback| callback.reform(|event: Event| !popover::was_hidden(&event)));
    html! {
        <details {class} open={props.open.unwrap_or_default()} {ontoggle}>
            <summary id={props.id}>{ props.summary.clone() }</summary>
            { props.children.clone() }
        </details>
    }
}
