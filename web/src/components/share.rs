//! The link: everything is in it.

use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::modal::Modal;
use crate::browser::{address, clipboard, download};
use crate::session::Action;
use crate::view_model::Share;
use crate::words;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The dialog with the link; `copied` says whether copying it worked.
pub fn share(share: &Rc<Share>, copied: Option<bool>, dispatch: &Dispatch) -> Html {
    let onclick = {
        let (share, dispatch) = (Rc::clone(share), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let dispatch = dispatch.clone();
            address::set_fragment(Some(&share.fragment));
            clipboard::copy(&share.link, move |done| dispatch.send(Action::Copied(done)));
        })
    };
    let onchange = dispatch.on(|event: Event| {
        Action::WithPrices(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()))
    });
    html! {
        <Modal label="Share" dispatch={dispatch.clone()}>
            <label class="field">{ leaf("span", "", "Link") }<input type="text" readonly=true value={share.link.clone()} /></label>
            { leaf("p", "about", share.length.clone()) }
            <div class="slot">{ long(share) }</div>
            <label class="tick"><input type="checkbox" checked={share.with_prices} {onchange} />{ words::WITH_PRICES }</label>
            <p role="status" class={if share.own_prices && !share.with_prices { "note warn" } else { "about" }}>
                { share.reader_sees.clone() }
            </p>
            <div class="buttons">
                <button type="button" class="btn primary" {onclick}>{"Copy link"}</button>
                <span role="status" class="about">{ words::copied(copied) }</span>
            </div>
        </Modal>
    }
}

/// A file instead of a link that some programs cut off.
fn long(share: &Share) -> Html {
    let Some((title, text)) = share.file.clone() else { return Html::default() };
    let onclick = Callback::from(move |_: MouseEvent| {
        download::file(&download::name(&title, "json"), "application/json", &text);
    });
    html! {
        <div class="note warn">{ leaf("p", "", words::LINK_LONG) }
            <button type="button" class="btn small" {onclick}>{ words::SAVE_FILE }</button></div>
    }
}
