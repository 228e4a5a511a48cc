//! Tables of text.

use crate::view_model::Text;
use yew::prelude::*;

/// A table whose first column heads its rows; `numeric` has a bit for every column that holds numbers.
pub fn table(headings: &[&'static str], numeric: u8, rows: &[Vec<Text>]) -> Html {
    let class = |place: usize| if numeric >> place & 1 == 1 { "num" } else { "" };
    let heading = |(place, text): (usize, &&'static str)| html! { <th key={place} scope="col" class={class(place)}>{ *text }</th> };
    let cell = |(place, text): (usize, &Text)| match place {
        0 => html! { <th key={place} scope="row" class={class(place)}>{ text.clone() }</th> },
        _ => html! { <td key={place} class={class(place)}>{ text.clone() }</td> },
    };
    let row =
        |(place, row): (usize, &Vec<Text>)| html! { <tr key={place}>{ for row.iter().enumerate().map(cell) }</tr> };
    html! {
        <table>
            <thead><tr>{ for headings.iter().enumerate().map(heading) }</tr></thead>
            <tbody>{ for rows.iter().enumerate().map(row) }</tbody>
        </table>
    }
}
