//! Files to take along, and paper.

use super::common::{Menu, MenuItem};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::{Action, Export};
use yew::prelude::*;

/// The list of what can be exported.
#[component]
pub fn ExportMenu() -> Html {
    let words = use_words();
    let onpick =
        use_dispatch().maybe(|place: usize| Export::ALL.get(place).copied().map(Action::Export));
    let item = |export: &Export| {
        let (text, about) = words.exported(*export);
        MenuItem::new(text, about)
    };
    let items: Vec<_> = Export::ALL.iter().map(item).collect();
    html! { <Menu {items} {onpick} /> }
}
