//! A dialog over the page.

use super::dispatch::Dispatch;
use super::leaf::leaf;
use crate::browser::dialog;
use crate::session::Action;
use crate::words;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ModalProps {
    /// Its accessible name and heading.
    pub label: &'static str,
    /// How it looks.
    #[prop_or("dialog")]
    pub class: &'static str,
    /// Where actions go.
    pub dispatch: Dispatch,
    /// What is in it.
    pub children: Html,
}

#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let dispatch = &props.dispatch;
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
    let onclose = dispatch.always::<Event>(Action::Dialog(None));
    html! {
        <dialog class={props.class} closedby="any" aria-label={props.label} ref={node} {onclose}>
            <div class="dialog-head">
                { leaf("h2", "", props.label) }
                <button type="button" class="remove" aria-label={words::CLOSE}
                    onclick={dispatch.always(Action::Dialog(None))}>{"×"}</button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}
