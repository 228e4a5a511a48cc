//! Takes a scenario in: a file, its text, or a link.

use super::common::{Button, ButtonLook, Dialog};
use super::dispatch::use_dispatch;
use super::language::use_words;
use super::notes::Hints;
use crate::browser::file;
use crate::ids;
use crate::session::Action;
use crate::view_model::{Import, Text};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ImportDialogProps {
    /// Fault of the last one.
    pub import: Rc<Import>,
}

#[component]
pub fn ImportDialog(props: &ImportDialogProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let dispatch = dispatch.clone();
            file::picked(words, &event, move |text| {
                dispatch.send(text.map_or_else(Action::NotRead, Action::Import))
            });
        })
    };
    let onclick = dispatch.on(|_: MouseEvent| Action::Import(file::pasted(ids::PASTED)));
    html! {
        <Dialog label={words.import()} close={words.close()} onclose={dispatch.always(Action::Dialog(None))}>
            <label class="field"><span>{ words.pick_file() }</span>
                <input type="file" accept=".json,.csv,.tsv,application/json,text/csv,text/plain" {onchange} /></label>
            <label class="field"><span>{ words.paste() }</span>
                <textarea id={ids::PASTED} rows="6" spellcheck="false" value={props.import.text.clone()} /></label>
            <div role="alert" class="refused">{ for props.import.refused.iter().map(|fault| refused(words, fault)) }</div>
            <div class="buttons">
                <Button look={ButtonLook::Primary} {onclick}>{ words.take_in() }</Button>
                <span class="about">{ words.import_about() }</span>
            </div>
        </Dialog>
    }
}

fn refused(words: Words, (why, hints): &(Text, Vec<Text>)) -> Html {
    html! {
        <p class="note bad"><b>{ words.not_taken_in() }</b>{ " " }{ why.clone() }<Hints hints={hints.clone()} /></p>
    }
}
