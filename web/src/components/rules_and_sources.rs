//! The rulebook, to be read and quoted: closed until somebody wants it, then a list of parts that
//! open in place.

use super::common::{Button, ButtonLook, Card, Disclosure, TextField};
use super::dispatch::use_dispatch;
use super::explained::WordsHere;
use super::language::use_words;
use super::reasons::{Address, Sources};
use crate::engine;
use crate::ids;
use crate::session::{Action, Dialog};
use crate::view_model::{Entry, Explanations, Part, Rules, Text};
use crate::words::{Words, counted};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RulesAndSourcesProps {
    /// Content of the card.
    pub rules: Rc<Rules>,
    /// Words that stand in it.
    pub explained: Explanations,
}

#[component]
pub fn RulesAndSources(props: &RulesAndSourcesProps) -> Html {
    let words = use_words();
    let rules = &props.rules;
    let dispatch = use_dispatch();
    let ontoggle = dispatch.on(Action::Rules);
    let glossary = dispatch.always::<MouseEvent>(Action::Dialog(Some(Dialog::Glossary)));
    let actions =
        html! { <Button look={ButtonLook::Small} onclick={glossary}>{ words.glossary() }</Button> };
    let opened = |wanted: &Text| html! { <Opened wanted={wanted.clone()} rules={rules.clone()} /> };
    html! {
        <Card region={words.rules_and_sources()} heading={words.rules_and_sources()} class="rulebook" {actions}>
            <p class="about">{ words.rules_about() }</p>
            <WordsHere place="rules" explained={props.explained.clone()} />
            <Disclosure summary={rules.opens.clone()} id={Some(ids::RULES)} open={Some(rules.wanted.is_some())} {ontoggle}>
                <div class="slot">{ for rules.wanted.iter().map(opened) }</div>
            </Disclosure>
        </Card>
    }
}

#[derive(Properties, PartialEq)]
struct OpenedProps {
    wanted: Text,
    rules: Rc<Rules>,
}

/// The open rulebook: a field to find something, and the parts.
#[component]
fn Opened(props: &OpenedProps) -> Html {
    let words = use_words();
    let parts = &props.rules.parts;
    let ontext = use_dispatch().on(Action::Find);
    let wanted = !props.wanted.is_empty();
    html! {
        <div>
            <div class="field">
                <TextField id="find-rules" class="find" label={words.find()} value={props.wanted.clone()}
                    placeholder={words.find()} longest={engine::LONGEST_NAME} {ontext} />
            </div>
            <p class="empty" role="status">{ if parts.is_empty() { words.nothing_found() } else { "" } }</p>
            <div class="book">{ for parts.iter().map(|part| self::part(words, part, wanted)) }</div>
        </div>
    }
}

fn part(words: Words, part: &Part, open: bool) -> Html {
    html! {
        <Disclosure key={part.key} summary={part.heading.clone()} {open}>
            <div>{ for part.entries.iter().map(|entry| self::entry(words, entry)) }</div>
        </Disclosure>
    }
}

fn entry(words: Words, entry: &Entry) -> Html {
    let address = |(text, link): &(Text, Option<Text>)| html! { <Address text={text.clone()} link={link.clone()} /> };
    html! {
        <div key={entry.title.to_string()} class="entry">
            <p class="headline">{ entry.title.clone() }</p>
            <p>{ entry.text.clone() }{ " " }<cite>{ for entry.address.iter().map(address) }</cite></p>
            <Disclosure summary={words.clauses(counted(entry.sources.len()))} open={entry.open}>
                <Sources sources={entry.sources.clone()} />
            </Disclosure>
        </div>
    }
}
