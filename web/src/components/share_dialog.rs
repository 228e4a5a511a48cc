//! The link: everything is in it.

use super::common::{Button, ButtonLook, CheckBox, Dialog};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::browser::{address, clipboard, download};
use crate::session::Action;
use crate::view_model::{self, Share, Text};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ShareDialogProps {
    /// The link, and what to know about it.
    pub share: Rc<Share>,
}

#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let words = use_words();
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
        <Dialog label={words.share()} close={words.close()} onclose={dispatch.always(Action::Dialog(None))}>
            <label class="field"><span>{ words.link() }</span><input type="text" readonly=true value={share.link.clone()} /></label>
            <p class="about">{ share.length.clone() }</p>
            <div class="slot">{ for share.file.iter().map(|file| self::file(words, file)) }</div>
            <CheckBox label={words.with_prices()} checked={share.with_prices} onchange={dispatch.on(Action::WithPrices)} />
            <p role="status" class={if share.own_prices && !share.with_prices { "note warn" } else { "about" }}>
                { share.reader_sees.clone() }
            </p>
            <div class="buttons">
                <Button look={ButtonLook::Primary} {onclick}>{ words.copy_link() }</Button>
                <span role="status" class="about">{ words.copying(share.copied) }</span>
            </div>
        </Dialog>
    }
}

/// A file instead of a link that some programs cut off.
fn file(words: Words, (title, text): &(Text, Text)) -> Html {
    let (title, text) = (title.clone(), text.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        download::file(&download::name(&title, "json"), "application/json", &text);
    });
    html! {
        <div class="note warn"><p>{ words.link_long(view_model::LINK_LIMIT) }</p>
            <Button look={ButtonLook::Small} {onclick}>{ words.save_file() }</Button></div>
    }
}
