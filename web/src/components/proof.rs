//! The proof, as tables that a person can check.

use super::common::{Card, ColumnKind, Disclosure, Table, columns};
use super::dispatch::use_dispatch;
use super::save_button::SaveButton;
use crate::session::{Action, Export};
use crate::view_model::{Proof, Tables};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ProofCardProps {
    /// What the card shows.
    pub proof: Rc<Proof>,
}

#[component]
pub fn ProofCard(props: &ProofCardProps) -> Html {
    let ontoggle = use_dispatch().on(Action::Charges);
    let actions = html! { <SaveButton export={Export::Proof} /> };
    html! {
        <Card region={words::PROOF} heading={words::PROOF} class="proof" {actions}>
            <p class="about">{ props.proof.about.clone() }</p>
            <Disclosure summary={words::CHECK} {ontoggle}>
                <div class="slot">{ for props.proof.tables.iter().map(tables) }</div>
            </Disclosure>
        </Card>
    }
}

fn tables(tables: &Tables) -> Html {
    if !tables.long.is_empty() {
        return html! { <p class="about" key="long">{ tables.long.clone() }</p> };
    }
    let (text, number) = (ColumnKind::Text, ColumnKind::Number);
    html! {
        <div class="table-scroll" key="tables" tabindex="0" role="group" aria-label={words::CHECK}>
            <Table columns={columns(words::CHARGE_HEADINGS, [text, text, number])} rows={tables.charges.clone()} />
            <p class="about">{ words::CHECK_ABOUT }</p>
            <div class="checks">
                <Table columns={columns(words::CHECK_HEADINGS, [text, number, text, number])} rows={tables.checks.clone()} />
            </div>
        </div>
    }
}
