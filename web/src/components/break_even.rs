//! Break-evens: a line over the count of one group, the present count marked, with a table behind it.

use super::dispatch::Dispatch;
use super::select::Select;
use crate::session::Action;
use crate::view_model::{BreakEven, Chart, Text};
use crate::words;
use yew::prelude::*;

/// The card of the break-evens.
pub fn break_even(card: &BreakEven, dispatch: &Dispatch) -> Html {
    let names = card.groups.iter().map(|(_, name)| name.clone());
    let options: Vec<Text> = std::iter::once(Text::Static(words::CHOOSE_A_GROUP)).chain(names).collect();
    let groups = card.groups.clone();
    let onpick = dispatch.on(move |place: usize| {
        let group = place.checked_sub(1).and_then(|place| groups.get(place));
        Action::BreakEven(group.map(|(holder, _)| holder.clone()))
    });
    let chosen = card.chosen.map_or(0, |place| place + 1);
    html! {
        <section class="card break-even" aria-label={words::BREAK_EVEN}>
            <div class="card-head">
                <h2>{ words::BREAK_EVEN }</h2>
                <Select label={Text::Static(words::BREAK_EVEN_OF)} {options} chosen={Some(chosen)} {onpick} />
            </div>
            <p class="about">{ words::BREAK_EVEN_ABOUT }</p>
            <div class="slot">{ for card.found.iter().map(chart) }</div>
        </section>
    }
}

fn chart(chart: &Chart) -> Html {
    let flip = |(place, x): (usize, &u32)| {
        html! { <line key={place} class="flip" x1={x.to_string()} x2={x.to_string()} y1="0" y2="300" /> }
    };
    let present = chart.present.to_string();
    html! {
        <div class="chart">
            <svg viewBox="0 0 1000 300" preserveAspectRatio="none" role="img" aria-label={chart.about.clone()}>
                <line class="present" x1={present.clone()} x2={present} y1="0" y2="300" />
                <g>{ for chart.flips.iter().enumerate().map(flip) }</g>
                <polyline points={chart.line.clone()} />
            </svg>
            <p class="about">{ chart.about.clone() }</p>
            <p class="about">{ chart.method.clone() }</p>
            <table>
                <thead><tr>{ for words::STRETCH_HEADINGS.iter().map(heading) }</tr></thead>
                <tbody>{ for chart.rows.iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

fn heading(text: &&'static str) -> Html {
    html! { <th scope="col">{ *text }</th> }
}

fn row((place, [from, to, total, licences]): (usize, &[Text; 4])) -> Html {
    html! {
        <tr key={place}>
            <th scope="row" class="num">{ from.clone() }</th>
            <td class="num">{ to.clone() }</td>
            <td class="num">{ total.clone() }</td>
            <td>{ licences.clone() }</td>
        </tr>
    }
}
