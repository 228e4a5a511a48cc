//! Files that the visitor takes along, and paper.

use super::{clipboard, download, paper};
use crate::components::Dispatch;
use crate::session::{Action, Export, Session, saved_file};
use crate::view_model::{
    bill_as_csv, bill_as_html, bill_as_text, owned_as_csv, prices_as_csv, proof_as_csv,
    register_as_csv, side_by_side_as_csv, spreadsheet, years_as_csv,
};

/// The media type of an .xlsx file.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Hands something of the session over as a file, or has it drawn for paper.
pub fn hand_over(session: &Session, export: Export, dispatch: &Dispatch) {
    let scenario = &session.document.scenario;
    let (ending, text) = match export {
        Export::Scenario => {
            let name = download::name(&scenario.title, "json");
            return download::file(&name, "application/json", &scenario.to_json());
        }
        Export::Saved => {
            let text = saved_file(&session.view.shelf);
            return download::file("seatwise-saved.json", "application/json", &text);
        }
        Export::SideBySide => {
            let text = side_by_side_as_csv(session);
            return download::file("seatwise-side-by-side.csv", "text/csv;charset=utf-8", &text);
        }
        Export::Print => return paper::draw(dispatch),
        Export::Bill => ("csv", bill_as_csv(session)),
        Export::Proof => ("proof.csv", proof_as_csv(session)),
        Export::Owned => ("owned.csv", owned_as_csv(session)),
        Export::Register => ("register.csv", register_as_csv(session)),
        Export::Spreadsheet => return hand_over_spreadsheet(session, dispatch),
        Export::Years => ("years.csv", years_as_csv(session)),
        Export::Prices => ("prices.csv", prices_as_csv(session)),
        Export::CopyText => return clipboard::copy(&bill_as_text(session), copied(dispatch)),
        Export::CopyTable => {
            let (text, table) = (bill_as_text(session), bill_as_html(session));
            return clipboard::copy_table(&text, &table, copied(dispatch));
        }
    };
    download::file(&download::name(&scenario.title, ending), "text/csv;charset=utf-8", &text);
}

/// Has a spreadsheet written, and hands it over.
fn hand_over_spreadsheet(session: &Session, dispatch: &Dispatch) {
    let Some(workbook) = spreadsheet(session) else { return };
    let name = download::name(&session.document.scenario.title, "xlsx");
    let dispatch = dispatch.clone();
    super::spreadsheet::write(workbook.to_json(), move |bytes| match bytes {
        Some(bytes) => download::bytes(&name, XLSX, &bytes),
        None => dispatch.send(Action::NoSpreadsheet),
    });
}

/// Tells whether the bill was copied.
fn copied(dispatch: &Dispatch) -> impl FnOnce(bool) + use<> {
    let dispatch = dispatch.clone();
    move |done| dispatch.send(Action::BillCopied(done))
}
