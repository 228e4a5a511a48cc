//! Other ways to meet the same requirements: bars, with a table behind them.

use super::dispatch::Dispatch;
use super::generations::generations;
use crate::view_model::{Bar, Comparison, GenerationRow};
use crate::words;
use yew::prelude::*;

/// The card of the alternatives.
pub fn comparison(comparison: &Comparison, rows: &[GenerationRow], dispatch: &Dispatch) -> Html {
    let bars = &comparison.bars;
    let empty = if bars.is_empty() { words::NOTHING_TO_COMPARE } else { "" };
    html! {
        <section class="card comparison" aria-label="Comparison">
            <div class="card-head"><h2>{ words::COMPARISON }</h2></div>
            <p class="empty">{ empty }</p>
            <ul class="bars" aria-hidden="true">{ for bars.iter().map(bar) }</ul>
            <details hidden={bars.is_empty()}>
                <summary>{ words::AS_TABLE }</summary>
                <table>
                    <thead><tr>{ for words::COMPARISON_HEADINGS.iter().map(heading) }</tr></thead>
                    <tbody>{ for bars.iter().map(row) }</tbody>
                </table>
            </details>
            { generations(rows, dispatch) }
        </section>
    }
}

fn bar(bar: &Bar) -> Html {
    let class = if bar.id.is_empty() { "fill best" } else { "fill" };
    html! {
        <li key={bar.id.to_string()} class="bar">
            <span>{ bar.name.clone() }</span>
            <svg viewBox="0 0 1000 14" preserveAspectRatio="none" focusable="false">
                <rect {class} width={bar.length.to_string()} height="14" />
            </svg>
            <span class="num">{ bar.total.clone() }</span>
            <span class="num more">{ bar.more.clone() }</span>
        </li>
    }
}

fn heading(text: &&'static str) -> Html {
    html! { <th scope="col">{ *text }</th> }
}

fn row(bar: &Bar) -> Html {
    html! {
        <tr key={bar.id.to_string()}>
            <th scope="row">{ bar.name.clone() }</th>
            <td class="num">{ bar.total.clone() }</td>
            <td class="num">{ bar.more.clone() }</td>
            <td>{ bar.bill.clone() }</td>
        </tr>
    }
}
