//! Break-evens: a line over a count or a price, the present one and the changes marked, with a
//! table behind it.

use super::common::{Card, ColumnKind, Disclosure, Select, Table, columns};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::Action;
use crate::view_model::{BreakEven, Chart, Mark, Text};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct BreakEvenCardProps {
    /// Content of the card.
    pub card: Rc<BreakEven>,
}

#[component]
pub fn BreakEvenCard(props: &BreakEvenCardProps) -> Html {
    let words = use_words();
    let card = &props.card;
    let names = card.choices.iter().map(|(_, name)| name.clone());
    let options: Vec<Text> = std::iter::once(Text::Static(words.choose())).chain(names).collect();
    let chosen = card.chosen.map_or(0, |place| place + 1);
    let onpick = {
        let card = Rc::clone(card);
        use_dispatch().on(move |place: usize| {
            let choice = place.checked_sub(1).and_then(|place| card.choices.get(place));
            Action::BreakEven(choice.map(|(across, _)| across.clone()))
        })
    };
    let actions =
        html! { <Select label={words.break_even_of()} {options} chosen={Some(chosen)} {onpick} /> };
    html! {
        <Card region={words.break_even()} heading={words.break_even()} class="break-even" {actions}>
            <p class="about">{ words.break_even_about() }</p>
            <div class="slot">{ for card.chart.iter().map(|chart| self::chart(words, chart)) }</div>
        </Card>
    }
}

fn chart(words: Words, chart: &Chart) -> Html {
    let change = |(place, text): (usize, &Text)| html! { <li key={place}>{ text.clone() }</li> };
    let kinds = [ColumnKind::Number, ColumnKind::Number, ColumnKind::Number, ColumnKind::Text];
    html! {
        <div class="chart">
            <p class="ends"><span>{ chart.top.clone() }</span></p>
            <svg role="img" aria-label={chart.about.clone()}>
                <g>{ for chart.marks.iter().enumerate().map(mark) }</g>
                <svg viewBox="0 0 1000 300" preserveAspectRatio="none" aria-hidden="true"><polyline points={chart.line.clone()} /></svg>
            </svg>
            <p class="ends"><span>{ "0" }</span><span>{ chart.end.clone() }</span></p>
            <ul class="flips">{ for chart.flips.iter().enumerate().map(change) }</ul>
            <p class="about">{ chart.method.clone() }</p>
            <Disclosure class="tail" summary={words.as_table()}>
                <div class="table-scroll" tabindex="0" role="group" aria-label={words.break_even()}>
                    <Table columns={columns(words.stretch_headings(), kinds)} rows={chart.rows.clone()} />
                </div>
            </Disclosure>
        </div>
    }
}

/// A line from top to bottom with its label, on the side where there is room; that of the present
/// has a row of its own.
fn mark((place, mark): (usize, &Mark)) -> Html {
    let (class, above, below) =
        if mark.present { ("present", "34", "152") } else { ("flip", "17", "170") };
    let (side, y) =
        (if mark.right { "end" } else { "start" }, if mark.below { below } else { above });
    let x = mark.place.clone();
    let label =
        |text: &Text| html! { <text x={x.clone()} {y} text-anchor={side}>{ text.clone() }</text> };
    html! {
        <g key={place} {class}>
            <line x1={x.clone()} x2={x.clone()} y1="0" y2="100%" />
            <g>{ for mark.label.iter().map(label) }</g>
        </g>
    }
}
