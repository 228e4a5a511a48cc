//! What the page starts with: a link, the saved work, or an example.

use super::document::Document;
use super::history::History;
use super::view::{Notice, View};
use super::{Session, Surroundings};
use crate::engine;
use seatwise_core::scenario::Scenario;
use std::rc::Rc;

/// What is found when the page opens.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The fragment of the address, without `#`, where it is a link of ours.
    pub fragment: Option<String>,
    /// The saved work.
    pub saved: Option<String>,
    /// Earlier works, the latest first.
    pub earlier: Vec<String>,
    /// Whether to set the saved work aside and start anew: the way out where it breaks the page.
    pub afresh: bool,
}

impl Session {
    /// The session that the page starts with. A link wins over the saved work, which is kept.
    pub fn start(surroundings: Surroundings, start: &Start) -> Self {
        let mut view = View::default();
        for work in start.earlier.iter().rev().filter_map(|text| Scenario::from_json(text).ok()) {
            view.keep(work);
        }
        let saved = start.saved.as_deref().map(Scenario::from_json);
        if let Some(Err(_)) = saved {
            view.tell(Notice::Unreadable);
        }
        let mut saved = saved.and_then(Result::ok);
        if let Some(work) = saved.take_if(|_| start.afresh) {
            view.keep(work);
            view.tell(Notice::Aside);
        }
        let linked = start.fragment.as_deref().and_then(|fragment| match engine::decode(fragment) {
            Ok(_) if saved.as_ref().is_some_and(|saved| engine::says_the_same(fragment, saved)) => None,
            Ok(scenario) => Some(scenario),
            Err(refused) => {
                view.tell(Notice::BadLink(refused));
                None
            }
        });
        let scenario = choose(&mut view, linked, saved);
        let answer = Rc::new(engine::assess(&scenario));
        let document = Rc::new(Document::new(scenario));
        let surroundings = Rc::new(surroundings);
        Self { document, answer, history: History::default(), view, surroundings, touched: false }
    }
}

fn choose(view: &mut View, linked: Option<Scenario>, saved: Option<Scenario>) -> Scenario {
    match (linked, saved) {
        (Some(linked), Some(saved)) => {
            view.keep(saved);
            view.tell(Notice::Kept);
            linked
        }
        (Some(scenario), None) | (None, Some(scenario)) => scenario,
        (None, None) => {
            view.tell(Notice::Example);
            engine::first_example()
        }
    }
}
