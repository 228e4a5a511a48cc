//! Reads a file that the visitor picked.

use crate::words::Words;
use gloo_file::{File, FileList, futures::read_as_text};
use seatwise_core::diagnostic::{Diagnostic, Severity};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};

/// The text that was pasted into the field with this identifier.
pub fn pasted(id: &str) -> String {
    let area = super::element(id).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    area.map(|area| area.value()).unwrap_or_default()
}

/// The largest file that is read, in megabytes: a scenario is some kilobytes, and the device keeps
/// no more.
const LARGEST: u64 = 5;

/// Hands on the text of the picked file, or why it is not read.
pub fn picked(
    words: Words,
    event: &Event,
    read: impl FnOnce(Result<String, Diagnostic>) + 'static,
) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let Some(file) = input.files().and_then(|files| FileList::from(files).first().cloned()) else {
        return;
    };
    // The same file can be picked again after it was mended.
    input.set_value("");
    read_file(words, &file, read);
}

/// Hands on the text of a file, or why it is not read.
pub fn read_file(
    words: Words,
    file: &File,
    read: impl FnOnce(Result<String, Diagnostic>) + 'static,
) {
    if file.size() > LARGEST * 1_000_000 {
        return read(Err(refused(
            "too-large",
            words.file_too_large(LARGEST),
            words.file_too_large_remedy(),
        )));
    }
    let file = file.clone();
    spawn_local(async move {
        let text = read_as_text(&file).await;
        read(text.map_err(|_| {
            refused("file-unreadable", words.file_unreadable(), words.file_unreadable_remedy())
        }));
    });
}

fn refused(code: &str, message: impl Into<String>, remedy: &str) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, message, "").hint(remedy)
}
