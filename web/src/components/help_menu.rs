//! Ways to learn what the words mean and what the keys do.

use super::common::{Menu, MenuItem};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::{Action, Dialog};
use yew::prelude::*;

/// The list of helps.
#[component]
pub fn HelpMenu() -> Html {
    let words = use_words();
    let helps = [
        (Dialog::Glossary, words.glossary(), words.glossary_short()),
        (Dialog::Shortcuts, words.shortcuts(), words.shortcuts_key()),
        (Dialog::Commands, words.commands(), words.commands_key()),
    ];
    let items: Vec<_> = helps.iter().map(|(_, text, about)| MenuItem::new(*text, *about)).collect();
    let onpick = use_dispatch().maybe(move |place: usize| {
        let (dialog, ..) = helps.get(place)?;
        Some(Action::Dialog(Some(dialog.clone())))
    });
    html! { <Menu {items} {onpick} /> }
}
