//! What to start from: examples, nothing, or work that was set aside.

use super::choose::{Choice, choose};
use super::dispatch::Dispatch;
use super::leaf::leaf;
use crate::browser::popover;
use crate::engine;
use crate::session::Action;
use crate::view_model::{ShelfRow, Text};
use crate::words;
use seatwise_core::scenario::Scenario;
use yew::prelude::*;

/// The list of what to start from.
pub fn examples(rulebook: &str, shelf: &[ShelfRow], dispatch: &Dispatch) -> Html {
    let mut starts: Vec<(Choice, Scenario)> = Vec::new();
    for (scenario, about) in engine::examples() {
        starts.push((entry(scenario.title.clone().into(), about.into()), scenario));
    }
    starts.push((entry(words::BLANK.into(), words::BLANK_ABOUT.into()), engine::blank(rulebook)));
    let (choices, scenarios): (Vec<_>, Vec<_>) = starts.into_iter().unzip();
    let onpick = dispatch.maybe(move |place: usize| Some(Action::Open(Box::new(scenarios.get(place)?.clone()))));
    html! {
        <div class="starts">
            { choose(choices, &onpick) }
            <div class="slot">{ set_aside(shelf, dispatch) }</div>
        </div>
    }
}

/// Work that was set aside, to be opened again or deleted.
fn set_aside(shelf: &[ShelfRow], dispatch: &Dispatch) -> Html {
    if shelf.is_empty() {
        return Html::default();
    }
    html! {
        <section class="shelf" aria-label={words::SHELF}>
            { leaf("p", "asks", words::SHELF) }
            <ul class="choices">{ for shelf.iter().map(|row| shelved(row, dispatch)) }</ul>
        </section>
    }
}

fn shelved(row: &ShelfRow, dispatch: &Dispatch) -> Html {
    let reopen = dispatch.always::<()>(Action::Reopen(row.id.to_string()));
    let onclick = Callback::from(move |event: MouseEvent| {
        reopen.emit(());
        popover::hide_around(&event);
    });
    html! {
        <li key={row.id.to_string()} class="shelved">
            <button type="button" class="choice" {onclick}>
                { leaf("span", "", row.title.clone()) }
                { leaf("small", "", row.about.clone()) }
            </button>
            <button type="button" class="remove" aria-label={words::discard(&row.title)}
                onclick={dispatch.always(Action::Discard(row.id.to_string()))}>{"×"}</button>
        </li>
    }
}

const fn entry(text: Text, about: Text) -> Choice {
    Choice { text, about, chosen: None }
}
