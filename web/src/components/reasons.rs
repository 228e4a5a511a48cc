//! Reasons: the decisive sentence, what else there is to say, and the sources.

use super::leaf::leaf;
use crate::view_model::{Citation, Reason, Text};
use crate::words;
use seatwise_core::rulebook::Confidence;
use yew::prelude::*;

/// The region of an open reason; empty where none is open.
pub fn reasons(id: Text, reasons: &[Reason]) -> Html {
    if reasons.is_empty() {
        return Html::default();
    }
    html! {
        <section class="why" aria-label="Reasons" {id}>{ for reasons.iter().enumerate().map(reason) }</section>
    }
}

fn reason((place, reason): (usize, &Reason)) -> Html {
    let said = |text: &Text| leaf("p", "", text.clone());
    html! {
        <div key={place}>
            { leaf("p", "headline", reason.headline.clone()) }
            <div class="said">{ for reason.sentences.iter().map(said) }</div>
            <ul class="sources">{ for reason.sources.iter().map(source) }</ul>
        </div>
    }
}

/// What something rests on, with its document.
pub fn source(found: &Citation) -> Html {
    let trust = match found.confidence {
        Confidence::Official | Confidence::OfficialCopy => "trust high",
        Confidence::Analyst | Confidence::Reseller | Confidence::Blog => "trust fair",
        Confidence::Derived | Confidence::Assumption => "trust low",
    };
    html! {
        <li>
            { leaf("span", "", found.says.clone()) }
            <cite>
                { found.origin.clone() }{ " · " }
                <span class={trust}>{ words::confidence(found.confidence) }</span>
                { " · " }{ found.reviewed.clone() }
                <span class="slot">{ read_at(found) }</span>
            </cite>
        </li>
    }
}

/// Where it was read, unless that stands above it.
fn read_at(found: &Citation) -> Html {
    if found.address.is_empty() {
        return Html::default();
    }
    html! { <>{ " · " }{ address(&found.address, found.link.as_ref()) }</> }
}

/// An address, as a link where it is one.
pub fn address(text: &Text, link: Option<&Text>) -> Html {
    match link.cloned() {
        None => leaf("span", "", text.clone()),
        Some(link) => html! { <a href={link} target="_blank" rel="noopener noreferrer">{ text.clone() }</a> },
    }
}
