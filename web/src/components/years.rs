//! The years: what each way costs, and whether it is open.

use super::bars::Bars;
use super::common::{Card, Disclosure, Line, LineChart, Point};
use super::dispatch::use_dispatch;
use super::explained::WordsHere;
use super::language::use_words;
use super::plan_fields::PlanForm;
use super::save_button::SaveButton;
use super::ways::Ways;
use crate::ids;
use crate::session::{Action, Export};
use crate::view_model::{CashChart, CashPoint, Explanations, Text, Years};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct YearsCardProps {
    /// The content of the card.
    pub years: Rc<Years>,
    /// Words that stand in it.
    pub explained: Explanations,
}

#[component]
pub fn YearsCard(props: &YearsCardProps) -> Html {
    let words = use_words();
    let years = &props.years;
    let ontoggle = use_dispatch().on(Action::Years);
    html! {
        <Card region={words.years()} heading={words.years()} class="years" id={ids::YEARS}>
            <p class="about">{ words.years_about() }</p>
            <WordsHere place="years" explained={props.explained.clone()} />
            <Disclosure class="of-ways" summary={years.summary.clone()} {ontoggle}>
                <div>
                    <PlanForm plan={years.plan.clone()} />
                    <div class="slot">{ for (!years.ways.is_empty()).then(|| outlook(words, years)) }</div>
                </div>
            </Disclosure>
        </Card>
    }
}

/// The result of comparing the ways.
fn outlook(words: Words, years: &Rc<Years>) -> Html {
    let about = |(place, text): (usize, &Text)| html! { <p key={place}>{ text.clone() }</p> };
    html! {
        <>
            <section class="picture" aria-label={words.ways_chart()} hidden={years.bars.is_empty()}>
                <h3>{ words.ways_chart() }</h3>
                <Bars bars={years.bars.clone()} />
            </section>
            <div class="slot">{ for years.cash.iter().map(cash) }</div>
            <div class="about-ways">{ for years.about.iter().enumerate().map(about) }</div>
            <div class="card-actions"><SaveButton export={Export::Years} /></div>
            <Ways ways={years.ways.clone()} />
        </>
    }
}

fn cash(chart: &Rc<CashChart>) -> Html {
    html! { <Cash chart={chart.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct CashProps {
    chart: Rc<CashChart>,
}

/// The sums that have been paid by the end of each year, with the table behind it.
#[component]
fn Cash(props: &CashProps) -> Html {
    let words = use_words();
    let chart = &props.chart;
    let point = |point: &CashPoint| Point { x: point.x, y: point.y, label: point.label.clone() };
    let lines = chart.series.iter().map(|(name, points)| Line {
        name: name.clone(),
        points: points.iter().map(point).collect(),
    });
    let heading = |(place, text): (usize, &Text)| {
        html! { <th key={place} scope="col" class={if place > 0 { "num" } else { "" }}>{ text.clone() }</th> }
    };
    let cell = |(place, text): (usize, &Text)| match place {
        0 => html! { <th key={place} scope="row">{ text.clone() }</th> },
        _ => html! { <td key={place} class="num">{ text.clone() }</td> },
    };
    let row = |(place, row): (usize, &Vec<Text>)| {
        html! { <tr key={place}>{ for row.iter().enumerate().map(cell) }</tr> }
    };
    html! {
        <section class="picture" aria-label={words.cash_chart()}>
            <h3>{ words.cash_chart() }</h3>
            <LineChart about={chart.about.clone()} lines={lines.collect::<Vec<_>>()} rows={chart.ticks.clone()} columns={chart.years.clone()} />
            <p class="about">{ chart.undrawn.clone() }</p>
            <Disclosure summary={words.as_table()}>
                <div class="table-scroll" tabindex="0" role="group" aria-label={words.cash_chart()}>
                    <table>
                        <thead><tr>{ for chart.headings.iter().enumerate().map(heading) }</tr></thead>
                        <tbody>{ for chart.rows.iter().enumerate().map(row) }</tbody>
                    </table>
                </div>
            </Disclosure>
        </section>
    }
}
