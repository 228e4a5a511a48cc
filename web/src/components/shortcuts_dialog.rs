//! The keys of the page, and whether single ones open something.

use super::common::{CheckBox, Dialog};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::Action;
use crate::view_model::{Shortcuts, Text};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ShortcutsDialogProps {
    /// The keys.
    pub shortcuts: Rc<Shortcuts>,
}

#[component]
pub fn ShortcutsDialog(props: &ShortcutsDialogProps) -> Html {
    let (dispatch, words) = (use_dispatch(), use_words());
    let shortcuts = &props.shortcuts;
    html! {
        <Dialog label={words.shortcuts()} close={words.close()} onclose={dispatch.always(Action::Dialog(None))}>
            <div class="shortcuts">{ for shortcuts.groups.iter().map(group) }</div>
            <CheckBox label={words.single_keys()} about={words.single_keys_about()} checked={shortcuts.single_keys}
                onchange={dispatch.on(Action::SingleKeys)} />
        </Dialog>
    }
}

fn group((heading, keys): &(Text, Vec<(Text, Text)>)) -> Html {
    let row = |(key, does): &(Text, Text)| {
        html! { <div key={does.to_string()}><dt><kbd>{ key.clone() }</kbd></dt><dd>{ does.clone() }</dd></div> }
    };
    html! {
        <section key={heading.to_string()}>
            <h3>{ heading.clone() }</h3>
            <dl>{ for keys.iter().map(row) }</dl>
        </section>
    }
}
