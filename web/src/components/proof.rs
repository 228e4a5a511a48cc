//! The proof: in plain words, and behind them as tables that a person can check.

use super::common::{Card, ColumnKind, Disclosure, Table, columns};
use super::dispatch::use_dispatch;
use super::explained::WordsHere;
use super::language::use_words;
use super::save_button::SaveButton;
use crate::ids;
use crate::session::{Action, Export};
use crate::view_model::{Explanations, Proof, Tables};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ProofCardProps {
    /// Content of the card.
    pub proof: Rc<Proof>,
    /// Words that stand in it.
    pub explained: Explanations,
}

#[component]
pub fn ProofCard(props: &ProofCardProps) -> Html {
    let words = use_words();
    let ontoggle = use_dispatch().on(Action::Charges);
    let actions = html! { <SaveButton export={Export::Proof} /> };
    html! {
        <Card region={words.proof()} heading={words.proof()} class="proof" id={ids::PROOF} {actions}>
            <p class="plain-words">{ props.proof.plain.clone() }</p>
            <WordsHere place="proof" explained={props.explained.clone()} />
            <Disclosure summary={words.check()} {ontoggle}>
                <p class="about">{ props.proof.about.clone() }</p>
                <div class="slot">{ for props.proof.tables.iter().map(|tables| self::tables(words, tables)) }</div>
            </Disclosure>
        </Card>
    }
}

fn tables(words: Words, tables: &Tables) -> Html {
    if !tables.long.is_empty() {
        return html! { <p class="about" key="long">{ tables.long.clone() }</p> };
    }
    let (text, number) = (ColumnKind::Text, ColumnKind::Number);
    html! {
        <div class="table-scroll" key="tables" tabindex="0" role="group" aria-label={words.check()}>
            <Table columns={columns(words.charge_headings(), [text, text, number])} rows={tables.charges.clone()} />
            <p class="about">{ words.check_about() }</p>
            <div class="checks">
                <Table columns={columns(words.check_headings(), [text, number, text, number])} rows={tables.checks.clone()} />
            </div>
        </div>
    }
}
