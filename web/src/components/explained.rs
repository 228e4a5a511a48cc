//! Words that are explained where they stand.

use super::common::{Button, ButtonLook, Popover};
use super::dispatch::use_dispatch;
use super::language::use_words;
use super::reasons::Sources;
use crate::browser::popover;
use crate::session::{Action, Dialog};
use crate::view_model::{self, Explanations, Marked, Text};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ExplainedWordProps {
    /// Names the place where the word stands.
    pub place: Text,
    /// The word as it stands there.
    pub text: Text,
    /// Its explanation.
    pub explained: Rc<view_model::Explained>,
}

/// A word that opens its explanation.
#[component]
pub fn ExplainedWord(props: &ExplainedWordProps) -> Html {
    let explained = &props.explained;
    html! {
        <Popover id={format!("{}-{}", props.place, explained.id)} class="term" text={props.text.clone()}
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
#[component]
pub fn WordsHere(props: &WordsHereProps) -> Html {
    let words = use_words();
    let word = |explained: &Rc<view_model::Explained>| {
        html! {
            <li key={explained.id}>
                <ExplainedWord place={props.place.clone()} text={explained.name.clone()} explained={explained.clone()} />
            </li>
        }
    };
    html! {
        <div class="words-here" hidden={props.explained.is_empty()}>
            <span>{ words.words_here() }</span>
            <ul aria-label={words.words_of()}>{ for props.explained.iter().map(word) }</ul>
        </div>
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
                <ExplainedWord key={place} place={props.place.clone()} {text} {explained} />
            },
        }
    };
    html! { <span class="marked">{ for props.text.pieces().into_iter().enumerate().map(piece) }</span> }
}
