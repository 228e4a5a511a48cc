//! Other ways to meet the same requirements: bars, with a table behind them, and the cost of each
//! group's choices.

use super::bars::Bars;
use super::common::{Card, ColumnKind, Disclosure, Table, columns};
use super::dispatch::use_dispatch;
use super::explained::WordsHere;
use super::generations::Generations;
use super::language::use_words;
use crate::ids;
use crate::session::Action;
use crate::view_model::{Comparison, Explanations, GenerationGroup};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ComparisonCardProps {
    /// The alternatives.
    pub comparison: Rc<Comparison>,
    /// The same organisation under every generation.
    pub generations: Rc<Vec<GenerationGroup>>,
    /// Words that stand here.
    pub explained: Explanations,
}

#[component]
pub fn ComparisonCard(props: &ComparisonCardProps) -> Html {
    let words = use_words();
    let comparison = &props.comparison;
    let bars = &comparison.bars;
    html! {
        <Card region={words.comparison()} heading={words.comparison()} class="comparison" id={ids::COMPARISON}>
            <p class="empty">{ if bars.is_empty() { words.nothing_to_compare() } else { "" } }</p>
            <Bars bars={bars.clone()} />
            <p class="about doubtful">{ comparison.left_out.clone() }</p>
            <p class="about">{ comparison.tie.clone() }</p>
            <WordsHere place="comparison" explained={props.explained.clone()} />
            <div hidden={bars.is_empty()}><Tables comparison={comparison.clone()} /></div>
            <Generations groups={props.generations.clone()} />
        </Card>
    }
}

#[derive(Properties, PartialEq)]
struct TablesProps {
    comparison: Rc<Comparison>,
}

/// The alternatives and the forced choices as tables.
#[component]
fn Tables(props: &TablesProps) -> Html {
    let words = use_words();
    let comparison = &props.comparison;
    let (text, number) = (ColumnKind::Text, ColumnKind::Number);
    let alternatives = columns(words.comparison_headings(), [text, number, number, text]);
    let forced = columns(words.forced_headings(), [text, number, number, number]);
    let ontoggle = use_dispatch().on(Action::Forced);
    html! {
        <>
            <Disclosure class="tail" summary={words.as_table()}>
                <div class="table-scroll" tabindex="0" role="group" aria-label={words.comparison()}>
                    <Table columns={alternatives} rows={comparison.rows.clone()} />
                </div>
            </Disclosure>
            <Disclosure class="forced" summary={words.forced()} {ontoggle}>
                <div>
                    <p class="about">{ comparison.forced_about.clone() }</p>
                    <div class="table-scroll" tabindex="0" role="group" aria-label={words.forced()}>
                        <Table columns={forced} rows={comparison.forced.clone()} />
                    </div>
                </div>
            </Disclosure>
        </>
    }
}
