//! The link: everything is in it.

use super::dispatch::use_dispatch;
use super::modal::Modal;
use crate::session::Action;
use crate::shell::{address, clipboard, download};
use crate::view_model;
use crate::words;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The link.
    pub share: Rc<view_model::Share>,
}

#[component]
pub fn Share(props: &ShareProps) -> Html {
    let dispatch = use_dispatch();
    let share = &props.share;
    let copied = use_state(|| None::<bool>);
    let onclick = {
        let (share, copied) = (Rc::clone(share), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            address::set_fragment(Some(&share.fragment));
            clipboard::copy(&share.link, move |done| copied.set(Some(done)));
        })
    };
    let onchange = dispatch.on(|event: Event| {
        Action::WithPrices(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()))
    });
    html! {
        <Modal label="Share">
            <label class="field"><span>{"Link"}</span><input type="text" readonly=true value={share.link.clone()} /></label>
            <p class="about">{ share.length.clone() }</p>
            <div class="slot">{ long(share) }</div>
            <label class="tick"><input type="checkbox" checked={share.with_prices} {onchange} />{ words::WITH_PRICES }</label>
            <div class="buttons">
                <button type="button" class="btn primary" {onclick}>{"Copy link"}</button>
                <span role="status" class="about">{ words::copied(*copied) }</span>
            </div>
        </Modal>
    }
}

/// A file instead of a link that some programs cut off.
fn long(share: &view_model::Share) -> Html {
    let Some((title, text)) = share.file.clone() else { return Html::default() };
    let onclick = Callback::from(move |_: MouseEvent| {
        download::file(&download::name(&title, "json"), "application/json", &text);
    });
    html! {
        <div class="note warn"><p>{ words::LINK_LONG }</p>
            <button type="button" class="btn small" {onclick}>{ words::SAVE_FILE }</button></div>
    }
}
