//! Break-evens: a line over a count or a price, the present one and the changes marked, with a table behind it.

use super::dispatch::Dispatch;
use super::fold::fold;
use super::leaf::leaf;
use super::select::Select;
use super::table::table;
use crate::session::Action;
use crate::view_model::{BreakEven, Chart, Mark, Text};
use crate::words;
use yew::prelude::*;

/// The card of the break-evens.
pub fn break_even(card: &BreakEven, dispatch: &Dispatch) -> Html {
    let names = card.choices.iter().map(|(_, name)| name.clone());
    let options: Vec<Text> = std::iter::once(Text::Static(words::CHOOSE)).chain(names).collect();
    let choices = card.choices.clone();
    let onpick = dispatch.on(move |place: usize| {
        let choice = place.checked_sub(1).and_then(|place| choices.get(place));
        Action::BreakEven(choice.map(|(across, _)| across.clone()))
    });
    let chosen = card.chosen.map_or(0, |place| place + 1);
    html! {
        <section class="card break-even" aria-label={words::BREAK_EVEN}>
            <div class="card-head">
                { leaf("h2", "", words::BREAK_EVEN) }
                <Select label={Text::Static(words::BREAK_EVEN_OF)} {options} chosen={Some(chosen)} {onpick} />
            </div>
            { leaf("p", "about", words::BREAK_EVEN_ABOUT) }
            <div class="slot">{ for card.found.iter().map(chart) }</div>
        </section>
    }
}

fn chart(chart: &Chart) -> Html {
    let said = |(place, text): (usize, &Text)| html! { <li key={place}>{ text.clone() }</li> };
    html! {
        <div class="chart">
            <p class="ends">{ leaf("span", "", chart.top.clone()) }</p>
            <svg role="img" aria-label={chart.about.clone()}>
                <g>{ for chart.marks.iter().enumerate().map(mark) }</g>
                <svg viewBox="0 0 1000 300" preserveAspectRatio="none" aria-hidden="true"><polyline points={chart.line.clone()} /></svg>
            </svg>
            <p class="ends">{ leaf("span", "", "0") }{ leaf("span", "", chart.end.clone()) }</p>
            <ul class="flips">{ for chart.flips.iter().enumerate().map(said) }</ul>
            { leaf("p", "about", chart.method.clone()) }
            { fold("tail", words::AS_TABLE, None, table(&words::STRETCH_HEADINGS, 0b111, &chart.rows)) }
        </div>
    }
}

/// A line from top to bottom with its label, on the side where there is room; that of the present has a row of its own.
fn mark((place, mark): (usize, &Mark)) -> Html {
    let (class, above, below) = if mark.present { ("present", "34", "152") } else { ("flip", "17", "170") };
    let (side, y) = (if mark.right { "end" } else { "start" }, if mark.below { below } else { above });
    let x = mark.place.clone();
    let label = |text: &Text| html! { <text x={x.clone()} {y} text-anchor={side}>{ text.clone() }</text> };
    html! {
        <g key={place} {class}>
            <line x1={x.clone()} x2={x.clone()} y1="0" y2="100%" />
            <g>{ for mark.label.iter().map(label) }</g>
        </g>
    }
}
