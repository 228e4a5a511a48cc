//! The proof, as tables that a person can check.

use super::dispatch::Dispatch;
use super::export::PROOF;
use super::fold::fold;
use super::leaf::leaf;
use super::save::save;
use super::table::table;
use crate::session::{Action, Session};
use crate::view_model::{Proof, Tables, proof_as_csv};
use crate::words;
use yew::prelude::*;

/// The card of the proof.
pub fn proof(proof: &Proof, session: &Session, dispatch: &Dispatch) -> Html {
    let content = html! { <div class="slot">{ for proof.tables.iter().map(tables) }</div> };
    html! {
        <section class="card proof" aria-label={words::PROOF}>
            <div class="card-head">{ leaf("h2", "", words::PROOF) }{ save(session, PROOF, proof_as_csv) }</div>
            { leaf("p", "about", proof.about.clone()) }
            { fold("", words::CHECK, Some((dispatch, Action::Charges)), content) }
        </section>
    }
}

fn tables(tables: &Tables) -> Html {
    if !tables.long.is_empty() {
        return leaf("p", "about", tables.long.clone());
    }
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label={words::CHECK}>
            { table(&words::CHARGE_HEADINGS, 0b100, &tables.charges) }
            { leaf("p", "about", words::CHECK_ABOUT) }
            <div class="checks">{ table(&words::CHECK_HEADINGS, 0b1010, &tables.checks) }</div>
        </div>
    }
}
