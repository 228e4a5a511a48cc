//! Other ways to meet the same requirements: bars, with a table behind them, and what each group's choices would cost.

use super::dispatch::Dispatch;
use super::fold::fold;
use super::generations::generations;
use super::table::table;
use crate::session::Action;
use crate::view_model::{Bar, Comparison, GenerationRow};
use crate::words;
use yew::prelude::*;

/// The card of the alternatives.
pub fn comparison(comparison: &Comparison, rows: &[GenerationRow], dispatch: &Dispatch) -> Html {
    let bars = &comparison.bars;
    let empty = if bars.is_empty() { words::NOTHING_TO_COMPARE } else { "" };
    let forced = html! {
        <div>
            <p class="about">{ comparison.forced_about.clone() }</p>
            { table(&words::FORCED_HEADINGS, 0b1110, &comparison.forced) }
        </div>
    };
    html! {
        <section class="card comparison" aria-label="Comparison">
            <div class="card-head"><h2>{ words::COMPARISON }</h2></div>
            <p class="empty">{ empty }</p>
            <ul class="bars" aria-hidden="true">{ for bars.iter().enumerate().map(bar) }</ul>
            <p class="about">{ comparison.tie.clone() }</p>
            <div hidden={bars.is_empty()}>
                { fold("tail", words::AS_TABLE, None, table(&words::COMPARISON_HEADINGS, 0b110, &comparison.rows)) }
                { fold("forced", words::FORCED, Some((dispatch, Action::Forced)), forced) }
            </div>
            { generations(rows, dispatch) }
        </section>
    }
}

fn bar((place, bar): (usize, &Bar)) -> Html {
    html! {
        <li key={place} class="bar">
            <span>{ bar.name.clone() }</span>
            <svg viewBox="0 0 1000 14" preserveAspectRatio="none" focusable="false">
                <rect class={if place == 0 { "fill best" } else { "fill" }} width={bar.length.to_string()} height="14" />
            </svg>
            <span class="num">{ bar.total.clone() }</span>
            <span class="num more">{ bar.more.clone() }</span>
        </li>
    }
}
