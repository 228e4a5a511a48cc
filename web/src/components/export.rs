//! Files to take along, and paper.

use super::choose::{Choice, choose};
use crate::session::Document;
use crate::shell::download;
use crate::view_model::{Text, bill_as_csv};
use crate::words;
use seatwise_core::assessment::Answer;
use std::rc::Rc;
use yew::prelude::*;

/// The list of what can be exported.
pub fn export(document: &Rc<Document>, answer: &Rc<Answer>) -> Html {
    let (document, answer) = (Rc::clone(document), Rc::clone(answer));
    let onpick = Callback::from(move |place: usize| {
        let scenario = &document.scenario;
        let name = |ending| download::name(&scenario.title, ending);
        match place {
            0 => download::file(&name("json"), "application/json", &scenario.to_json()),
            1 => download::file(&name("csv"), "text/csv;charset=utf-8", &bill_as_csv(scenario, &answer)),
            _ => download::print(),
        }
    });
    let entry = |(text, about): (&'static str, &'static str)| Choice {
        text: Text::Static(text),
        about: Text::Static(about),
        chosen: None,
    };
    choose(words::EXPORTS.map(entry), &onpick)
}
