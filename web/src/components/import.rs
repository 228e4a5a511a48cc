//! Takes a scenario in: a file, its text, or a link.

use super::dispatch::use_dispatch;
use super::modal::Modal;
use crate::session::Action;
use crate::shell::file;
use crate::view_model::{self, Text};
use crate::words;
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ImportProps {
    /// What was wrong with the last one.
    pub import: Rc<view_model::Import>,
}

#[component]
pub fn Import(props: &ImportProps) -> Html {
    let dispatch = use_dispatch();
    let pasted = use_node_ref();
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let dispatch = dispatch.clone();
            file::picked(&event, move |text| dispatch.send(Action::Import(text.unwrap_or_default())));
        })
    };
    let onclick = {
        let pasted = pasted.clone();
        dispatch.on(move |_: MouseEvent| {
            let text = pasted.cast::<HtmlTextAreaElement>().map(|area| area.value());
            Action::Import(text.unwrap_or_default())
        })
    };
    html! {
        <Modal label="Import">
            <label class="field"><span>{ words::PICK_FILE }</span>
                <input type="file" accept=".json,application/json,text/plain" {onchange} /></label>
            <label class="field"><span>{ words::PASTE }</span>
                <textarea ref={pasted} rows="6" spellcheck="false" /></label>
            <div role="alert" class="refused">{ refused(&props.import) }</div>
            <div class="buttons">
                <button type="button" class="btn primary" {onclick}>{ words::TAKE_IN }</button>
                <span class="about">{ words::IMPORT_ABOUT }</span>
            </div>
        </Modal>
    }
}

fn refused(import: &view_model::Import) -> Html {
    let Some((why, hints)) = &import.refused else { return Html::default() };
    let hint = |hint: &Text| html! { <span class="hint">{ " " }{ hint.clone() }</span> };
    html! { <p class="note bad"><b>{ words::NOT_TAKEN_IN }</b>{ " " }{ why.clone() }{ for hints.iter().map(hint) }</p> }
}
