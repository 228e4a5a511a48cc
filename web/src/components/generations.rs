//! The same organisation under every generation, as a table.

use super::dispatch::Dispatch;
use super::fold::fold;
use super::leaf::leaf;
use crate::session::Action;
use crate::view_model::{GenerationGroup, GenerationRow, Text};
use crate::words;
use yew::prelude::*;

/// The table, closed until it is asked for: it takes an assessment for each generation.
pub fn generations(groups: &[GenerationGroup], dispatch: &Dispatch) -> Html {
    let heading = |text: &&'static str| html! { <th scope="col">{ *text }</th> };
    let content = html! {
        <div>
            { leaf("p", "about", words::GENERATIONS_ABOUT) }
            <div class="table-scroll" tabindex="0" role="region" aria-label={words::GENERATIONS}>
                <table>
                    <thead><tr>{ for words::GENERATION_HEADINGS.iter().map(heading) }</tr></thead>
                    { for groups.iter().map(group) }
                </table>
            </div>
        </div>
    };
    fold("generations", words::GENERATIONS, Some((dispatch, Action::Generations)), content)
}

/// Generations whose totals can be compared; those of other groups cannot.
fn group(group: &GenerationGroup) -> Html {
    html! {
        <tbody key={group.heading.to_string()}>
            <tr class="group"><th colspan="4" scope="rowgroup">{ group.heading.clone() }</th></tr>
            { for group.rows.iter().map(row) }
        </tbody>
    }
}

fn row(row: &GenerationRow) -> Html {
    let own = if row.own { words::THIS_ONE } else { "" };
    let same = if row.differences.is_empty() && !row.own { words::NO_DIFFERENCE } else { "" };
    html! {
        <tr key={row.id.to_string()} class={classes!(row.own.then_some("own"))}>
            <th scope="row">{ row.name.clone() }{ leaf("span", "tag", own) }</th>
            <td class="num">{ row.total.clone() }{ leaf("small", "left-out", row.doubt.clone()) }</td>
            <td>{ row.bill.clone() }{ leaf("small", "beside", row.servers.clone()) }</td>
            <td>{ leaf("span", "", same) }<div class="slot">{ differences(row) }</div></td>
        </tr>
    }
}

/// What is different, under how much it is: the table can be read across.
fn differences(row: &GenerationRow) -> Html {
    if row.differences.is_empty() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ words::differences(row.differences.len()) }</summary>
            <ul>{ for row.differences.iter().enumerate().map(difference) }</ul>
        </details>
    }
}

fn difference((place, (text, clauses)): (usize, &(Text, Vec<Text>))) -> Html {
    let cite = |(place, clause): (usize, &Text)| html! { <cite key={place}>{ clause.clone() }</cite> };
    html! { <li key={place}>{ text.clone() }<span>{ for clauses.iter().enumerate().map(cite) }</span></li> }
}
