//! The bill: the total, its lines, what is not needed, what is to be asked, what there is to note.

use super::bill_line::BillLine;
use super::common::{Button, ButtonLook, Card, ChangingText, Disclosure, SettledText};
use super::dispatch::use_dispatch;
use super::explained::{MarkedText, WordsHere};
use super::language::use_words;
use super::notes::Notes;
use super::question::QuestionAnswers;
use crate::ids;
use crate::session::{Action, Dialog};
use crate::view_model::{Badge, BillRow, Licences, Marked, Question, Sureness, Text, Trust};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct LicencesProps {
    /// Content of the card.
    pub licences: Rc<Licences>,
}

#[component]
pub fn LicencesCard(props: &LicencesProps) -> Html {
    let words = use_words();
    let bill = &props.licences;
    let line = |(place, row): (usize, &Rc<BillRow>)| {
        html! { <BillLine key={row.licence.to_string()} {place} row={row.clone()} fixed={bill.fixed} /> }
    };
    let empty = if bill.lines.is_empty() { bill.empty.clone() } else { Text::default() };
    let actions = html! { <span class="slot">{ for bill.badge.iter().map(badge) }</span> };
    html! {
        <Card region={words.licences_heading()} heading={words.licences_heading()} class="bill" id={ids::LICENCES} {actions}>
            <Total licences={bill.clone()} />
            <WordsHere place="bill" explained={bill.explained.clone()} />
            <p class="empty">{ empty }</p>
            <ul class="lines">{ for bill.lines.iter().enumerate().map(line) }</ul>
            <div class="asked">{ questions(bill) }</div>
            <div class="told"><Notes notes={bill.notes.clone()} /></div>
            <div hidden={bill.unit.is_empty()}><HowSure parts={bill.sureness.clone()} /></div>
            <div class="slot">{ for (!bill.servers.is_empty()).then(|| servers(words, bill)) }</div>
            <div class="slot">{ for (!bill.not_needed.is_empty()).then(|| not_needed(words, bill)) }</div>
        </Card>
    }
}

fn badge(badge: &Badge) -> Html {
    let (class, sign) = match badge.trust {
        Trust::Proved => ("flag good", "\u{2713} "),
        Trust::Found => ("flag warn", ""),
    };
    html! { <span {class}>{ sign }{ badge.text.clone() }</span> }
}

/// The total, with what is left out of it and what its prices rest on.
#[component]
fn Total(props: &LicencesProps) -> Html {
    let words = use_words();
    let bill = &props.licences;
    let class = if bill.assumed { "assumed" } else { "" };
    let onclick = use_dispatch().always::<MouseEvent>(Action::Dialog(Some(Dialog::Prices)));
    let (least, doubtful) =
        if bill.left_out.is_empty() { ("", "") } else { (words.at_least(), "doubtful") };
    let prices = if bill.fixed {
        html! { <span {class}>{ bill.assumptions.clone() }</span> }
    } else {
        html! { <Button look={ButtonLook::Link} {class} {onclick}>{ bill.assumptions.clone() }</Button> }
    };
    let named = match &*bill.without_use {
        "" => String::new(),
        names => format!(": {names}"),
    };
    html! {
        <div class="total" hidden={bill.bare}>
            <output aria-live="off" aria-label={words.total()} class={doubtful}>
                <span class="least">{ least }</span>{ " " }
                <ChangingText text={bill.total.clone()} marked={!bill.unit.is_empty()} />{ " " }
                <span class="unit">{ bill.unit.clone() }</span>
            </output>
            <span class="small-print">
                <span class="left-out">{ bill.left_out.clone() }{ named }</span>
                <span class="own">{ bill.own_prices.clone() }</span>
                <span>{ prices }</span>
            </span>
            <SettledText text={bill.spoken.clone()} />
        </div>
    }
}

/// The open questions; where nothing can be changed, the answers cannot be given.
fn questions(bill: &Licences) -> Html {
    let questions = bill.questions.iter().map(open_question);
    if bill.fixed {
        html! { <fieldset class="fixed-part" disabled=true>{ for questions }</fieldset> }
    } else {
        html! { <>{ for questions }</> }
    }
}

fn open_question(question: &Question) -> Html {
    html! {
        <div class="open-question" key={question.asks.to_string()}>
            <p><b>{ question.heading.clone() }</b></p>
            <QuestionAnswers question={question.clone()} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct HowSureProps {
    /// The assumptions behind the total; none while they are closed.
    parts: Vec<Sureness>,
}

/// The certainty of the total, folded: it takes two more solutions.
#[component]
fn HowSure(props: &HowSureProps) -> Html {
    let words = use_words();
    let ontoggle = use_dispatch().on(Action::Sureness);
    let sentence = |(place, text): (usize, &Text)| html! { <p key={place}>{ text.clone() }</p> };
    let part = |part: &Sureness| {
        html! {
            <li key={part.heading}><h3>{ part.heading }</h3>{ for part.sentences.iter().enumerate().map(sentence) }</li>
        }
    };
    html! {
        <Disclosure class="how-sure" summary={words.how_sure()} {ontoggle}>
            <ul>{ for props.parts.iter().map(part) }</ul>
        </Disclosure>
    }
}

fn named((name, text): &(Text, Text)) -> Html {
    html! { <li key={name.to_string()}><b>{ name.clone() }{ ": " }</b>{ text.clone() }</li> }
}

/// The server licences, apart from the total: they let nobody in.
fn servers(words: Words, bill: &Licences) -> Html {
    html! {
        <div class="absent">
            <h3>{ words.server_licences() }</h3>
            <ul>{ for bill.servers.iter().map(named) }</ul>
            <p class="sum">{ bill.servers_total.clone() }</p>
        </div>
    }
}

fn not_needed(words: Words, bill: &Licences) -> Html {
    let absent = |(place, (name, why)): (usize, &(Text, Marked))| {
        let place = format!("absent-{place}");
        html! { <li key={name.to_string()}><b>{ name.clone() }{ ": " }</b><MarkedText {place} text={why.clone()} /></li> }
    };
    html! {
        <div class="absent">
            <h3>{ words.not_needed() }</h3>
            <ul>{ for bill.not_needed.iter().enumerate().map(absent) }</ul>
        </div>
    }
}
