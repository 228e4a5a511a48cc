//! Files to take along, and paper.

use super::choose::{Choice, Choose};
use crate::session::Document;
use crate::shell::download;
use crate::view_model::{Text, bill_as_csv};
use crate::words;
use seatwise_core::assessment::Answer;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ExportProps {
    /// What can be exported.
    pub document: Rc<Document>,
    /// What follows from it.
    pub answer: Rc<Answer>,
}

#[component]
pub fn Export(props: &ExportProps) -> Html {
    let entry = |(text, about): &(&'static str, &'static str)| Choice {
        text: Text::Static(text),
        about: Text::Static(about),
        chosen: None,
    };
    let choices: Vec<_> = words::EXPORTS.iter().map(entry).collect();
    let (document, answer) = (Rc::clone(&props.document), Rc::clone(&props.answer));
    let onpick = Callback::from(move |place: usize| {
        let scenario = &document.scenario;
        match place {
            0 => scenario_file(&document),
            1 => {
                let name = download::name(&scenario.title, "csv");
                download::file(&name, "text/csv;charset=utf-8", &bill_as_csv(scenario, &answer));
            }
            _ => download::print(),
        }
    });
    html! { <Choose {choices} {onpick} /> }
}

/// Hands the scenario over as a file.
fn scenario_file(document: &Document) {
    let name = download::name(&document.scenario.title, "json");
    download::file(&name, "application/json", &document.scenario.to_json());
}
