//! Break-evens: the mixes that compete, as lines that cross over a count or a price, the present one
//! and the changes marked, with a table behind them.

use super::common::{Card, ColumnKind, Disclosure, Select, Table, columns};
use super::dispatch::use_dispatch;
use super::explained::WordsHere;
use super::language::use_words;
use crate::ids;
use crate::session::Action;
use crate::view_model::{BreakEven, Chart, Explanations, Mark, MixLine, Text};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct BreakEvenCardProps {
    /// Content of the card.
    pub card: Rc<BreakEven>,
    /// Words that stand here.
    pub explained: Explanations,
}

#[component]
pub fn BreakEvenCard(props: &BreakEvenCardProps) -> Html {
    let words = use_words();
    let card = &props.card;
    let names = card.choices.iter().map(|(_, name)| name.clone());
    let options: Vec<Text> = std::iter::once(Text::Static(words.choose())).chain(names).collect();
    let chosen = card.chosen.map_or(0, |place| place + 1);
    let onpick = {
        let card = Rc::clone(card);
        use_dispatch().on(move |place: usize| {
            let choice = place.checked_sub(1).and_then(|place| card.choices.get(place));
            Action::BreakEven(choice.map(|(across, _)| across.clone()))
        })
    };
    let actions =
        html! { <Select label={words.break_even_of()} {options} chosen={Some(chosen)} {onpick} /> };
    html! {
        <Card region={words.break_even()} heading={words.break_even()} class="break-even" id={ids::BREAK_EVEN} {actions}>
            <p class="about">{ words.break_even_about() }</p>
            <WordsHere place="break-even" explained={props.explained.clone()} />
            <div class="slot">{ for card.chart.iter().map(|chart| self::chart(words, chart)) }</div>
        </Card>
    }
}

fn chart(words: Words, chart: &Chart) -> Html {
    let change = |(place, text): (usize, &Text)| html! { <li key={place}>{ text.clone() }</li> };
    let kinds = [ColumnKind::Number, ColumnKind::Number, ColumnKind::Number, ColumnKind::Text];
    html! {
        <div class="chart">
            <p class="turning">{ chart.turning.clone() }</p>
            { picture(chart) }
            <p class="ends" aria-hidden="true"><span>{ "0" }</span><span>{ chart.end.clone() }</span></p>
            <ul class="flips">{ for chart.flips.iter().enumerate().map(change) }</ul>
            <p class="about">{ chart.method.clone() }</p>
            <Disclosure class="tail" summary={words.as_table()}>
                <div class="table-scroll" tabindex="0" role="group" aria-label={words.break_even()}>
                    <Table columns={columns(words.stretch_headings(), kinds)} rows={chart.rows.clone()} />
                </div>
            </Disclosure>
        </div>
    }
}

/// The lines of the mixes over a scale of amounts, with the places where the cheapest one changes.
fn picture(chart: &Chart) -> Html {
    let tick = |(place, (y, _)): (usize, &(u32, Text))| {
        let y = y.to_string();
        html! { <line key={place} class="grid" x1="0" x2="1000" y1={y.clone()} y2={y} /> }
    };
    let named = chart.mixes.iter().enumerate().filter(|(_, mix)| !mix.name.is_empty());
    let amount = |(place, (y, text)): (usize, &(u32, Text))| {
        html! { <text key={place} class="tick-text" x="0" y={per_cent(*y)} dx="-8" dy="4" text-anchor="end">{ text.clone() }</text> }
    };
    html! {
        <svg role="img" aria-label={chart.about.clone()}>
            <svg height="82%" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
                <g>{ for chart.ticks.iter().enumerate().map(tick) }</g>
                <g>{ for chart.mixes.iter().enumerate().map(mix) }</g>
            </svg>
            <g>{ for chart.marks.iter().enumerate().map(mark) }</g>
            <svg class="over" height="82%" aria-hidden="true">
                <g>{ for chart.ticks.iter().enumerate().map(amount) }</g>
                <g class="narrow">{ for named.clone().map(|named| name(named, &NARROW)) }</g>
                <g class="wide">{ for named.map(|named| name(named, &WIDE)) }</g>
            </svg>
        </svg>
    }
}

fn per_cent(thousandths: u32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// The class of a mix: those that compete are told apart by dashes as well as by colour.
fn class(place: usize, mix: &MixLine) -> String {
    if mix.name.is_empty() { "other".to_owned() } else { format!("mix-{}", place % 2) }
}

/// The line of a mix: thin over the whole scale, and thick where it is the cheapest.
fn mix((place, mix): (usize, &MixLine)) -> Html {
    html! {
        <g key={place} class={class(place, mix)}>
            <polyline class="whole" points={mix.whole.clone()} />
            <polyline points={mix.cheapest.clone()} />
        </g>
    }
}

/// Room that a picture has for names.
struct Room {
    /// Width of a sign, in thousandths of the picture.
    sign: u32,
    /// Most signs of a name.
    most_signs: usize,
}

/// A phone.
const NARROW: Room = Room { sign: 30, most_signs: 33 };
/// Anything wider; the style sheet says from where on.
const WIDE: Room = Room { sign: 13, most_signs: 75 };

/// The name of a mix at the end of its line, where the picture has room for it.
fn name((place, mix): (usize, &MixLine), room: &Room) -> Html {
    let (end, y) = mix.end;
    let signs = mix.name.chars().count();
    let text = if signs > room.most_signs {
        Text::from(format!("{}…", mix.name.chars().take(room.most_signs).collect::<String>()))
    } else {
        mix.name.clone()
    };
    let width = u32::try_from(signs).unwrap_or(u32::MAX).saturating_mul(room.sign).min(1_000);
    let (x, side) = if end + width <= 1_000 { (end, "start") } else { (end.max(width), "end") };
    // Below the line, and above it where there is no room below.
    let dy = if y > 850 { "-8" } else { "14" };
    html! {
        <g key={place} class={class(place, mix)}>
            <text x={per_cent(x)} y={per_cent(y)} {dy} text-anchor={side}>{ text }</text>
        </g>
    }
}

/// A line from top to bottom with its label below; that of the present has a row of its own.
fn mark((place, mark): (usize, &Mark)) -> Html {
    let (class, y) = if mark.present { ("present", "98.5%") } else { ("flip", "90%") };
    let x = per_cent(mark.place);
    let side = match mark.place {
        0..100 => "start",
        901.. => "end",
        _ => "middle",
    };
    let label =
        |text: &Text| html! { <text x={x.clone()} {y} text-anchor={side}>{ text.clone() }</text> };
    html! {
        <g key={place} {class}>
            <line hidden={mark.beyond} x1={x.clone()} x2={x.clone()} y1="0" y2="82%" />
            <g>{ for mark.label.iter().map(label) }</g>
        </g>
    }
}
