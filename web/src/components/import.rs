//! Takes a scenario in: a file, its text, or a link.

use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::modal::Modal;
use super::notes::hint;
use crate::browser::file;
use crate::ids;
use crate::session::Action;
use crate::view_model::Import;
use crate::words;
use yew::prelude::*;

/// The dialog that takes a scenario in.
pub fn import(import: &Import, dispatch: &Dispatch) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let dispatch = dispatch.clone();
            file::picked(&event, move |text| dispatch.send(text.map_or_else(Action::NotRead, Action::Import)));
        })
    };
    let onclick = dispatch.on(|_: MouseEvent| Action::Import(file::pasted(ids::PASTED)));
    html! {
        <Modal label="Import" dispatch={dispatch.clone()}>
            <label class="field">{ leaf("span", "", words::PICK_FILE) }
                <input type="file" accept=".json,application/json,text/plain" {onchange} /></label>
            <label class="field">{ leaf("span", "", words::PASTE) }
                <textarea id={ids::PASTED} rows="6" spellcheck="false" /></label>
            <div role="alert" class="refused">{ refused(import) }</div>
            <div class="buttons">
                <button type="button" class="btn primary" {onclick}>{ words::TAKE_IN }</button>
                { leaf("span", "about", words::IMPORT_ABOUT) }
            </div>
        </Modal>
    }
}

fn refused(import: &Import) -> Html {
    let Some((why, hints)) = &import.refused else { return Html::default() };
    html! { <p class="note bad">{ leaf("b", "", words::NOT_TAKEN_IN) }{ " " }{ why.clone() }{ for hints.iter().map(hint) }</p> }
}
