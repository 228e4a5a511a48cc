//! Bars of amounts, the least first. A table behind them says the same.

use crate::view_model::Bar;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct BarsProps {
    /// The bars.
    pub bars: Vec<Bar>,
}

#[component]
pub fn Bars(props: &BarsProps) -> Html {
    html! { <ul class="bars" aria-hidden="true">{ for props.bars.iter().enumerate().map(bar) }</ul> }
}

fn bar((place, bar): (usize, &Bar)) -> Html {
    html! {
        <li key={place} class="bar">
            <span>{ bar.name.clone() }<small class="about">{ bar.licences.clone() }</small></span>
            <svg viewBox="0 0 1000 14" preserveAspectRatio="none" focusable="false">
                <rect class={if place == 0 { "fill best" } else { "fill" }} width={bar.length.to_string()} height="14" />
            </svg>
            <span class="num">{ bar.total.clone() }</span>
            <span class="num difference">{ bar.more.clone() }</span>
        </li>
    }
}
