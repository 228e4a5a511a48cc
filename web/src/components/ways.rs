//! Every way side by side: whether it is open, why not, and what it costs year by year.

use super::common::Disclosure;
use super::language::use_words;
use super::reasons::Sources;
use crate::view_model::{Text, WayRow};
use crate::words::Words;
use seatwise_core::years::way::Eligibility;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct WaysProps {
    /// The ways.
    pub ways: Vec<Rc<WayRow>>,
}

#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let words = use_words();
    let heading = |text: &&'static str| html! { <th key={*text} scope="col">{ *text }</th> };
    let way =
        |row: &Rc<WayRow>| html! { <WayLines key={row.name.to_string()} row={row.clone()} /> };
    html! {
        <table class="ways-table" aria-label={words.ways()}>
            <thead><tr>{ for words.way_headings().iter().map(heading) }</tr></thead>
            { for props.ways.iter().map(way) }
        </table>
    }
}

#[derive(Properties, PartialEq)]
struct WayLinesProps {
    row: Rc<WayRow>,
}

/// A way, and its years.
#[component]
fn WayLines(props: &WayLinesProps) -> Html {
    let words = use_words();
    let row = &props.row;
    let class = match row.eligibility {
        Eligibility::Open => "flag good",
        Eligibility::NotKnownYet => "flag warn",
        Eligibility::Closed => "flag plain",
    };
    let line = |(place, text): (usize, &Text)| html! { <li key={place}>{ text.clone() }</li> };
    let tag = if row.cheapest { words.cheapest_way() } else { "" };
    let amount = if row.assumed { "num assumed" } else { "num" };
    html! {
        <tbody class={if row.eligibility == Eligibility::Closed { "closed" } else { "" }}>
            <tr>
                <th scope="row">{ row.name.clone() }<small>{ row.product.clone() }</small><span class="tag">{ tag }</span></th>
                <td>
                    <span {class}>{ row.state.clone() }</span>
                    <ul>{ for row.reasons.iter().enumerate().map(line) }</ul>
                    <div class="slot">{ for (!row.sources.is_empty()).then(|| sources(words, row)) }</div>
                </td>
                <td>
                    <b class={amount}>{ row.total.clone() }</b>
                    <ul>{ for row.doubts.iter().enumerate().map(line) }</ul>
                </td>
            </tr>
            { for (!row.years.is_empty()).then(|| years(words, row)) }
        </tbody>
    }
}

fn sources(words: Words, row: &Rc<WayRow>) -> Html {
    html! { <Disclosure summary={words.sources_of_way()}><Sources sources={row.sources.clone()} /></Disclosure> }
}

fn years(words: Words, row: &Rc<WayRow>) -> Html {
    let last = row.headings.len().saturating_sub(1);
    let class = |place: usize| if place == 0 || place == last { "" } else { "num" };
    let heading = |(place, text): (usize, &&'static str)| {
        html! { <th key={place} scope="col" class={class(place)}>{ *text }</th> }
    };
    let cell = |(place, text): (usize, &Text)| match place {
        0 => html! { <th key={place} scope="row">{ text.clone() }</th> },
        _ => html! { <td key={place} class={class(place)}>{ text.clone() }</td> },
    };
    let line = |(place, row): (usize, &Vec<Text>)| {
        html! { <tr key={place}>{ for row.iter().enumerate().map(cell) }</tr> }
    };
    html! {
        <tr key="years" class="of-years"><td colspan="3">
            <Disclosure summary={words.year_by_year()}>
                <div class="table-scroll" tabindex="0" role="group" aria-label={words.years_of(&row.name)}>
                    <p class="about">{ row.unit.clone() }</p>
                    <table>
                        <thead><tr>{ for row.headings.iter().enumerate().map(heading) }</tr></thead>
                        <tbody>{ for row.years.iter().enumerate().map(line) }</tbody>
                    </table>
                </div>
            </Disclosure>
        </td></tr>
    }
}
