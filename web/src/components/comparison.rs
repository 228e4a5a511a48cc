//! Other ways to meet the same requirements: bars, with a table behind them, and what each group's choices would cost.

use super::dispatch::Dispatch;
use super::fold::fold;
use super::generations::generations;
use super::leaf::leaf;
use super::table::table;
use crate::session::Action;
use crate::view_model::{Bar, Comparison, GenerationGroup};
use crate::words;
use yew::prelude::*;

/// The card of the alternatives.
pub fn comparison(comparison: &Comparison, groups: &[GenerationGroup], dispatch: &Dispatch) -> Html {
    let bars = &comparison.bars;
    let empty = if bars.is_empty() { words::NOTHING_TO_COMPARE } else { "" };
    let forced = html! {
        <div>
            { leaf("p", "about", comparison.forced_about.clone()) }
            { table(&words::FORCED_HEADINGS, 0b1110, &comparison.forced) }
        </div>
    };
    html! {
        <section class="card comparison" aria-label="Comparison">
            <div class="card-head">{ leaf("h2", "", words::COMPARISON) }</div>
            { leaf("p", "empty", empty) }
            <ul class="bars" aria-hidden="true">{ for bars.iter().enumerate().map(bar) }</ul>
            { leaf("p", "about doubtful", comparison.left_out.clone()) }
            { leaf("p", "about", comparison.tie.clone()) }
            <div hidden={bars.is_empty()}>
                { fold("tail", words::AS_TABLE, None, table(&words::COMPARISON_HEADINGS, 0b110, &comparison.rows)) }
                { fold("forced", words::FORCED, Some((dispatch, Action::Forced)), forced) }
            </div>
            { generations(groups, dispatch) }
        </section>
    }
}

fn bar((place, bar): (usize, &Bar)) -> Html {
    html! {
        <li key={place} class="bar">
            { leaf("span", "", bar.name.clone()) }
            <svg viewBox="0 0 1000 14" preserveAspectRatio="none" focusable="false">
                <rect class={if place == 0 { "fill best" } else { "fill" }} width={bar.length.to_string()} height="14" />
            </svg>
            { leaf("span", "num", bar.total.clone()) }
            { leaf("span", "num more", bar.more.clone()) }
        </li>
    }
}
