//! Start of the page: a link, the saved work, or an example.

use super::apply_later::tell_of_link;
use super::document::Document;
use super::history::History;
use super::price_lists::PriceList;
use super::shelf::{self, ShelvedWork};
use super::view::{Notice, View};
use super::{Results, Session, Settings, Surroundings};
use crate::engine;
use crate::later::{self, Later};
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
    /// Price lists that are kept.
    pub price_lists: Vec<PriceList>,
    /// True if single keys open nothing.
    pub no_single_keys: bool,
    /// True if this tab wrote the fragment itself: then the saved work is at least as new.
    pub own_fragment: bool,
    /// True if the saved work is set aside and the page starts anew: the way out where it breaks
    /// the page.
    pub afresh: bool,
    /// Settings from the address.
    pub settings: Settings,
    /// Functions of the later module.
    pub later: Option<&'static Later>,
}

impl Session {
    /// The session that a first visit starts with: nothing is found.
    pub fn first(surroundings: Surroundings, settings: Settings) -> Self {
        let mut view = View::default();
        let scenario = choose(surroundings.words, &mut view, None, None, &settings);
        Self::with(surroundings, settings, view, scenario, None)
    }

    /// The session that the page starts with. A link wins over the saved work, which is kept.
    pub fn start(surroundings: Surroundings, start: &Start) -> Self {
        let mut view = View {
            shelf: start.shelf.clone(),
            price_lists: start.price_lists.clone(),
            no_single_keys: start.no_single_keys,
            ..View::default()
        };
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
                    if saved.as_ref().is_some_and(|saved| {
                        start.own_fragment || engine::says_the_same(fragment, saved)
                    }) =>
                {
                    None
                }
                Ok(scenario) => {
                    let changed = engine::then_and_now(surroundings.words, fragment, &scenario);
                    tell_of_link(&mut view, fragment, changed);
                    Some(scenario)
                }
                Err(refused) => {
                    view.notify(Notice::BadLink(refused));
                    None
                }
            }
        });
        let restored = linked.is_none() && saved.is_some();
        let settings = start.settings.clone();
        let scenario = choose(surroundings.words, &mut view, linked, saved, &settings);
        let later = start.later.or_else(later::at_start);
        let mut session = Self::with(surroundings, settings, view, scenario, later);
        if restored {
            session.origin = None;
        }
        session
    }

    fn with(
        surroundings: Surroundings,
        settings: Settings,
        view: View,
        scenario: Scenario,
        later: Option<&'static Later>,
    ) -> Self {
        let answer = Rc::new(engine::assess(surroundings.words, &scenario));
        let mut session = Self {
            origin: Some(Rc::new(scenario.clone())),
            document: Rc::new(Document::new(scenario)),
            answer,
            results: Results::default(),
            history: History::default(),
            view,
            surroundings: Rc::new(surroundings),
            // What was brought along from a frame is the visitor's work, saved at once.
            touched: settings.carried,
            settings: Rc::new(settings),
            host: None,
            priced: None,
            later,
            waiting: Vec::new(),
        };
        let before = session.clone();
        session.update_results(&before);
        session
    }
}

fn choose(
    words: Words,
    view: &mut View,
    linked: Option<Scenario>,
    saved: Option<Scenario>,
    settings: &Settings,
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
            let scenario = asked_for(words, settings);
            if !scenario.organisation.people.is_empty() {
                view.notify(Notice::Example);
            }
            scenario
        }
    }
}

/// The example of the product that the address names, or the first one; blank where the product has
/// none.
fn asked_for(words: Words, settings: &Settings) -> Scenario {
    let product = settings.product.as_deref().and_then(engine::rulebook);
    let mut scenario = product.map_or_else(
        || engine::first_example(words),
        |book| {
            let mut examples = engine::examples(words).map(|(example, _)| example);
            let example = examples.find(|example| example.rulebook == book.id);
            example.unwrap_or_else(|| engine::blank(&book.id))
        },
    );
    if let Some(currency) = &settings.currency {
        let prices = scenario.prices.get_or_insert_default();
        prices.currency = Some(currency.clone());
    }
    scenario
}
