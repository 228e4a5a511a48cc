//! Files that are dropped on the page are taken in; without this, the browser would leave the page
//! for them.

use super::{file, listen};
use crate::components::Dispatch;
use crate::session::Action;
use crate::words::Words;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event};

/// Listens for files over the page.
pub fn listen(words: Words, dispatch: &Dispatch) -> [EventListener; 2] {
    let dispatch = dispatch.clone();
    let over = listen::and_prevent("dragover", |event| {
        if let Some(transfer) = files_of(event) {
            transfer.set_drop_effect("copy");
            event.prevent_default();
        }
    });
    let drop = listen::and_prevent("drop", move |event| {
        let Some(transfer) = files_of(event) else { return };
        event.prevent_default();
        let dispatch = dispatch.clone();
        if let Some(file) = transfer.files().and_then(|files| files.get(0)) {
            file::read_file(words, &file.into(), move |text| {
                dispatch.send(text.map_or_else(Action::NotRead, Action::Import))
            });
        }
    });
    [over, drop]
}

/// The dragged data, where it is files.
fn files_of(event: &Event) -> Option<DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    transfer
        .types()
        .iter()
        .any(|kind| kind.as_string().as_deref() == Some("Files"))
        .then_some(transfer)
}
