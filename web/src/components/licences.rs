//! The bill: the total, its lines, what is not needed, what is to be asked, what there is to tell.

use super::changing_text::ChangingText;
use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::notes::notes;
use super::part::{Shows, part};
use super::question::question;
use crate::ids;
use crate::session::{Action, Dialog};
use crate::view_model::{BillRow, Licences, Question, Text, Trust};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

/// The card of the licences.
pub fn licences(bill: &Licences, dispatch: &Dispatch) -> Html {
    let line = |(place, row): (usize, &Rc<BillRow>)| {
        part(row.licence.to_string().into(), Shows::Line(place, Rc::clone(row)), dispatch)
    };
    let empty = if bill.lines.is_empty() { bill.empty.clone() } else { Text::default() };
    html! {
        <section class="card bill" aria-label="Licences" id={ids::LICENCES} tabindex="-1">
            <div class="card-head">{ leaf("h2", "", words::LICENCES) }<span class="slot">{ badge(bill) }</span></div>
            { total(bill, dispatch) }
            { leaf("p", "empty", empty) }
            <ul class="lines">{ for bill.lines.iter().enumerate().map(line) }</ul>
            <div class="asked">{ for bill.questions.iter().map(|asked| open_question(asked, dispatch)) }</div>
            <div class="told">{ notes(&bill.notes, dispatch) }</div>
            <div class="slot">{ servers(bill) }</div>
            <div class="slot">{ not_needed(bill) }</div>
        </section>
    }
}

fn badge(bill: &Licences) -> Html {
    let Some(badge) = &bill.badge else { return Html::default() };
    let (class, sign) = match badge.trust {
        Trust::Proved => ("flag good", "\u{2713} "),
        Trust::Found => ("flag warn", ""),
    };
    html! { <span {class}>{ sign }{ badge.text.clone() }</span> }
}

fn total(bill: &Licences, dispatch: &Dispatch) -> Html {
    let class = if bill.assumed { "link assumed" } else { "link" };
    let onclick = dispatch.always::<MouseEvent>(Action::Dialog(Some(Dialog::Prices)));
    let (least, doubtful) = if bill.left_out.is_empty() { ("", "") } else { (words::AT_LEAST, "doubtful") };
    html! {
        <div class="total">
            <output aria-label="Total" class={doubtful}>
                { leaf("span", "least", least) }{ " " }<ChangingText text={bill.total.clone()} marked={!bill.unit.is_empty()} />{ " " }
                { leaf("span", "unit", bill.unit.clone()) }
            </output>
            <span class="small-print">
                { leaf("span", "left-out", bill.left_out.clone()) }
                { leaf("span", "own", bill.own_prices.clone()) }
                <span><button type="button" {class} {onclick}>{ bill.assumptions.clone() }</button></span>
            </span>
        </div>
    }
}

fn open_question(asked: &Question, dispatch: &Dispatch) -> Html {
    html! {
        <div class="open-question" key={asked.asks.to_string()}>
            <p>{ leaf("b", "", asked.heading.clone()) }</p>
            { question(asked, dispatch) }
        </div>
    }
}

/// The server licences, apart from the total: they let nobody in.
fn servers(bill: &Licences) -> Html {
    if bill.servers.is_empty() {
        return Html::default();
    }
    let line = |(name, what): &(Text, Text)| {
        html! { <li key={name.to_string()}><b>{ name.clone() }{ ": " }</b>{ what.clone() }</li> }
    };
    html! {
        <div class="absent">
            { leaf("h3", "", words::SERVER_LICENCES) }
            <ul>{ for bill.servers.iter().map(line) }</ul>
            { leaf("p", "sum", bill.servers_total.clone()) }
        </div>
    }
}

fn not_needed(bill: &Licences) -> Html {
    if bill.not_needed.is_empty() {
        return Html::default();
    }
    let absent = |(name, why): &(Text, Text)| {
        html! { <li key={name.to_string()}><b>{ name.clone() }{ ": " }</b>{ why.clone() }</li> }
    };
    html! {
        <div class="absent">
            { leaf("h3", "", words::NOT_NEEDED) }
            <ul>{ for bill.not_needed.iter().map(absent) }</ul>
        </div>
    }
}
