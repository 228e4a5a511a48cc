//! The session: what the visitor said, what follows from it, and what is open on the page. Changed
//! by [`apply`] alone, which is pure; whatever touches the browser lives in `browser`.

mod action;
mod apply_later;
mod document;
mod edit;
mod groups;
mod history;
mod host;
mod interview;
mod money;
mod pasted;
mod plan;
mod price_lists;
mod results;
mod saved_file;
mod settings;
mod shelf;
mod start;
#[cfg(test)]
mod tests;
mod users;
mod uses;
mod view;

pub use action::{Action, adding, apply};
pub use apply_later::apply_later;
pub use document::{Document, Key};
pub use edit::{Direction, Edit, Group, Kind, NewPeople, Software};
pub use groups::next_people;
pub use host::Host;
pub use interview::{Interview, Question, Reply};
pub use pasted::{Fault, Pasted, PastedLicences, PastedPeople, PastedRows, What, is_rows};
pub use plan::PlanEdit;
pub use price_lists::{ImportedPrices, PriceList};
pub use results::{FAR, OFF, Results, ResultsOf, forced_groups, most_forced_groups};
pub use saved_file::written as saved_file;
pub use settings::{Accent, Extent, Settings, Theme, language as language_tag};
pub use shelf::{ShelvedWork, fingerprint};
pub use start::Start;
pub use users::{Command, Counted, Files, OpenList, Phase, Trouble, UserAnalysis, UsersAction};
pub use view::{
    Across, Dialog, Export, Notice, Refused, Removed, SavedNews, Side, Subject, UseField, View,
    Wish,
};

use crate::engine;
use crate::later::Later;
use crate::words::Words;
use history::History;
use seatwise_core::assessment::Answer;
use seatwise_core::scenario::{Prices, Scenario};
use std::rc::Rc;

/// Everything that the page is drawn from.
#[derive(Clone, Debug)]
pub struct Session {
    /// Document that the visitor described.
    pub document: Rc<Document>,
    /// Answer that follows from it.
    pub answer: Rc<Answer>,
    /// Answers to what else the visitor has opened.
    pub results: Results,
    /// The documents before and after.
    pub history: History,
    /// Parts that are open on the page.
    pub view: View,
    /// Facts about the browser.
    pub surroundings: Rc<Surroundings>,
    /// Settings from the address.
    pub settings: Rc<Settings>,
    /// The page around the frame, once it has spoken.
    pub host: Option<Rc<Host>>,
    /// The scenario at the prices of a partner; none where there are no such prices. It is counted
    /// with and never saved, sent or handed over.
    priced: Option<Rc<Scenario>>,
    /// The scenario as it was opened: as long as nothing else is said, it is not the visitor's own
    /// work. None where it comes from the device.
    pub origin: Option<Rc<Scenario>>,
    /// Functions of the later module, once it is there.
    pub later: Option<&'static Later>,
    /// Actions that wait for it.
    waiting: Vec<Action>,
    /// True if the visitor changed anything since the page was opened; until then nothing is saved.
    pub touched: bool,
}

/// Answers follow from the document and the view, and need no comparison.
impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document
            && self.view == other.view
            && self.history == other.history
            && self.origin == other.origin
            && self.touched == other.touched
            && self.later == other.later
            && self.waiting == other.waiting
            && self.surroundings == other.surroundings
            && self.settings == other.settings
            && self.host == other.host
    }
}

/// Facts that the browser states about itself, once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Surroundings {
    /// The texts and books in the visitor's language, and how numbers are written.
    pub words: Words,
    /// The address of the page without query and fragment.
    pub page: String,
}

impl Session {
    /// Shows a document and what follows from it.
    fn show(&mut self, document: Rc<Document>) {
        self.document = document;
        self.touched = true;
        self.view.is_saved = false;
        self.count();
    }

    /// Works out what follows from the document, at the prices of a partner where there are any.
    fn count(&mut self) {
        let scenario = &self.document.scenario;
        self.priced = self.host.as_ref().and_then(|host| host.priced(scenario)).map(Rc::new);
        self.answer = Rc::new(engine::assess(self.surroundings.words, self.counted()));
    }

    /// True if the visitor asked for something that only the later module can do.
    pub fn waits_for_later(&self) -> bool {
        let wished =
            self.view.dialog.is_some() || self.view.export.is_some() || !self.waiting.is_empty();
        self.later.is_none() && wished
    }

    /// The scenario that the answer is to.
    pub fn counted(&self) -> &Scenario {
        self.priced.as_deref().unwrap_or(&self.document.scenario)
    }

    /// The fragment of the link to what was said; a partner's prices never go along, own ones only
    /// `with_prices`. None until the later module is there.
    pub fn link(&self, with_prices: bool) -> Option<String> {
        self.later.map(|later| (later.link)(self, with_prices))
    }
}

/// The fragment of the link to what a session says.
pub fn link(session: &Session, with_prices: bool) -> String {
    let scenario = &session.document.scenario;
    let own = scenario.prices.as_ref().is_some_and(Prices::are_own);
    if session.priced.is_none() && (with_prices || !own) {
        engine::link_with(scenario, with_prices, &session.answer)
    } else {
        engine::link(scenario, with_prices)
    }
}
