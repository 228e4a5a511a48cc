//! What to start from: examples, nothing, or earlier work.

use super::choose::{Choice, choose};
use super::dispatch::Dispatch;
use crate::engine;
use crate::session::Action;
use crate::view_model::Text;
use crate::words;
use seatwise_core::scenario::Scenario;
use std::rc::Rc;
use yew::prelude::*;

/// The list of what to start from.
pub fn examples(rulebook: &str, earlier: &[(Text, Rc<Scenario>)], dispatch: &Dispatch) -> Html {
    let mut starts: Vec<(Choice, Scenario)> = Vec::new();
    for (scenario, about) in engine::examples() {
        starts.push((entry(scenario.title.clone().into(), about), scenario));
    }
    starts.push((entry(words::BLANK.into(), words::BLANK_ABOUT), engine::blank(rulebook)));
    for (title, work) in earlier {
        starts.push((entry(title.clone(), words::EARLIER), Scenario::clone(work)));
    }
    let (choices, scenarios): (Vec<_>, Vec<_>) = starts.into_iter().unzip();
    let onpick = dispatch.maybe(move |place: usize| Some(Action::Open(Box::new(scenarios.get(place)?.clone()))));
    choose(choices, &onpick)
}

const fn entry(text: Text, about: &'static str) -> Choice {
    Choice { text, about: Text::Static(about), chosen: None }
}
