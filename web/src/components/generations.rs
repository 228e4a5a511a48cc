//! The same organisation under every generation, as a table.

use super::common::Disclosure;
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::Action;
use crate::view_model::{GenerationGroup, GenerationRow, Text};
use crate::words::{Words, counted};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct GenerationsProps {
    /// Generations whose totals can be compared; none while the table is closed.
    pub groups: Rc<Vec<GenerationGroup>>,
}

/// The table, closed until it is asked for: it takes an assessment for each generation.
#[component]
pub fn Generations(props: &GenerationsProps) -> Html {
    let words = use_words();
    let ontoggle = use_dispatch().on(Action::Generations);
    let heading = |(place, text): (usize, &&'static str)| {
        html! { <th key={*text} scope="col" class={(place == 1).then_some("num")}>{ *text }</th> }
    };
    html! {
        <Disclosure class="generations" summary={words.generations()} {ontoggle}>
            <div>
                <p class="about">{ words.generations_about() }</p>
                <div class="table-scroll" tabindex="0" role="region" aria-label={words.generations()}>
                    <table>
                        <thead><tr>{ for words.generation_headings().iter().enumerate().map(heading) }</tr></thead>
                        { for props.groups.iter().map(|group| self::group(words, group)) }
                    </table>
                </div>
            </div>
        </Disclosure>
    }
}

/// Generations whose totals can be compared; those of other groups cannot.
fn group(words: Words, group: &GenerationGroup) -> Html {
    html! {
        <tbody key={group.heading.to_string()}>
            <tr class="group" key="heading"><th colspan="3" scope="rowgroup">{ group.heading.clone() }</th></tr>
            { for group.rows.iter().map(|row| self::row(words, row)) }
        </tbody>
    }
}

fn row(words: Words, row: &GenerationRow) -> Html {
    let class = row.is_own().then_some("own");
    let alone = row.names.iter().all(|(_, own)| *own);
    let same = if row.differences.is_empty() && !alone { words.no_difference() } else { "" };
    let server = |(place, (name, what)): (usize, &(Text, Text))| {
        html! { <small key={place}>{ name.clone() }{ ": " }{ what.clone() }</small> }
    };
    let name = |(place, (name, own)): (usize, &(Text, bool))| {
        let tag = if *own { words.this_one() } else { "" };
        html! { <span key={place} class="name">{ name.clone() }<span class="tag">{ tag }</span></span> }
    };
    html! {
        <>
            <tr key={row.id.to_string()} {class}>
                <th scope="row" rowspan="2">{ for row.names.iter().enumerate().map(name) }</th>
                <td class="num">{ row.total.clone() }<small class="left-out">{ row.doubt.clone() }</small></td>
                <td>{ row.bill.clone() }<span class="beside">{ for row.servers.iter().enumerate().map(server) }</span></td>
            </tr>
            <tr key={format!("{}-differs", row.id)} class={classes!(class, "differs")}>
                <td colspan="2"><span>{ same }</span><div class="slot">{ for (!row.differences.is_empty()).then(|| differences(words, row)) }</div></td>
            </tr>
        </>
    }
}

/// Differences, under how much it is: the table can be read across.
fn differences(words: Words, row: &GenerationRow) -> Html {
    html! {
        <Disclosure summary={words.differences(counted(row.differences.len()))}>
            <ul>{ for row.differences.iter().enumerate().map(difference) }</ul>
        </Disclosure>
    }
}

fn difference((place, (text, clauses)): (usize, &(Text, Vec<Text>))) -> Html {
    let cite =
        |(place, clause): (usize, &Text)| html! { <cite key={place}>{ clause.clone() }</cite> };
    html! { <li key={place}>{ text.clone() }<span>{ for clauses.iter().enumerate().map(cite) }</span></li> }
}
