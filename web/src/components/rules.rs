//! The rulebook, to be read and quoted: closed until somebody wants it, then a list of parts that open in place.

use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::reasons::{address, source};
use super::text_input::{TextField, text_input};
use crate::browser::popover;
use crate::ids;
use crate::session::Action;
use crate::view_model::{Entry, Part, Rules, Text};
use crate::words;
use yew::prelude::*;

/// The card of the rulebook.
pub fn rules(rules: &Rules, dispatch: &Dispatch) -> Html {
    let ontoggle = dispatch.on(|event: Event| Action::Rules(!popover::was_hidden(&event)));
    html! {
        <section class="card rulebook" aria-label={words::RULES_AND_SOURCES}>
            <div class="card-head">{ leaf("h2", "", words::RULES_AND_SOURCES) }</div>
            { leaf("p", "about", words::RULES_ABOUT) }
            <details open={rules.wanted.is_some()} {ontoggle}>
                <summary id={ids::RULES}>{ rules.opens.clone() }</summary>
                <div class="slot">{ for rules.wanted.iter().map(|wanted| opened(wanted, &rules.parts, dispatch)) }</div>
            </details>
        </section>
    }
}

fn opened(wanted: &Text, parts: &[Part], dispatch: &Dispatch) -> Html {
    let (id, value, placeholder) = (Text::Static("find-rules"), wanted.clone(), Text::Static(words::FIND));
    let field = TextField { id, class: "find", label: Text::Static(words::FIND), value, placeholder };
    let empty = if parts.is_empty() { words::NOTHING_FOUND } else { "" };
    html! {
        <div key="opened">
            <div class="field">{ text_input(field, dispatch.on(Action::Find)) }</div>
            <p class="empty" role="status">{ empty }</p>
            <div class="book">{ for parts.iter().map(|found| part(found, !wanted.is_empty())) }</div>
        </div>
    }
}

fn part(part: &Part, open: bool) -> Html {
    html! {
        <details key={part.key} {open}>
            <summary>{ part.heading.clone() }</summary>
            <div>{ for part.entries.iter().map(entry) }</div>
        </details>
    }
}

fn entry(entry: &Entry) -> Html {
    let read_at = entry.address.iter().map(|(text, link)| address(text, link.as_ref()));
    html! {
        <div key={entry.title.to_string()} class="entry">
            { leaf("p", "headline", entry.title.clone()) }
            <p>{ entry.said.clone() }{ " " }<cite>{ for read_at }</cite></p>
            <details open={entry.open}>
                <summary>{ words::clauses(entry.sources.len()) }</summary>
                <ul class="sources">{ for entry.sources.iter().map(source) }</ul>
            </details>
        </div>
    }
}
