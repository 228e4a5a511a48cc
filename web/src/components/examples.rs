//! Starting points: examples, nothing, or work that was set aside.

use super::common::{Menu, MenuItem, RemoveButton};
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use crate::browser::popover;
use crate::engine;
use crate::session::Action;
use crate::view_model::{Header, ShelfRow};
use crate::words::Words;
use seatwise_core::scenario::Scenario;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ExamplesMenuProps {
    /// The rulebook at hand and the work that is set aside.
    pub header: Rc<Header>,
}

#[component]
pub fn ExamplesMenu(props: &ExamplesMenuProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let mut starts: Vec<(MenuItem, Scenario)> = engine::examples(words)
        .map(|(scenario, about)| (MenuItem::new(scenario.title.clone(), about), scenario))
        .collect();
    starts.push((
        MenuItem::new(words.blank(), words.blank_about()),
        engine::blank(&props.header.rulebook),
    ));
    let (items, scenarios): (Vec<MenuItem>, Vec<Scenario>) = starts.into_iter().unzip();
    let onpick = dispatch
        .maybe(move |place: usize| Some(Action::Open(Box::new(scenarios.get(place)?.clone()))));
    let shelf = &props.header.shelf;
    html! {
        <div class="starts">
            <Menu {items} {onpick} />
            <div class="slot">{ for (!shelf.is_empty()).then(|| set_aside(words, shelf, &dispatch)) }</div>
        </div>
    }
}

/// Work that was set aside, to be opened again or deleted.
fn set_aside(words: Words, shelf: &[ShelfRow], dispatch: &Dispatch) -> Html {
    html! {
        <section class="shelf" aria-label={words.shelf()}>
            <p class="asks">{ words.shelf() }</p>
            <ul class="choices">{ for shelf.iter().map(|row| shelved(words, row, dispatch)) }</ul>
        </section>
    }
}

fn shelved(words: Words, row: &ShelfRow, dispatch: &Dispatch) -> Html {
    let reopen = dispatch.always::<()>(Action::Reopen(row.id.to_string()));
    let onclick = Callback::from(move |event: MouseEvent| {
        reopen.emit(());
        popover::hide_around(&event);
    });
    let ondiscard = dispatch.always::<MouseEvent>(Action::Discard(row.id.to_string()));
    html! {
        <li key={row.id.to_string()} class="shelved">
            <button type="button" class="choice" {onclick}>
                <span>{ row.title.clone() }</span>
                <small>{ row.about.clone() }</small>
            </button>
            <RemoveButton label={words.discard(&row.title)} onclick={ondiscard} />
        </li>
    }
}
