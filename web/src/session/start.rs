//! Start of the page: a link, the saved work, or an example.

use super::document::Document;
use super::history::History;
use super::shelf::{self, ShelvedWork};
use super::view::{Notice, View};
use super::{Results, Session, Surroundings};
use crate::engine;
use crate::words::Words;
use seatwise_core::scenario::Scenario;
use std::rc::Rc;

/// Things that are found when the page opens.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The fragment of the address, without `#`, where it is a link of ours.
    pub fragment: Option<String>,
    /// The saved work.
    pub saved: Option<String>,
    /// Work that is set aside, the latest first.
    pub shelf: Vec<ShelvedWork>,
    /// True if the saved work is set aside and the page starts anew: the way out where it breaks
    /// the page.
    pub afresh: bool,
}

impl Session {
    /// The session that the page starts with. A link wins over the saved work, which is kept.
    pub fn start(surroundings: Surroundings, start: &Start) -> Self {
        let mut view = View { shelf: start.shelf.clone(), ..View::default() };
        let saved = start.saved.as_deref().map(Scenario::from_json);
        if let Some(Err(_)) = saved {
            view.notify(Notice::Unreadable);
        }
        let mut saved = saved.and_then(Result::ok);
        if let Some(work) = saved.take_if(|_| start.afresh) {
            let work = ShelvedWork::new(work);
            view.notify(Notice::Aside(work.clone()));
            shelf::put(&mut view.shelf, work);
        }
        let linked = start.fragment.as_deref().and_then(|fragment| {
            match engine::decode(surroundings.words, fragment) {
                Ok(_)
                    if saved
                        .as_ref()
                        .is_some_and(|saved| engine::says_the_same(fragment, saved)) =>
                {
                    None
                }
                Ok(scenario) => {
                    if engine::leaves_out_prices(fragment) {
                        view.notify(Notice::PricesLeftOut);
                    }
                    Some(scenario)
                }
                Err(refused) => {
                    view.notify(Notice::BadLink(refused));
                    None
                }
            }
        });
        let restored = linked.is_none() && saved.is_some();
        let scenario = choose(surroundings.words, &mut view, linked, saved);
        let answer = Rc::new(engine::assess(surroundings.words, &scenario));
        let document = Rc::new(Document::new(scenario));
        let origin = (!restored).then(|| Rc::new(document.scenario.clone()));
        let surroundings = Rc::new(surroundings);
        let results = Results::update(
            &Results::default(),
            false,
            surroundings.words,
            &document,
            &answer,
            &view,
        );
        Self {
            document,
            answer,
            results,
            history: History::default(),
            view,
            surroundings,
            origin,
            touched: false,
        }
    }
}

fn choose(
    words: Words,
    view: &mut View,
    linked: Option<Scenario>,
    saved: Option<Scenario>,
) -> Scenario {
    match (linked, saved) {
        (Some(linked), Some(saved)) if shelf::is_work(words, &saved) => {
            let work = ShelvedWork::new(saved);
            view.notify(Notice::SetAside(work.clone()));
            shelf::put(&mut view.shelf, work);
            linked
        }
        (Some(scenario), _) | (None, Some(scenario)) => scenario,
        (None, None) => {
            view.notify(Notice::Example);
            engine::first_example(words)
        }
    }
}
