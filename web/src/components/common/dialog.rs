//! A dialog over the page.

use super::RemoveButton;
use crate::browser::dialog;
use crate::view_model::Text;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its accessible name and heading.
    pub label: Text,
    /// The name of the button that closes it.
    pub close: Text,
    /// Class of its look.
    #[prop_or("dialog")]
    pub class: &'static str,
    /// Called when it closes, or is asked to.
    pub onclose: Callback<()>,
    /// Content of it.
    pub children: Html,
}

#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            dialog::show(&node);
            let shown = node.cast::<HtmlDialogElement>();
            move || {
                if let Some(shown) = shown {
                    dialog::close(&shown);
                }
            }
        });
    }
    let onclose = props.onclose.reform(|_: Event| ());
    let onclick = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <dialog class={props.class} closedby="any" aria-label={props.label.clone()} ref={node} {onclose}>
            <div class="dialog-head">
                <h2>{ props.label.clone() }</h2>
                <RemoveButton label={props.close.clone()} {onclick} />
            </div>
            { props.children.clone() }
        </dialog>
    }
}
