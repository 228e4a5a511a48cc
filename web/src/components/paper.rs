//! The document on paper. The screen never shows it, paper shows nothing else.

use super::common::{ColumnKind, Table, columns};
use crate::view_model::{
    EndNote, Paper, PaperAnswer, PaperOrganisation, PaperPrices, PaperReason, Text,
};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// Draws the document.
pub fn draw_paper(words: Words, paper: &Rc<Paper>) -> Html {
    html! { <PaperDocument {words} paper={paper.clone()} /> }
}

#[derive(Properties, PartialEq)]
pub struct PaperDocumentProps {
    /// The texts of the page.
    pub words: Words,
    /// The document.
    pub paper: Rc<Paper>,
}

#[component]
pub fn PaperDocument(props: &PaperDocumentProps) -> Html {
    let (words, paper) = (props.words, &props.paper);
    let section = |heading: &'static str, shown: bool, content: Html| {
        html! { <div class="slot">{ for shown.then(|| html! { <section><h2>{ heading }</h2>{ content }</section> }) }</div> }
    };
    let is_counted = !paper.answer.lines.is_empty();
    html! {
        <article class="paper">
            <header>
                <h1>{ paper.title.clone() }</h1>
                <p>{ paper.about.clone() }</p>
                <p>{ paper.partner.clone() }</p>
            </header>
            { section(words.paper_answer(), true, answer(words, &paper.answer)) }
            { section(words.organisation(), true, organisation(words, &paper.organisation)) }
            { section(words.paper_open(), !paper.open.is_empty(), named_list(&paper.open)) }
            { section(words.reasons(), !paper.reasons.is_empty(), reasons(&paper.reasons)) }
            { section(words.not_needed(), !paper.not_needed.is_empty(), named_list(&paper.not_needed)) }
            { section(words.needed(), !paper.needed.is_empty(), needed(words, &paper.needed)) }
            { section(words.ways(), !paper.ways.is_empty(), ways(words, &paper.ways)) }
            { section(words.prices(), is_counted, prices(words, &paper.prices)) }
            { section(words.paper_sources(), !paper.sources.is_empty(), sources(words, &paper.sources)) }
            { section(words.paper_link(), true, link(paper)) }
            <p class="disclaimer">{ words.paper_disclaimer() }</p>
        </article>
    }
}

fn answer(words: Words, answer: &PaperAnswer) -> Html {
    let (text, number) = (ColumnKind::Text, ColumnKind::Number);
    let columns = columns(words.paper_line_headings(), [number, text, text, number, number]);
    let remark = |text: &Text| html! { <li key={text.to_string()}>{ text.clone() }</li> };
    html! {
        <>
            <p class="paper-total">{ answer.total.clone() }</p>
            <ul class="remarks">{ for answer.remarks.iter().map(remark) }</ul>
            <div class="slot">{ for (!answer.lines.is_empty()).then(|| html! { <div class="bill-rows"><Table {columns} rows={answer.lines.clone()} /></div> }) }</div>
            <div class="slot">{ for (!answer.servers.is_empty()).then(|| servers(words, answer)) }</div>
        </>
    }
}

/// The server licences, apart from the total: they let nobody in.
fn servers(words: Words, answer: &PaperAnswer) -> Html {
    html! {
        <>
            <h3>{ words.server_licences() }</h3>
            { named_list(&answer.servers) }
            <p>{ answer.servers_total.clone() }</p>
        </>
    }
}

fn organisation(words: Words, described: &PaperOrganisation) -> Html {
    let (text, number) = (ColumnKind::Text, ColumnKind::Number);
    let groups = columns(words.paper_group_headings(), [text, number, text]);
    let owned = columns(words.paper_owned_headings(), [text, number, text]);
    let sentence = |(place, text): (usize, &Text)| html! { <li key={place}>{ text.clone() }</li> };
    let uses = (!described.uses.is_empty()).then(|| {
        html! { <><h3>{ words.uses() }</h3><ul class="sentences">{ for described.uses.iter().enumerate().map(sentence) }</ul></> }
    });
    let stock = (!described.owned.is_empty()).then(|| {
        html! { <><h3>{ words.owned() }</h3><Table columns={owned} rows={described.owned.clone()} /></> }
    });
    let notes = (!described.notes.is_empty())
        .then(|| html! { <><h3>{ words.paper_notes() }</h3>{ named_list(&described.notes) }</> });
    html! {
        <>
            <div class="group-rows"><Table columns={groups} rows={described.groups.clone()} /></div>
            <div class="slot">{ for uses }</div>
            <div class="slot">{ for stock }</div>
            <div class="slot">{ for notes }</div>
        </>
    }
}

fn reasons(reasons: &[PaperReason]) -> Html {
    let reason = |(place, reason): (usize, &PaperReason)| {
        let sentence = |text: &Text| format!("{text} ");
        let text: String = reason.sentences.iter().map(sentence).collect();
        html! {
            <div class="paper-reason" key={place}>
                <h3>{ reason.about.clone() }</h3>
                <p>{ text.trim_end().to_owned() }<sup>{ reason.notes.clone() }</sup></p>
            </div>
        }
    };
    reasons.iter().enumerate().map(reason).collect()
}

fn needed(words: Words, rows: &[Vec<Text>]) -> Html {
    let (text, number) = (ColumnKind::Text, ColumnKind::Number);
    let kinds = [text, number, number, number, number, number];
    html! { <Table columns={columns(words.owned_headings(), kinds)} rows={rows.to_vec()} /> }
}

fn ways(words: Words, rows: &[Vec<Text>]) -> Html {
    let columns = columns(words.way_headings(), [ColumnKind::Text; 3]);
    html! { <Table {columns} rows={rows.to_vec()} /> }
}

fn prices(words: Words, prices: &PaperPrices) -> Html {
    let (text, number) = (ColumnKind::Text, ColumnKind::Number);
    let columns = columns(words.paper_price_headings(), [text, number, text, text]);
    let about = |(place, text): (usize, &Text)| html! { <p key={place}>{ text.clone() }</p> };
    html! {
        <>
            <div class="about">{ for prices.about.iter().enumerate().map(about) }</div>
            <div class="price-rows"><Table {columns} rows={prices.rows.clone()} /></div>
        </>
    }
}

fn sources(words: Words, sources: &[EndNote]) -> Html {
    let note = |(place, note): (usize, &EndNote)| {
        html! { <li key={place}>{ note.text.clone() }{ " " }<cite>{ note.origin.clone() }{ " \u{b7} " }<span>{ note.address.clone() }</span></cite></li> }
    };
    html! {
        <>
            <p class="about">{ words.paper_sources_about() }</p>
            <ol class="end-notes">{ for sources.iter().enumerate().map(note) }</ol>
        </>
    }
}

fn link(paper: &Paper) -> Html {
    html! {
        <>
            <p class="about">{ paper.link_about }</p>
            <p class="address"><a href={paper.link.clone()}>{ paper.link.clone() }</a></p>
        </>
    }
}

fn named_list(entries: &[(Text, Text)]) -> Html {
    let named = |(place, (name, text)): (usize, &(Text, Text))| {
        let colon = if name.ends_with(['.', ':']) { " " } else { ": " };
        html! { <li key={place}><b>{ name.clone() }{ colon }</b>{ text.clone() }</li> }
    };
    html! { <ul>{ for entries.iter().enumerate().map(named) }</ul> }
}
