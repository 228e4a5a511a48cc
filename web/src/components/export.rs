//! Files to take along, and paper.

use super::choose::{Choice, choose};
use super::save::csv;
use crate::browser::download;
use crate::session::Session;
use crate::view_model::{Text, bill_as_csv, owned_as_csv, proof_as_csv, register_as_csv};
use crate::words;
use yew::prelude::*;

/// How the names of files end that hold a proof.
pub const PROOF: &str = "proof.csv";
/// And those that hold what is owned.
pub const OWNED: &str = "owned.csv";

/// And those that hold the register of who holds what.
const REGISTER: &str = "register.csv";

/// The list of what can be exported.
pub fn export(session: &Session) -> Html {
    let session = session.clone();
    let onpick = Callback::from(move |place: usize| match place {
        0 => {
            let scenario = &session.document.scenario;
            download::file(&download::name(&scenario.title, "json"), "application/json", &scenario.to_json());
        }
        1 => csv(&session, "csv", bill_as_csv),
        2 => csv(&session, PROOF, proof_as_csv),
        3 => csv(&session, OWNED, owned_as_csv),
        4 => csv(&session, REGISTER, register_as_csv),
        _ => download::print(),
    });
    let entry = |(text, about): (&'static str, &'static str)| Choice {
        text: Text::Static(text),
        about: Text::Static(about),
        chosen: None,
    };
    choose(words::EXPORTS.map(entry), &onpick)
}
