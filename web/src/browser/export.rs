//! Files that the visitor takes along, and paper.

use super::download;
use crate::session::{Export, Session};
use crate::view_model::{bill_as_csv, owned_as_csv, proof_as_csv, register_as_csv};

/// Hands something of the session over as a file, or prints the page.
pub fn hand_over(session: &Session, export: Export) {
    let scenario = &session.document.scenario;
    let (ending, text) = match export {
        Export::Scenario => {
            let name = download::name(&scenario.title, "json");
            return download::file(&name, "application/json", &scenario.to_json());
        }
        Export::Print => return download::print(),
        Export::Bill => ("csv", bill_as_csv(session)),
        Export::Proof => ("proof.csv", proof_as_csv(session)),
        Export::Owned => ("owned.csv", owned_as_csv(session)),
        Export::Register => ("register.csv", register_as_csv(session)),
    };
    download::file(&download::name(&scenario.title, ending), "text/csv;charset=utf-8", &text);
}
