//! The browser's own dialogs: they keep the focus inside, close by Escape, and give the focus back.

use super::focus;
use crate::ids;
use web_sys::HtmlDialogElement;
use yew::NodeRef;

/// Shows a dialog over the page.
pub fn show(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        // Refused where it is shown already.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the focus goes back to where it was, or to the bill if that is gone.
pub fn close(dialog: &HtmlDialogElement) {
    dialog.close();
    if focus::is_lost_with(Some(dialog)) {
        focus::quietly_on(ids::LICENCES);
    }
}
