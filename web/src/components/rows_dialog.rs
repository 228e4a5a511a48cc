//! Rows that were pasted or came in a file, as they were read, before they are taken in.

use super::common::{Button, ButtonLook, ColumnKind, Dialog, Table, columns};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::Action;
use crate::view_model::{RowsPage, Text};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RowsDialogProps {
    /// The rows.
    pub page: Rc<RowsPage>,
}

#[component]
pub fn RowsDialog(props: &RowsDialogProps) -> Html {
    let words = use_words();
    let (page, dispatch) = (&props.page, use_dispatch());
    let take = dispatch.always::<MouseEvent>(Action::TakeRows);
    let close = dispatch.always::<MouseEvent>(Action::Dialog(None));
    let fault = |(place, text): (usize, &Text)| html! { <li key={place}>{ text.clone() }</li> };
    let headings = if page.people { words.rows_of_people() } else { words.rows_of_owned() };
    let columns = columns(headings, [ColumnKind::Text, ColumnKind::Number, ColumnKind::Text]);
    html! {
        <Dialog label={words.rows()} close={words.close()} onclose={dispatch.always(Action::Dialog(None))}>
            <p class="about">{ words.rows_about() }</p>
            <div role="alert"><ul class="row-faults">{ for page.faults.iter().enumerate().map(fault) }</ul></div>
            <div class="table-scroll rows-preview" tabindex="0" role="group" aria-label={words.rows()}>
                <Table {columns} rows={page.rows.clone()} />
            </div>
            <div class="buttons">
                <Button look={ButtonLook::Primary} autofocus=true onclick={take}>{ page.add.clone() }</Button>
                <Button look={ButtonLook::Ghost} onclick={close}>{ words.cancel() }</Button>
            </div>
        </Dialog>
    }
}
