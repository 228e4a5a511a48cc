//! The bar below a page in a frame: what becomes of what is entered, and the ways on.

use super::common::{Button, ButtonLook};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::ids;
use crate::session::Action;
use crate::view_model::Framed;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FrameBarProps {
    /// The page in a frame.
    pub framed: Rc<Framed>,
}

#[component]
pub fn FrameBarBelow(props: &FrameBarProps) -> Html {
    let (bar, words) = (&props.framed.bar, use_words());
    let onclick = use_dispatch().always::<MouseEvent>(Action::SendResult);
    let send = bar.send.as_ref().map(|send| {
        html! {
            <div class="send">
                <Button look={ButtonLook::Primary} id={ids::SEND} {onclick}>{ send.button.clone() }</Button>
                <p role="status" class="about">{ send.about.clone() }</p>
            </div>
        }
    });
    let contact = bar.contact.as_ref().map(|(before, address, text)| {
        html! {
            <p>{ before.clone() }{ " " }<a href={address.clone()} target="_blank" rel="noopener noreferrer">{ text.clone() }</a></p>
        }
    });
    html! {
        <footer class="frame-bar">
            <div class="slot">{ for send }</div>
            <div class="frame-ways">
                <p><a href={bar.page.clone()} target="_blank" rel="noopener noreferrer">
                    { words.open_page() }<span class="hidden">{ " (" }{ words.new_tab() }{ ")" }</span></a></p>
                <div class="slot">{ for contact }</div>
                <p class="about">{ bar.about.clone() }</p>
            </div>
        </footer>
    }
}
