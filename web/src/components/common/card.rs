//! Cards: a frame with a heading, and what belongs to the heading beside it.

use crate::view_model::Text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CardHeadProps {
    /// The heading.
    pub heading: Text,
    /// The element of the heading, by its level.
    #[prop_or("h2")]
    pub level: &'static str,
    /// A further class.
    #[prop_or_default]
    pub class: &'static str,
    /// Elements beside the heading.
    #[prop_or_default]
    pub children: Html,
}

/// The head of a card, or of a part of one.
#[component]
pub fn CardHead(props: &CardHeadProps) -> Html {
    let class = classes!("card-head", (!props.class.is_empty()).then_some(props.class));
    html! {
        <div {class}><@{props.level}>{ props.heading.clone() }</@>{ props.children.clone() }</div>
    }
}

#[derive(Properties, PartialEq)]
pub struct HeadsProps {
    /// The heads of the columns, for the eye: each field has a name of its own.
    pub heads: [&'static str; 3],
}

/// Heads of the columns of rows.
#[component]
pub fn Heads(props: &HeadsProps) -> Html {
    let head = |head: &&'static str| html! { <span key={*head}>{ *head }</span> };
    html! { <div class="heads" aria-hidden="true">{ for props.heads.iter().map(head) }</div> }
}

#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The heading.
    pub heading: Text,
    /// The name of the region; none for a card that is part of another region.
    #[prop_or_default]
    pub region: Option<Text>,
    /// A further class.
    #[prop_or_default]
    pub class: &'static str,
    /// The identifier, by which the focus can be put on the card.
    #[prop_or_default]
    pub id: Option<Text>,
    /// A further class of the head.
    #[prop_or_default]
    pub head: &'static str,
    /// Elements beside the heading.
    #[prop_or_default]
    pub actions: Html,
    /// Content of the card.
    pub children: Html,
}

#[component]
pub fn Card(props: &CardProps) -> Html {
    let class = classes!("card", (!props.class.is_empty()).then_some(props.class));
    let (tag, level) = if props.region.is_some() { ("section", "h2") } else { ("div", "h3") };
    html! {
        <@{tag} {class} aria-label={props.region.clone()} id={props.id.clone()} tabindex={props.id.is_some().then_some("-1")}>
            <CardHead heading={props.heading.clone()} {level} class={props.head}>{ props.actions.clone() }</CardHead>
            { props.children.clone() }
        </@>
    }
}
