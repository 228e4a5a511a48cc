//! The proof, as a table that a person can check.

use super::dispatch::Dispatch;
use crate::session::Action;
use crate::shell::popover;
use crate::view_model::{Proof, Text};
use crate::words;
use yew::prelude::*;

/// The card of the proof.
pub fn proof(proof: &Proof, dispatch: &Dispatch) -> Html {
    let ontoggle = dispatch.on(|event: Event| Action::Charges(!popover::was_hidden(&event)));
    let row = |(place, (requirement, charge)): (usize, &(Text, Text))| {
        html! { <tr key={place}><th scope="row">{ requirement.clone() }</th><td class="num">{ charge.clone() }</td></tr> }
    };
    html! {
        <section class="card proof" aria-label={words::PROOF}>
            <div class="card-head"><h2>{ words::PROOF }</h2></div>
            <p class="about">{ proof.about.clone() }</p>
            <details {ontoggle}>
                <summary>{ words::CHECK }</summary>
                <table>
                    <thead>
                        <tr><th scope="col">{ words::REQUIREMENT }</th><th scope="col" class="num">{ words::CHARGE }</th></tr>
                    </thead>
                    <tbody>{ for proof.rows.iter().enumerate().map(row) }</tbody>
                    <tfoot>
                        <tr><th scope="row">{ words::SUM }</th><td class="num">{ proof.sum.clone() }</td></tr>
                    </tfoot>
                </table>
            </details>
        </section>
    }
}
