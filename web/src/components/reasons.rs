//! Reasons: the decisive sentence, what else there is to say, and the sources.

use super::language::use_words;
use crate::view_model::{Citation, Reason, Text};
use crate::words::Words;
use seatwise_core::rulebook::Confidence;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ReasonsProps {
    /// The identifier of the region.
    pub id: Text,
    /// The reasons.
    pub reasons: Vec<Reason>,
}

/// The region of open reasons.
#[component]
pub fn Reasons(props: &ReasonsProps) -> Html {
    let words = use_words();
    html! {
        <section class="why" aria-label={words.reasons()} id={props.id.clone()}>
            { for props.reasons.iter().enumerate().map(reason) }
        </section>
    }
}

fn reason((place, reason): (usize, &Reason)) -> Html {
    let sentence = |(place, text): (usize, &Text)| html! { <p key={place}>{ text.clone() }</p> };
    html! {
        <div key={place}>
            <p class="headline">{ reason.headline.clone() }</p>
            <div class="said">{ for reason.sentences.iter().enumerate().map(sentence) }</div>
            <Sources sources={reason.sources.clone()} />
        </div>
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
        Confidence::Official | Confidence::OfficialCopy => "trust high",
        Confidence::Analyst | Confidence::Reseller | Confidence::Blog => "trust fair",
        Confidence::Derived | Confidence::Assumption => "trust low",
    };
    html! {
        <li key={place}>
            <span>{ citation.says.clone() }</span>
            <cite>
                { citation.origin.clone() }{ " · " }
                <span class={trust}>{ words.confidence(citation.confidence) }</span>
                { " · " }{ citation.reviewed.clone() }
                <span class="slot">{ for citation.searched.clone().map(searched) }</span>
                <span class="slot">{ for (!citation.address.is_empty()).then(|| read_at(citation)) }</span>
            </cite>
        </li>
    }
}

/// The search that found no text.
fn searched(text: Text) -> Html {
    html! { <>{ " · " }{ text }</> }
}

/// The address where it was read.
fn read_at(citation: &Citation) -> Html {
    html! { <>{ " · " }<Address text={citation.address.clone()} link={citation.link.clone()} /></> }
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
