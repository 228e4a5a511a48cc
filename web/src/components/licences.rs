//! The bill: the total, its lines, what is not needed, what is to be asked, what there is to tell.

use super::bill_line::BillLine;
use super::dispatch::{Dispatch, use_dispatch};
use super::fresh::Fresh;
use super::notes::Notes;
use super::question::Question;
use crate::ids;
use crate::session::{Action, Dialog};
use crate::view_model::{self, BillRow, Text, Trust};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct LicencesProps {
    /// The bill.
    pub licences: Rc<view_model::Licences>,
}

#[component]
pub fn Licences(props: &LicencesProps) -> Html {
    let dispatch = use_dispatch();
    let bill = &props.licences;
    let line = |(place, row): (usize, &BillRow)| html! { <BillLine key={row.licence.to_string()} {place} row={row.clone()} /> };
    let empty = if bill.lines.is_empty() { bill.empty } else { "" };
    html! {
        <section class="card bill" aria-label="Licences" id={ids::LICENCES} tabindex="-1">
            <div class="card-head"><h2>{ words::LICENCES }</h2><span class="slot">{ badge(bill) }</span></div>
            <div class="total">
                <output aria-label="Total"><Fresh text={bill.total.clone()} /></output>
                <span class="small-print">{ prices(bill, &dispatch) }</span>
            </div>
            <p class="empty">{ empty }</p>
            <ul class="lines">{ for bill.lines.iter().enumerate().map(line) }</ul>
            <div class="asked">{ for bill.questions.iter().map(question) }</div>
            <div class="told"><Notes notes={bill.notes.clone()} /></div>
            <div class="slot">{ not_needed(bill) }</div>
        </section>
    }
}

fn badge(bill: &view_model::Licences) -> Html {
    let Some(badge) = &bill.badge else { return Html::default() };
    let (class, sign) = match badge.trust {
        Trust::Proved => ("flag good", "\u{2713} "),
        Trust::Found => ("flag warn", ""),
    };
    html! { <span {class}>{ sign }{ badge.text.clone() }</span> }
}

fn prices(bill: &view_model::Licences, dispatch: &Dispatch) -> Html {
    let class = if bill.assumed { "link assumed" } else { "link" };
    let onclick = dispatch.always::<MouseEvent>(Action::Dialog(Some(Dialog::Prices)));
    html! {
        <>
            <span>{ bill.currency.clone() }{ " · " }</span>
            <button type="button" {class} {onclick}>{ bill.assumptions.clone() }</button>
        </>
    }
}

fn question(question: &view_model::Question) -> Html {
    html! {
        <div class="open-question" key={question.people.to_string()}>
            <p><b>{ words::not_counted(&question.name) }</b></p>
            <Question question={question.clone()} />
        </div>
    }
}

fn not_needed(bill: &view_model::Licences) -> Html {
    if bill.not_needed.is_empty() {
        return Html::default();
    }
    let absent = |(name, why): &(Text, Text)| {
        html! { <li key={name.to_string()}><b>{ name.clone() }{ ": " }</b>{ why.clone() }</li> }
    };
    html! {
        <div class="absent">
            <h3>{ words::NOT_NEEDED }</h3>
            <ul>{ for bill.not_needed.iter().map(absent) }</ul>
        </div>
    }
}
