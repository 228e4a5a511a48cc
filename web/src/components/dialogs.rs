//! The open dialog.

use super::command_dialog::CommandDialog;
use super::family_dialog::FamilyDialog;
use super::glossary_dialog::GlossaryDialog;
use super::import_dialog::ImportDialog;
use super::interview_dialog::InterviewDialog;
use super::new_dialog::NewDialog;
use super::prices_dialog::PricesDialog;
use super::rows_dialog::RowsDialog;
use super::saved_dialog::SavedDialog;
use super::share_dialog::ShareDialog;
use super::shortcuts_dialog::ShortcutsDialog;
use crate::view_model::OpenDialog;
use yew::prelude::*;

/// Draws the open dialog.
pub fn draw_dialog(open: &OpenDialog) -> Html {
    match open {
        OpenDialog::None => Html::default(),
        OpenDialog::Share(share) => html! { <ShareDialog share={share.clone()} /> },
        OpenDialog::Import(import) => html! { <ImportDialog import={import.clone()} /> },
        OpenDialog::Rows(page) => html! { <RowsDialog page={page.clone()} /> },
        OpenDialog::Saved(page) => html! { <SavedDialog page={page.clone()} /> },
        OpenDialog::New(products) => html! { <NewDialog products={products.clone()} /> },
        OpenDialog::Interview(page) => html! { <InterviewDialog page={page.clone()} /> },
        OpenDialog::Prices(prices) => html! { <PricesDialog prices={prices.clone()} /> },
        OpenDialog::Commands(commands) => {
            html! { <CommandDialog commands={commands.clone()} /> }
        }
        OpenDialog::Shortcuts(shortcuts) => {
            html! { <ShortcutsDialog shortcuts={shortcuts.clone()} /> }
        }
        OpenDialog::Glossary(explained) => {
            html! { <GlossaryDialog explained={explained.clone()} /> }
        }
        OpenDialog::Family(change) => html! { <FamilyDialog change={change.clone()} /> },
    }
}
