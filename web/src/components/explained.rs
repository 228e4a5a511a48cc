//! Words that are explained where they stand.

use super::common::{Button, ButtonLook, Popover};
use super::dispatch::use_dispatch;
use super::language::use_words;
use super::reasons::Sources;
use crate::browser::popover;
use crate::session::{Action, Dialog};
use crate::view_model::{self, Explanations, Marked, Text};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ExplainedWordProps {
    /// Names the place where the word stands.
    pub place: Text,
    /// The word as it stands there.
    pub text: Text,
    /// Its explanation.
    pub explained: Rc<view_model::Explained>,
    /// True if it stands in a running text.
    #[prop_or_default]
    pub in_text: bool,
}

/// A word that opens its explanation.
#[component]
pub fn ExplainedWord(props: &ExplainedWordProps) -> Html {
    let explained = &props.explained;
    html! {
        <Popover id={format!("{}-{}", props.place, explained.id)} class="term" in_text={props.in_text} text={props.text.clone()}
            title={explained.name.clone()} reads=true>
            <Explanation explained={explained.clone()} />
        </Popover>
    }
}

#[derive(Properties, PartialEq)]
struct ExplanationProps {
    explained: Rc<view_model::Explained>,
}

/// What a word means, the clauses that say so, and the way to all the other words.
#[component]
fn Explanation(props: &ExplanationProps) -> Html {
    let (words, dispatch) = (use_words(), use_dispatch());
    let explained = &props.explained;
    let onclick = Callback::from(move |event: MouseEvent| {
        popover::hide_around(&event);
        dispatch.send(Action::Dialog(Some(Dialog::Glossary)));
    });
    html! {
        <div class="explanation">
            <p>{ explained.about.clone() }</p>
            <Sources sources={explained.sources(words)} />
            <Button look={ButtonLook::Link} {onclick}>{ words.glossary() }</Button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct WordsHereProps {
    /// Names the card.
    pub place: Text,
    /// The words of it.
    pub explained: Explanations,
}

/// Words of a card that stand in its buttons and fields, where nothing else can be opened.
///
/// All of them are one stop of the Tab key; the arrow keys go from one to the next.
#[component]
pub fn WordsHere(props: &WordsHereProps) -> Html {
    let words = use_words();
    let (list, present) = (use_node_ref(), use_mut_ref(|| 0));
    {
        let (list, present) = (list.clone(), present.clone());
        use_effect_with(props.explained.clone(), move |_| {
            present.replace(0);
            only_stop(&buttons(&list), 0);
        });
    }
    let onfocusin = {
        let (list, present) = (list.clone(), present.clone());
        Callback::from(move |event: FocusEvent| {
            let buttons = buttons(&list);
            if let Some(place) = place_of(&buttons, &event) {
                present.replace(place);
                only_stop(&buttons, place);
            }
        })
    };
    let words_of_row = list.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let buttons = buttons(&words_of_row);
        // The keys of an explanation that is open are its own.
        if place_of(&buttons, &event).is_none() {
            return;
        }
        let last = buttons.len().saturating_sub(1);
        let present = *present.borrow();
        let next = match event.key().as_str() {
            "ArrowRight" if present >= last => 0,
            "ArrowRight" => present.saturating_add(1),
            "ArrowLeft" => present.checked_sub(1).unwrap_or(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        // A list around would take the key for its own.
        event.stop_propagation();
        if let Some(button) = buttons.get(next) {
            // An element that is there takes the focus.
            let _ = button.focus();
        }
    });
    let word = |explained: &Rc<view_model::Explained>| {
        html! {
            <ExplainedWord key={explained.id} place={props.place.clone()} text={explained.name.clone()}
                explained={explained.clone()} />
        }
    };
    html! {
        <div class="words-here" hidden={props.explained.is_empty()}>
            <span>{ words.words_here() }</span>
            <div role="toolbar" aria-label={words.words_of()} ref={list} {onfocusin} {onkeydown}>
                { for props.explained.iter().map(word) }
            </div>
        </div>
    }
}

/// The words of a row, without what their explanations hold.
fn buttons(list: &NodeRef) -> Vec<HtmlElement> {
    let found = list
        .cast::<Element>()
        .and_then(|list| list.query_selector_all(":scope > .pop > .term").ok());
    let found = found.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.get(at)));
    found.filter_map(|node| node.dyn_into().ok()).collect()
}

/// Which of the words an event is of.
fn place_of(buttons: &[HtmlElement], event: &Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<HtmlElement>().ok()?;
    buttons.iter().position(|button| *button == target)
}

/// Leaves one of the words to the Tab key.
fn only_stop(buttons: &[HtmlElement], present: usize) {
    for (place, button) in buttons.iter().enumerate() {
        button.set_tab_index(if place == present { 0 } else { -1 });
    }
}

#[derive(Properties, PartialEq)]
pub struct MarkedTextProps {
    /// Names the place of the text.
    pub place: Text,
    /// The text.
    pub text: Marked,
}

/// A text with its explained words.
#[component]
pub fn MarkedText(props: &MarkedTextProps) -> Html {
    let piece = |(place, (text, explained)): (usize, (Text, Option<Rc<view_model::Explained>>))| {
        match explained {
            None => html! { <span key={place}>{ text }</span> },
            Some(explained) => html! {
                <ExplainedWord key={place} place={props.place.clone()} {text} {explained} in_text=true />
            },
        }
    };
    html! { <span class="marked">{ for props.text.pieces().into_iter().enumerate().map(piece) }</span> }
}
