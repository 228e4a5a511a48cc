//! The bar at the top: title, rules, undo and redo, and where scenarios come from and go to.

use super::common::{Button, ButtonLook, Popover, Select, TextField};
use super::dispatch::{Dispatch, use_dispatch};
use super::examples::ExamplesMenu;
use super::export::ExportMenu;
use crate::engine;
use crate::ids;
use crate::session::{Action, Dialog, Edit};
use crate::view_model::{self, Text};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// What the bar shows.
    pub header: Rc<view_model::Header>,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let header = &props.header;
    let dispatch = use_dispatch();
    let sources = dispatch.always::<MouseEvent>(Action::Rules(true));
    let share = dispatch.always::<MouseEvent>(Action::Dialog(Some(Dialog::Share)));
    html! {
        <header class="bar-top">
            <h1 class="brand">{ "Seat" }<b>{ "wise" }</b></h1>
            <TextField id="title" class="title" label={words::TITLE} value={header.title.clone()} placeholder={words::UNTITLED}
                longest={engine::LONGEST_NAME} ontext={dispatch.on(|title| Action::Edit(Edit::Title(title)))} />
            { rules(header, &dispatch) }
            <Button look={ButtonLook::Ghost} class="to-sources" label={words::RULES_AND_SOURCES} onclick={sources}>
                { words::SOURCES }
            </Button>
            <span class="steps">
                { step("Undo", "\u{21b6}", header.can_undo, dispatch.always(Action::Undo)) }
                { step("Redo", "\u{21b7}", header.can_redo, dispatch.always(Action::Redo)) }
            </span>
            { ways(header, &dispatch) }
            <Button look={ButtonLook::Primary} class="share" onclick={share}>{ "Share" }</Button>
        </header>
    }
}

/// Where scenarios come from and go to.
fn ways(header: &Rc<view_model::Header>, dispatch: &Dispatch) -> Html {
    let import = dispatch.always::<MouseEvent>(Action::Dialog(Some(Dialog::Import(None))));
    html! {
        <div class="ways">
            <Popover id={ids::EXAMPLES} class="btn ghost" text="Examples" title={words::EXAMPLES_ASK}>
                <ExamplesMenu header={header.clone()} />
            </Popover>
            <Button look={ButtonLook::Ghost} onclick={import}>{ "Import" }</Button>
            <Popover id="export" class="btn ghost" text="Export" title={words::EXPORT_ASK}><ExportMenu /></Popover>
        </div>
    }
}

fn rules(header: &Rc<view_model::Header>, dispatch: &Dispatch) -> Html {
    let chosen = header.rulebooks.iter().position(|(id, _)| *id == header.rulebook);
    let options: Vec<Text> = header.rulebooks.iter().map(|(_, name)| name.clone()).collect();
    let books = Rc::clone(header);
    let onpick = dispatch.maybe(move |place: usize| {
        let (id, _) = books.rulebooks.get(place)?;
        Some(Action::Edit(Edit::Rulebook(id.to_string())))
    });
    html! { <label class="rules"><span>{ words::RULES }</span><Select {options} {chosen} {onpick} /></label> }
}

fn step(name: &'static str, sign: &'static str, can: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <Button look={ButtonLook::Ghost} class="sign" label={name} title={name} disabled={!can} {onclick}>{ sign }</Button> }
}
