//! Starting points: examples, or nothing.

use super::common::{Menu, MenuItem};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::engine;
use crate::session::Action;
use crate::view_model::Header;
use seatwise_core::scenario::Scenario;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ExamplesMenuProps {
    /// The rulebook at hand.
    pub header: Rc<Header>,
}

#[component]
pub fn ExamplesMenu(props: &ExamplesMenuProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let mut starts: Vec<(MenuItem, Scenario)> = engine::examples(words)
        .map(|(scenario, about)| (MenuItem::new(scenario.title.clone(), about), scenario))
        .collect();
    starts.push((
        MenuItem::new(words.blank(), words.blank_about()),
        engine::blank(&props.header.rulebook),
    ));
    let (items, scenarios): (Vec<MenuItem>, Vec<Scenario>) = starts.into_iter().unzip();
    let onpick = dispatch
        .maybe(move |place: usize| Some(Action::Open(Box::new(scenarios.get(place)?.clone()))));
    html! { <Menu {items} {onpick} /> }
}
