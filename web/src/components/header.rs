//! The bar at the top: title, rules, undo and redo, and where scenarios come from and go to.

use super::common::{Button, ButtonLook, Popover, Select, TextField};
use super::dispatch::{Dispatch, use_dispatch};
use super::examples::ExamplesMenu;
use super::export::ExportMenu;
use super::help_menu::HelpMenu;
use super::language::use_words;
use crate::browser::language;
use crate::engine;
use crate::ids;
use crate::session::{Action, Dialog, Edit};
use crate::view_model::{self, Text};
use crate::words::{LANGUAGES, Words};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// Content of the bar.
    pub header: Rc<view_model::Header>,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let words = use_words();
    let header = &props.header;
    let dispatch = use_dispatch();
    let sources = dispatch.always::<MouseEvent>(Action::Rules(true));
    let share = dispatch.always::<MouseEvent>(Action::Dialog(Some(Dialog::Share)));
    html! {
        <header class="bar-top">
            <h1 class="brand">{ "Seat" }<b>{ "wise" }</b></h1>
            <TextField id="title" class="title" label={words.title()} value={header.title.clone()} placeholder={words.untitled()}
                longest={engine::LONGEST_NAME} ontext={dispatch.on(|title| Action::Edit(Edit::Title(title)))} />
            { rules(words, header, &dispatch) }
            <div class="second-row">
                <Button look={ButtonLook::Ghost} class="to-sources" label={words.rules_and_sources()} onclick={sources}>
                    { words.sources() }
                </Button>
                { steps(words, header, &dispatch) }
                { ways(words, header, &dispatch) }
            </div>
            <Button look={ButtonLook::Primary} class="share" onclick={share}>{ words.share() }</Button>
        </header>
    }
}

/// Ways that scenarios come in and go out.
fn ways(words: Words, header: &Rc<view_model::Header>, dispatch: &Dispatch) -> Html {
    let new = dispatch.always::<MouseEvent>(Action::Dialog(Some(Dialog::New)));
    let saved = dispatch.always::<MouseEvent>(Action::Dialog(Some(Dialog::Saved)));
    let import = dispatch.always::<MouseEvent>(Action::Dialog(Some(Dialog::Import(None))));
    html! {
        <div class="ways">
            <Button look={ButtonLook::Ghost} onclick={new}>{ words.begin_anew() }</Button>
            <Popover id={ids::EXAMPLES} class="btn ghost" text={words.examples()} title={words.examples_ask()}>
                <ExamplesMenu header={header.clone()} />
            </Popover>
            <Button look={ButtonLook::Ghost} onclick={saved}>{ words.saved_list() }</Button>
            <Button look={ButtonLook::Ghost} onclick={import}>{ words.import() }</Button>
            <Popover id="export" class="btn ghost" text={words.export()} title={words.export_ask()}><ExportMenu /></Popover>
            <Popover id="help" class="btn ghost" text={words.help()} title={words.help_ask()}><HelpMenu /></Popover>
            { languages(words) }
        </div>
    }
}

/// Undo and redo.
pub fn steps(words: Words, header: &Rc<view_model::Header>, dispatch: &Dispatch) -> Html {
    html! {
        <span class="steps">
            { step(words.undo(), "\u{21b6}", header.can_undo, dispatch.always(Action::Undo)) }
            { step(words.redo(), "\u{21b7}", header.can_redo, dispatch.always(Action::Redo)) }
        </span>
    }
}

/// The list of rulebooks.
pub fn rules(words: Words, header: &Rc<view_model::Header>, dispatch: &Dispatch) -> Html {
    let chosen = header.rulebooks.iter().position(|(id, _)| *id == header.rulebook);
    let options: Vec<Text> = header.rulebooks.iter().map(|(_, name)| name.clone()).collect();
    let books = Rc::clone(header);
    let onpick = dispatch.maybe(move |place: usize| {
        let (id, _) = books.rulebooks.get(place)?;
        Some(Action::Edit(Edit::Rulebook(id.to_string())))
    });
    html! { <label class="rules"><span>{ words.rules() }</span><Select {options} {chosen} {onpick} /></label> }
}

/// The languages by their own names; another one opens the page again.
fn languages(words: Words) -> Html {
    let options: Vec<Text> = LANGUAGES.iter().map(|(_, name)| Text::Static(name)).collect();
    let chosen = LANGUAGES.iter().position(|(_, name)| *name == words.language_name());
    let onpick = Callback::from(|place: usize| {
        if let Some((id, _)) = LANGUAGES.get(place) {
            language::open(id);
        }
    });
    html! { <span class="languages"><Select label={words.language()} {options} {chosen} {onpick} /></span> }
}

fn step(name: &'static str, sign: &'static str, can: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <Button look={ButtonLook::Ghost} class="sign" label={name} title={name} unavailable={!can} {onclick}>{ sign }</Button> }
}
