//! The link: everything is in it.

use super::common::{Button, ButtonLook, CheckBox, Dialog};
use super::dispatch::use_dispatch;
use crate::browser::{address, clipboard, download};
use crate::session::Action;
use crate::view_model::{Share, Text};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ShareDialogProps {
    /// The link, and what to know about it.
    pub share: Rc<Share>,
}

#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let (share, dispatch) = (&props.share, use_dispatch());
    let onclick = {
        let (share, dispatch) = (Rc::clone(share), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let dispatch = dispatch.clone();
            address::set_fragment(Some(&share.fragment));
            clipboard::copy(&share.link, move |done| dispatch.send(Action::Copied(done)));
        })
    };
    html! {
        <Dialog label="Share" close={words::CLOSE} onclose={dispatch.always(Action::Dialog(None))}>
            <label class="field"><span>{ "Link" }</span><input type="text" readonly=true value={share.link.clone()} /></label>
            <p class="about">{ share.length.clone() }</p>
            <div class="slot">{ for share.file.iter().map(file) }</div>
            <CheckBox label={words::WITH_PRICES} checked={share.with_prices} onchange={dispatch.on(Action::WithPrices)} />
            <p role="status" class={if share.own_prices && !share.with_prices { "note warn" } else { "about" }}>
                { share.reader_sees.clone() }
            </p>
            <div class="buttons">
                <Button look={ButtonLook::Primary} {onclick}>{ "Copy link" }</Button>
                <span role="status" class="about">{ words::copied(share.copied) }</span>
            </div>
        </Dialog>
    }
}

/// A file instead of a link that some programs cut off.
fn file((title, text): &(Text, Text)) -> Html {
    let (title, text) = (title.clone(), text.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        download::file(&download::name(&title, "json"), "application/json", &text);
    });
    html! {
        <div class="note warn"><p>{ words::LINK_LONG }</p>
            <Button look={ButtonLook::Small} {onclick}>{ words::SAVE_FILE }</Button></div>
    }
}
