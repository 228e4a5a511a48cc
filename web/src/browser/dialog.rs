//! The browser's own dialogs: they keep the focus inside, close by Escape, and give the focus back.

use web_sys::HtmlDialogElement;
use yew::NodeRef;

/// Shows a dialog over the page.
pub fn show(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        // Refused where it is shown already.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the focus goes back to where it was.
pub fn close(dialog: &HtmlDialogElement) {
    dialog.close();
}
