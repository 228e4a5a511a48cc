//! One sentence on the page's purpose, and the doors to begin at; until something is begun.

use super::common::{Button, ButtonLook, Popover, RemoveButton};
use super::dispatch::use_dispatch;
use super::examples::ExamplesMenu;
use super::language::use_words;
use crate::session::{Action, Dialog, Notice};
use crate::view_model::Header;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct WelcomeProps {
    /// Content of the list of examples.
    pub header: Rc<Header>,
}

#[component]
pub fn Welcome(props: &WelcomeProps) -> Html {
    let (dispatch, words) = (use_dispatch(), use_words());
    let open = |dialog| dispatch.always::<MouseEvent>(Action::Dialog(Some(dialog)));
    let onclick = dispatch.always::<MouseEvent>(Action::Dismiss(Notice::Example));
    let interview = dispatch.always::<MouseEvent>(Action::StartInterview);
    html! {
        <section class="welcome" aria-label={words.welcome_region()}>
            <p class="what"><b>{ words.welcome() }</b>{ " " }<span>{ words.welcome_private() }</span></p>
            <div class="doors">
                <Button look={ButtonLook::Primary} onclick={open(Dialog::New)}>{ words.door_own() }</Button>
                <Button onclick={interview}>{ words.door_interview() }</Button>
                <Popover id="welcome-examples" class="btn" text={words.door_example()} title={words.examples_ask()}>
                    <ExamplesMenu header={props.header.clone()} />
                </Popover>
                <Button onclick={open(Dialog::Import(None))}>{ words.door_file() }</Button>
                <span class="about">{ words.welcome_example() }</span>
            </div>
            <RemoveButton label={words.dismiss()} {onclick} />
        </section>
    }
}
