//! What to start from: examples, nothing, or earlier work.

use super::choose::{Choice, Choose};
use super::dispatch::use_dispatch;
use crate::engine;
use crate::session::Action;
use crate::view_model::Text;
use crate::words;
use seatwise_core::scenario::Scenario;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ExamplesProps {
    /// The rulebook that a blank scenario stays under.
    pub rulebook: Text,
    /// Earlier work, by its title.
    pub earlier: Vec<(Text, Rc<Scenario>)>,
}

#[component]
pub fn Examples(props: &ExamplesProps) -> Html {
    let dispatch = use_dispatch();
    let entry = |text: Text, about: Text| Choice { text, about, chosen: None };
    let mut choices: Vec<_> =
        engine::examples().map(|(scenario, about)| entry(scenario.title.into(), about.into())).collect();
    choices.push(entry(words::BLANK.into(), words::BLANK_ABOUT.into()));
    choices.extend(props.earlier.iter().map(|(title, _)| entry(title.clone(), words::EARLIER.into())));
    let (rulebook, earlier) = (props.rulebook.clone(), props.earlier.clone());
    let onpick = dispatch.on(move |place: usize| {
        let kept = place.checked_sub(engine::examples().count() + 1).and_then(|place| earlier.get(place));
        let example = engine::examples().nth(place).map(|(scenario, _)| scenario);
        let scenario = example.or_else(|| kept.map(|(_, work)| Scenario::clone(work)));
        Action::Open(Box::new(scenario.unwrap_or_else(|| engine::blank(&rulebook))))
    });
    html! { <Choose {choices} {onpick} /> }
}
