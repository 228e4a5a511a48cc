//! Lines over a scale: each with points that can be reached by keyboard, told apart by their marks
//! and dashes as well as by colour.

use crate::view_model::Text;
use yew::prelude::*;

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The name.
    pub name: Text,
    /// Its points, from left to right.
    pub points: Vec<Point>,
}

/// A point, in thousandths of the field from its left and upper edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// The label.
    pub label: Text,
}

#[derive(Properties, PartialEq)]
pub struct LineChartProps {
    /// The sentence that the picture says.
    pub about: Text,
    /// The lines; up to five can be told apart.
    pub lines: Vec<Line>,
    /// The texts beside the field, and how far each is from its top.
    pub rows: Vec<(u32, Text)>,
    /// The texts below the field, and how far each is from its left edge.
    pub columns: Vec<(u32, Text)>,
}

#[component]
pub fn LineChart(props: &LineChartProps) -> Html {
    let grid = |(place, (y, _)): (usize, &(u32, Text))| {
        let y = per_cent(*y);
        html! { <line key={place} class="grid" x1="0" x2="100%" y1={y.clone()} y2={y} /> }
    };
    let scale = |(place, (_, text)): (usize, &(u32, Text))| {
        html! { <span key={place}>{ text.clone() }</span> }
    };
    html! {
        <figure class="line-chart">
            <figcaption>{ for props.lines.iter().enumerate().map(legend) }</figcaption>
            <div class="plot">
                <div class="scale rows" aria-hidden="true">{ for props.rows.iter().rev().enumerate().map(scale) }</div>
                <svg role="group" aria-label={props.about.clone()}>
                    <g>{ for props.rows.iter().enumerate().map(grid) }</g>
                    <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
                        { for props.lines.iter().enumerate().map(line) }
                    </svg>
                    <g>{ for props.lines.iter().enumerate().map(marks) }</g>
                </svg>
                <div class="scale columns" aria-hidden="true">{ for props.columns.iter().enumerate().map(scale) }</div>
            </div>
        </figure>
    }
}

fn per_cent(thousandths: u32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

fn class(place: usize) -> String {
    format!("line-{place}")
}

fn legend((place, line): (usize, &Line)) -> Html {
    html! {
        <span key={place} class={class(place)}>
            <svg class="swatch" aria-hidden="true"><line x1="0" x2="100%" y1="50%" y2="50%" />{ mark(place, "50%", "50%") }</svg>
            { line.name.clone() }
        </span>
    }
}

fn line((place, line): (usize, &Line)) -> Html {
    let points: Vec<String> =
        line.points.iter().map(|point| format!("{},{}", point.x, point.y)).collect();
    html! { <polyline key={place} class={class(place)} points={points.join(" ")} /> }
}

/// The points of a line: each can be focused, and says what it stands for.
fn marks((place, line): (usize, &Line)) -> Html {
    let point = |(number, point): (usize, &Point)| {
        html! {
            <g key={number} class="point" role="img" tabindex="0" aria-label={point.label.clone()}>
                <title>{ point.label.clone() }</title>
                { mark(place, &per_cent(point.x), &per_cent(point.y)) }
            </g>
        }
    };
    html! { <g key={place} class={class(place)}>{ for line.points.iter().enumerate().map(point) }</g> }
}

/// The mark of a line: a disc, a ring, a square, a frame, a small disc.
fn mark(place: usize, x: &str, y: &str) -> Html {
    let (x, y) = (x.to_owned(), y.to_owned());
    match place {
        0 => html! { <circle cx={x} cy={y} r="4.5" /> },
        1 => html! { <circle class="hollow" cx={x} cy={y} r="4.5" /> },
        2 => {
            html! { <svg {x} {y} class="square"><rect x="-4" y="-4" width="8" height="8" /></svg> }
        }
        3 => {
            html! { <svg {x} {y} class="square"><rect class="hollow" x="-4" y="-4" width="8" height="8" /></svg> }
        }
        _ => html! { <circle cx={x} cy={y} r="2.5" /> },
    }
}
