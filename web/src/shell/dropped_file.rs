//! Files that are dropped on the page are taken in; without this, the browser would leave the page for them.

use super::file;
use super::listener::Listener;
use crate::components::Dispatch;
use crate::session::Action;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event};

/// Listens for files over the page.
pub fn listen(dispatch: &Dispatch) -> Vec<Option<Listener>> {
    let dispatch = dispatch.clone();
    let over = Listener::on_window("dragover", |event| {
        if let Some(transfer) = files_of(&event) {
            transfer.set_drop_effect("copy");
            event.prevent_default();
        }
    });
    let drop = Listener::on_window("drop", move |event| {
        let Some(transfer) = files_of(&event) else { return };
        event.prevent_default();
        let dispatch = dispatch.clone();
        if let Some(file) = transfer.files().and_then(|files| files.get(0)) {
            file::read_file(&file, move |text| dispatch.send(text.map_or_else(Action::NotRead, Action::Import)));
        }
    });
    vec![over, drop]
}

/// What is dragged, where it is files.
fn files_of(event: &Event) -> Option<DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    transfer.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files")).then_some(transfer)
}
