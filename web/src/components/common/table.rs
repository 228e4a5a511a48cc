//! Tables of text with typed columns.

use crate::view_model::Text;
use yew::prelude::*;

/// Kind of content of a column's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Text,
    /// Numbers, set under one another.
    Number,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// Kind of content of its cells.
    pub kind: ColumnKind,
}

/// Columns of these headings and kinds.
pub fn columns<const N: usize>(headings: [&'static str; N], kinds: [ColumnKind; N]) -> Vec<Column> {
    headings.into_iter().zip(kinds).map(|(heading, kind)| Column { heading, kind }).collect()
}

#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// The columns; the cells of the first one head their rows.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Text>>,
}

#[component]
pub fn Table(props: &TableProps) -> Html {
    let class = |place: usize| match props.columns.get(place).map(|column| column.kind) {
        Some(ColumnKind::Number) => "num",
        Some(ColumnKind::Text) | None => "",
    };
    let heading = |(place, column): (usize, &Column)| {
        html! { <th key={place} scope="col" class={class(place)}>{ column.heading }</th> }
    };
    let cell = |(place, text): (usize, &Text)| match place {
        0 => html! { <th key={place} scope="row" class={class(place)}>{ text.clone() }</th> },
        _ => html! { <td key={place} class={class(place)}>{ text.clone() }</td> },
    };
    let row = |(place, row): (usize, &Vec<Text>)| {
        html! { <tr key={place}>{ for row.iter().enumerate().map(cell) }</tr> }
    };
    html! {
        <table>
            <thead><tr>{ for props.columns.iter().enumerate().map(heading) }</tr></thead>
            <tbody>{ for props.rows.iter().enumerate().map(row) }</tbody>
        </table>
    }
}
