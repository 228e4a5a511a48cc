//! The bar at the top: title, rules, undo and redo, and where scenarios come from and go to.

use super::dispatch::{Dispatch, use_dispatch};
use super::examples::Examples;
use super::export::Export;
use super::popover::Popover;
use super::select::Select;
use super::text_input::TextInput;
use crate::session::{Action, Dialog, Document, Edit};
use crate::view_model;
use crate::words;
use seatwise_core::assessment::Answer;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// What the bar shows.
    pub header: view_model::Header,
    /// What can be exported.
    pub document: Rc<Document>,
    /// What follows from it.
    pub answer: Rc<Answer>,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let dispatch = use_dispatch();
    let header = &props.header;
    let ontext = dispatch.on(|title| Action::Edit(Edit::Title(title)));
    let open = |dialog| dispatch.always::<MouseEvent>(Action::Dialog(Some(dialog)));
    html! {
        <header class="bar-top">
            <h1 class="brand">{"Seat"}<b>{"wise"}</b></h1>
            <TextInput label={words::TITLE} class="title" value={header.title.clone()} placeholder={words::UNTITLED} {ontext} />
            { rules(header, &dispatch) }
            <span class="steps">
                { step("Undo", "\u{21b6}", header.can_undo, Action::Undo, &dispatch) }
                { step("Redo", "\u{21b7}", header.can_redo, Action::Redo, &dispatch) }
            </span>
            <div class="ways">
                <Popover id="examples" class="btn ghost" text="Examples" title="Examples">
                    <Examples rulebook={header.rulebook.clone()} earlier={header.earlier.clone()} />
                </Popover>
                <button type="button" class="btn ghost" onclick={open(Dialog::Import(None))}>{"Import"}</button>
                <Popover id="export" class="btn ghost" text="Export" title="Export">
                    <Export document={Rc::clone(&props.document)} answer={Rc::clone(&props.answer)} />
                </Popover>
            </div>
            <button type="button" class="btn primary share" onclick={open(Dialog::Share)}>{"Share"}</button>
        </header>
    }
}

fn rules(header: &view_model::Header, dispatch: &Dispatch) -> Html {
    let books = header.rulebooks.clone();
    let now = header.rulebook.clone();
    let chosen = books.iter().position(|(id, _)| *id == now);
    let options: Vec<_> = books.iter().map(|(_, name)| name.clone()).collect();
    let onpick = dispatch.on(move |place: usize| {
        let id = books.get(place).map_or(&now, |(id, _)| id);
        Action::Edit(Edit::Rulebook(id.to_string()))
    });
    html! { <label class="rules"><span>{ words::RULES }</span><Select {options} {chosen} {onpick} /></label> }
}

fn step(name: &'static str, sign: &'static str, can: bool, action: Action, dispatch: &Dispatch) -> Html {
    html! {
        <button type="button" class="btn ghost sign" aria-label={name} title={name} disabled={!can}
            onclick={dispatch.always(action)}>{ sign }</button>
    }
}
