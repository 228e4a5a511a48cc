//! Scenarios side by side: what differs between them, and what is the same.

use super::common::Disclosure;
use super::language::use_words;
use super::save_button::SaveButton;
use crate::session::Export;
use crate::view_model::{SideBySide, SidePart, SideRow, Text};
use crate::words::counted;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SideBySideTableProps {
    /// The scenarios.
    pub sides: Rc<SideBySide>,
}

#[component]
pub fn SideBySideTable(props: &SideBySideTableProps) -> Html {
    let (sides, words) = (&props.sides, use_words());
    let about = |(place, text): (usize, &Text)| html! { <li key={place}>{ text.clone() }</li> };
    let same = counted(SidePart::rows(&sides.same));
    html! {
        <section class="side-by-side" aria-label={words.side_by_side()}>
            <div class="side-head"><h3>{ words.side_by_side() }</h3><SaveButton export={Export::SideBySide} /></div>
            <ul class="side-about">{ for sides.about.iter().enumerate().map(about) }</ul>
            <p class="empty">{ if sides.different.is_empty() { words.side_no_difference() } else { "" } }</p>
            <div class="slot">{ table(words.side_different(), sides, &sides.different) }</div>
            <div hidden={sides.same.is_empty()}>
                <Disclosure class="folded" summary={words.side_same_rows(same)}>
                    { table(words.side_same_in_all(), sides, &sides.same) }
                </Disclosure>
            </div>
        </section>
    }
}

fn table(label: &'static str, sides: &SideBySide, parts: &[SidePart]) -> Html {
    let head = |(place, (title, product)): (usize, &(Text, Text))| {
        html! { <th key={place} scope="col">{ title.clone() }<small>{ product.clone() }</small></th> }
    };
    let columns = sides.heads.len().saturating_add(1).to_string();
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label={label} hidden={parts.is_empty()}>
            <table class={format!("sides-{}", sides.heads.len())}>
                <thead><tr><td></td>{ for sides.heads.iter().enumerate().map(head) }</tr></thead>
                { for parts.iter().map(|part| self::part(&columns, part)) }
            </table>
        </div>
    }
}

fn part(columns: &str, part: &SidePart) -> Html {
    html! {
        <tbody key={part.heading}>
            <tr class="group" key="heading"><th scope="rowgroup" colspan={columns.to_owned()}>{ part.heading }</th></tr>
            { for part.rows.iter().enumerate().map(row) }
        </tbody>
    }
}

fn row((place, row): (usize, &SideRow)) -> Html {
    let cell = |(place, text): (usize, &Text)| html! { <td key={place}>{ text.clone() }</td> };
    html! {
        <tr key={place}>
            <th scope="row">{ row.name.clone() }</th>
            { for row.cells.iter().enumerate().map(cell) }
        </tr>
    }
}
