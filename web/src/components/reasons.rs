//! Reasons: the decisive sentence, the runner-up and the sum, what else there is to say, and the
//! sources, folded.

use super::common::Disclosure;
use super::explained::MarkedText;
use super::language::use_words;
use crate::view_model::{Citation, Marked, Reason, Text};
use crate::words::{Words, counted};
use seatwise_core::rulebook::Confidence;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ReasonsProps {
    /// The identifier of the region.
    pub id: Text,
    /// The reasons.
    pub reasons: Vec<Reason>,
    /// Follows them.
    #[prop_or_default]
    pub children: Html,
}

/// The region of open reasons.
#[component]
pub fn Reasons(props: &ReasonsProps) -> Html {
    let words = use_words();
    html! {
        <section class="why" aria-label={words.reasons()} id={props.id.clone()}>
            { for props.reasons.iter().enumerate().map(|(place, shown)| reason(words, &props.id, place, shown)) }
            { props.children.clone() }
        </section>
    }
}

/// More sentences than these are folded.
const MOST_SENTENCES: usize = 4;

fn reason(words: Words, id: &Text, place: usize, reason: &Reason) -> Html {
    let marked = |text: &Marked| html! { <MarkedText place={id.clone()} text={text.clone()} /> };
    let sentence = |(place, text): (usize, &Marked)| html! { <p key={place}>{ marked(text) }</p> };
    let shown = match reason.sentences.len() {
        few if few <= MOST_SENTENCES => few,
        _ => MOST_SENTENCES - 1,
    };
    let (shown, folded_sentences) = reason.sentences.split_at(shown);
    let more =
        html! { <div class="said">{ for folded_sentences.iter().enumerate().map(sentence) }</div> };
    let holder = |(place, text): (usize, &Text)| html! { <li key={place}>{ text.clone() }</li> };
    let holders =
        html! { <ul class="holders">{ for reason.holders.iter().enumerate().map(holder) }</ul> };
    let sources = html! { <Sources sources={reason.sources.clone()} /> };
    let (more_count, holder_count) =
        (counted(folded_sentences.len()), counted(reason.holders.len()));
    html! {
        <div key={place}>
            <p class="headline">{ marked(&reason.headline) }</p>
            <div class="said">{ for reason.first.iter().enumerate().map(sentence) }</div>
            <div class="said">{ for shown.iter().enumerate().map(sentence) }</div>
            { folded(words.more_sentences(more_count), folded_sentences.len(), more) }
            { folded(words.all_holders(holder_count), reason.holders.len(), holders) }
            { folded(words.sources_of_reason(counted(reason.sources.len())), reason.sources.len(), sources) }
        </div>
    }
}

/// Content that opens under its number; nothing where there is none.
fn folded(summary: String, count: usize, content: Html) -> Html {
    html! {
        <div hidden={count == 0}><Disclosure class="folded" {summary}>{ content }</Disclosure></div>
    }
}

#[derive(Properties, PartialEq)]
pub struct SourcesProps {
    /// Clauses that something rests on.
    pub sources: Vec<Citation>,
}

/// The clauses that something rests on, with their documents.
#[component]
pub fn Sources(props: &SourcesProps) -> Html {
    let words = use_words();
    html! { <ul class="sources">{ for props.sources.iter().enumerate().map(|(place, citation)| source(words, place, citation)) }</ul> }
}

fn source(words: Words, place: usize, citation: &Citation) -> Html {
    let trust = match citation.confidence {
        Confidence::Official => "trust high",
        Confidence::OfficialCopy
        | Confidence::Analyst
        | Confidence::Reseller
        | Confidence::Blog => "trust fair",
        Confidence::Derived | Confidence::Assumption => "trust low",
    };
    html! {
        <li key={place}>
            <span>{ citation.text.clone() }</span>
            <cite>
                { citation.origin.clone() }{ "\u{a0}· " }
                <span class={trust}>{ words.confidence(citation.confidence) }</span>
                { "\u{a0}· " }{ citation.reviewed.clone() }
                <span class="slot">{ for citation.searched.clone().map(searched) }</span>
                <span class="slot">{ for (!citation.address.is_empty()).then(|| read_at(citation)) }</span>
            </cite>
        </li>
    }
}

/// The search that found no text.
fn searched(text: Text) -> Html {
    html! { <>{ "\u{a0}· " }{ text }</> }
}

/// The address where it was read.
fn read_at(citation: &Citation) -> Html {
    html! { <>{ "\u{a0}· " }<Address text={citation.address.clone()} link={citation.link.clone()} /></> }
}

#[derive(Properties, PartialEq)]
pub struct AddressProps {
    /// The address as it is written.
    pub text: Text,
    /// The address as a link; none where it is not one.
    pub link: Option<Text>,
}

/// An address, as a link where it is one.
#[component]
pub fn Address(props: &AddressProps) -> Html {
    let text = props.text.clone();
    match props.link.clone() {
        None => html! { <span>{ text }</span> },
        Some(link) => {
            html! { <a href={link} target="_blank" rel="noopener noreferrer">{ text }</a> }
        }
    }
}
