//! Buttons.

use crate::view_model::Text;
use yew::prelude::*;

/// Look of a button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonLook {
    /// With a border.
    #[default]
    Plain,
    /// With a border, and lower.
    Small,
    /// Filled: the first thing to do.
    Primary,
    /// Without a border.
    Ghost,
    /// Like a link.
    Link,
}

impl ButtonLook {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "btn",
            Self::Small => "btn small",
            Self::Primary => "btn primary",
            Self::Ghost => "btn ghost",
            Self::Link => "link",
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// Look of it.
    #[prop_or_default]
    pub look: ButtonLook,
    /// A further class, for its place on the page.
    #[prop_or_default]
    pub class: &'static str,
    /// The identifier of the element.
    #[prop_or_default]
    pub id: Option<Text>,
    /// The accessible name, where the content does not say it.
    #[prop_or_default]
    pub label: Option<Text>,
    /// The name once more, for the pointer, where the button shows a sign alone.
    #[prop_or_default]
    pub title: Option<Text>,
    /// True if it cannot be pressed.
    #[prop_or_default]
    pub disabled: bool,
    /// True if pressing it does nothing now, while the focus may stay on it.
    #[prop_or_default]
    pub unavailable: bool,
    /// True if it has the focus once it is shown.
    #[prop_or_default]
    pub autofocus: bool,
    /// Called when it is pressed.
    pub onclick: Callback<MouseEvent>,
    /// Content that it shows.
    pub children: Html,
}

#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let class = classes!(props.look.class(), (!props.class.is_empty()).then_some(props.class));
    html! {
        <button type="button" {class} id={props.id.clone()} aria-label={props.label.clone()} title={props.title.clone()}
            disabled={props.disabled} aria-disabled={props.unavailable.then_some("true")} autofocus={props.autofocus} onclick={props.onclick.clone()}>
            { props.children.clone() }
        </button>
    }
}

#[derive(Properties, PartialEq)]
pub struct RemoveButtonProps {
    /// The accessible name: what is removed or closed.
    pub label: Text,
    /// Called when it is pressed.
    pub onclick: Callback<MouseEvent>,
}

/// The cross at the end of a row.
#[component]
pub fn RemoveButton(props: &RemoveButtonProps) -> Html {
    html! {
        <button type="button" class="remove" aria-label={props.label.clone()} onclick={props.onclick.clone()}>{ "×" }</button>
    }
}
