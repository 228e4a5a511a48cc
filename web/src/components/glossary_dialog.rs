//! All words of licensing that the page explains.

use super::common::{Dialog, Disclosure, Filter, fits};
use super::dispatch::use_dispatch;
use super::language::use_words;
use super::reasons::Sources;
use crate::session::Action;
use crate::view_model::{Citation, Explained, Explanations, Text};
use crate::words::{Words, counted};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct GlossaryDialogProps {
    /// The words.
    pub explained: Explanations,
}

#[component]
pub fn GlossaryDialog(props: &GlossaryDialogProps) -> Html {
    let (dispatch, words) = (use_dispatch(), use_words());
    let wanted = use_state(String::new);
    let onwanted = {
        let wanted = wanted.clone();
        Callback::from(move |text| wanted.set(text))
    };
    let fitting: Vec<_> = props
        .explained
        .iter()
        .filter(|one| fits(&one.name, &wanted) || fits(&one.about, &wanted))
        .collect();
    let none = fitting.is_empty();
    html! {
        <Dialog label={words.glossary()} close={words.close()} class="dialog wide" onclose={dispatch.always(Action::Dialog(None))}>
            <p class="about">{ words.glossary_about() }</p>
            <Filter label={Text::Static(words.find_term())} wanted={Text::from(wanted.to_string())} {onwanted} />
            <dl class="glossary">{ for fitting.into_iter().map(|explained| entry(words, explained)) }</dl>
            <p class="about" role="status">{ if none { words.no_entry() } else { "" } }</p>
        </Dialog>
    }
}

fn entry(words: Words, explained: &Rc<Explained>) -> Html {
    let sources = |sources: Vec<Citation>| {
        html! {
            <Disclosure summary={words.clauses(counted(sources.len()))}>
                <Sources {sources} />
            </Disclosure>
        }
    };
    let cited = Some(explained.sources(words)).filter(|sources| !sources.is_empty());
    html! {
        <div key={explained.id}>
            <dt>{ explained.name.clone() }</dt>
            <dd>
                <p>{ explained.about.clone() }</p>
                <div class="slot">{ for cited.map(sources) }</div>
            </dd>
        </div>
    }
}
