//! The bar at the top: title, rules, undo and redo, and where scenarios come from and go to.

use super::dispatch::Dispatch;
use super::examples::examples;
use super::export::export;
use super::leaf::leaf;
use super::popover::Popover;
use super::select::Select;
use super::text_input::{TextField, text_input};
use crate::ids;
use crate::session::{Action, Dialog, Edit, Session};
use crate::view_model::{self, Text};
use crate::words;
use yew::prelude::*;

/// The bar at the top.
pub fn header(header: &view_model::Header, session: &Session, dispatch: &Dispatch) -> Html {
    let (id, value, placeholder) = (Text::Static("title"), header.title.clone(), Text::Static(words::UNTITLED));
    let title = TextField { id, class: "title", label: Text::Static(words::TITLE), value, placeholder };
    html! {
        <header class="bar-top">
            <h1 class="brand">{"Seat"}{ leaf("b", "", "wise") }</h1>
            { text_input(title, dispatch.on(|title| Action::Edit(Edit::Title(title)))) }
            { rules(header, dispatch) }
            <button type="button" class="btn ghost to-sources" aria-label={words::RULES_AND_SOURCES}
                onclick={dispatch.always(Action::Rules(true))}>{ words::SOURCES }</button>
            <span class="steps">
                { step("Undo", "\u{21b6}", header.can_undo, Action::Undo, dispatch) }
                { step("Redo", "\u{21b7}", header.can_redo, Action::Redo, dispatch) }
            </span>
            { ways(header, session, dispatch) }
            <button type="button" class="btn primary share"
                onclick={dispatch.always(Action::Dialog(Some(Dialog::Share)))}>{"Share"}</button>
        </header>
    }
}

/// Where scenarios come from and go to.
fn ways(header: &view_model::Header, session: &Session, dispatch: &Dispatch) -> Html {
    let from = {
        let (rulebook, shelf, dispatch) = (header.rulebook.clone(), header.shelf.clone(), dispatch.clone());
        Callback::from(move |()| examples(&rulebook, &shelf, &dispatch))
    };
    let to = {
        let session = session.clone();
        Callback::from(move |()| export(&session))
    };
    html! {
        <div class="ways">
            <Popover id={ids::EXAMPLES} class="btn ghost" text="Examples" title={words::EXAMPLES_ASK} content={from} />
            <button type="button" class="btn ghost"
                onclick={dispatch.always(Action::Dialog(Some(Dialog::Import(None))))}>{"Import"}</button>
            <Popover id="export" class="btn ghost" text="Export" title={words::EXPORT_ASK} content={to} />
        </div>
    }
}

fn rules(header: &view_model::Header, dispatch: &Dispatch) -> Html {
    let books = header.rulebooks.clone();
    let chosen = books.iter().position(|(id, _)| *id == header.rulebook);
    let options: Vec<_> = books.iter().map(|(_, name)| name.clone()).collect();
    let onpick = dispatch.maybe(move |place: usize| {
        let (id, _) = books.get(place)?;
        Some(Action::Edit(Edit::Rulebook(id.to_string())))
    });
    html! { <label class="rules">{ leaf("span", "", words::RULES) }<Select {options} {chosen} {onpick} /></label> }
}

fn step(name: &'static str, sign: &'static str, can: bool, action: Action, dispatch: &Dispatch) -> Html {
    html! {
        <button type="button" class="btn ghost sign" aria-label={name} title={name} disabled={!can}
            onclick={dispatch.always(action)}>{ sign }</button>
    }
}
