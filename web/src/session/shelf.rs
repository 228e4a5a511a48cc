//! Saved scenarios: what the visitor saved, and what was set aside because something else took the
//! place of the visitor's own work.

use super::edit::Kind;
use super::groups::next_people;
use super::interview::Reply;
use super::view::{Dialog, Notice, SavedNews, Side};
use super::{Session, document::Document};
use crate::words::Words;
use crate::{engine, ids};
use seatwise_core::scenario::Scenario;
use std::rc::Rc;

/// Most works that are set aside; beyond that the oldest of them goes. What the visitor saved stays.
const MOST: usize = 100;

/// Work that is saved or set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelvedWork {
    /// Tells it apart from all other work: a fingerprint of its content, or the name of the tab
    /// that it is from.
    pub id: String,
    /// The work.
    pub scenario: Rc<Scenario>,
    /// When the device took it, as `2026-11-27T20:31:00Z`; none until then.
    pub date: Option<String>,
    /// True if the visitor saved it; else it was set aside, and goes once there are too many.
    pub saved: bool,
}

impl ShelvedWork {
    /// Sets a scenario aside, under the fingerprint of its content.
    pub fn new(scenario: Scenario) -> Self {
        let id = fingerprint(&scenario.to_json());
        Self { id, scenario: Rc::new(scenario), date: None, saved: false }
    }

    /// Saves a scenario, under the fingerprint of its content.
    pub fn saved(scenario: Scenario) -> Self {
        Self { saved: true, ..Self::new(scenario) }
    }
}

/// FNV-1a of a text, in hexadecimal digits: the same content is set aside once.
pub fn fingerprint(text: &str) -> String {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let hash = text
        .bytes()
        .fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// Puts work on top of a list, once. What was saved stays saved, also where it is set aside again.
pub fn put(shelf: &mut Vec<ShelvedWork>, mut work: ShelvedWork) {
    work.saved |= shelf.iter().any(|shelved| shelved.id == work.id && shelved.saved);
    shelf.retain(|shelved| shelved.id != work.id);
    shelf.insert(0, work);
    limit(shelf);
}

/// Lets the oldest works go that were set aside, where there are too many of them.
fn limit(shelf: &mut Vec<ShelvedWork>) {
    let mut aside = 0_usize;
    shelf.retain(|work| {
        aside = aside.saturating_add(usize::from(!work.saved));
        work.saved || aside <= MOST
    });
}

impl Session {
    /// Sets the work at hand aside if it is the visitor's own, and says so.
    pub(super) fn set_aside(&mut self) {
        let scenario = &self.document.scenario;
        if self.origin.as_deref() == Some(scenario) || !is_work(self.surroundings.words, scenario) {
            return;
        }
        let work = ShelvedWork::new(scenario.clone());
        self.view.notify(Notice::SetAside(work.clone()));
        put(&mut self.view.shelf, work);
    }

    /// Another scenario takes the place of this one, which is set aside; undoing brings it back as
    /// well.
    pub(super) fn open(&mut self, scenario: Scenario) {
        let document = Document::new(scenario);
        if document.scenario == self.document.scenario {
            return;
        }
        self.view
            .notices
            .retain(|notice| matches!(notice, Notice::NotSaved | Notice::ShelfNotStored));
        self.set_aside();
        self.history.end_typing();
        self.origin = Some(Rc::new(document.scenario.clone()));
        self.put(document, None);
        self.view.reason = None;
        self.view.asked = None;
        if self.document.scenario.organisation.people.is_empty() {
            let next = next_people(&self.document.scenario.organisation);
            self.view.focus_on(ids::name(Kind::People, &next));
        }
    }

    /// Begins a page of the visitor's own.
    pub(super) fn begin(&mut self, scenario: Scenario) {
        self.open(scenario);
        self.view.dialog = None;
        self.view.dismiss(&Notice::Example);
        let group = ids::name(Kind::People, &next_people(&self.document.scenario.organisation));
        let first = self.document.scenario.organisation.people.first();
        self.view.focus_on(first.map_or(group, |first| ids::name(Kind::People, &first.id)));
    }

    /// Answers a question of the interview; after the last one, the page is filled in.
    pub(super) fn reply(&mut self, reply: Reply) {
        let Some(Dialog::Interview(interview)) = self.view.dialog.take() else { return };
        match interview.clone().after(reply) {
            Some(interview) => self.view.dialog = Some(Dialog::Interview(interview)),
            None => self.begin(interview.scenario(self.surroundings.words)),
        }
    }

    /// Goes over to a rulebook of another family. Either way the work under the present one is set
    /// aside.
    pub(super) fn change_family(&mut self, rulebook: &str, keep: bool) {
        let Some(book) = engine::rulebook(rulebook) else { return };
        let before = &self.document.scenario;
        let next = if keep { engine::map_to(before, book) } else { engine::blank(rulebook) };
        self.view.dialog = None;
        self.open(next);
    }

    /// Opens work of the list, where it stays as it was.
    pub(super) fn reopen(&mut self, id: &str) {
        self.view.dialog = None;
        let work = self
            .view
            .shelf
            .iter()
            .find(|work| work.id == id)
            .map(|work| Scenario::clone(&work.scenario));
        if let Some(work) = work {
            self.open(work);
        }
    }

    /// Takes work off the list; the notice offers to put it back.
    pub(super) fn discard(&mut self, id: &str) {
        if let Some(place) = self.view.shelf.iter().position(|work| work.id == id) {
            let work = self.view.shelf.remove(place);
            self.view.dismiss_about(id);
            self.view.compared.set(Side::Saved(id.to_owned()), false);
            let mut discarded = self.view.discarded().to_vec();
            discarded.push(work);
            self.view.notify(Notice::Discarded(discarded));
            self.view.saved_news = None;
            // The list stays open, and the focus in it.
            self.view.focus_on(ids::SAVED.to_owned());
        }
    }

    /// Puts work back that was taken off the list.
    pub(super) fn put_back(&mut self, works: Vec<ShelvedWork>) {
        self.view.notices.retain(|notice| !matches!(notice, Notice::Discarded(_)));
        for work in works {
            put(&mut self.view.shelf, work);
        }
        self.view.focus_on(ids::SAVED.to_owned());
    }

    /// Saves a copy of the scenario at hand.
    pub(super) fn save_copy(&mut self) {
        let work = ShelvedWork::saved(self.document.scenario.clone());
        self.view.saved_news = Some(SavedNews::Saved(work.clone()));
        put(&mut self.view.shelf, work);
    }

    /// Renames work of the list, in its place; what has a name is saved.
    pub(super) fn rename_saved(&mut self, id: &str, title: &str) {
        let Some(work) = self.view.shelf.iter().find(|work| work.id == id).cloned() else { return };
        let title = title.trim();
        if work.scenario.title == title {
            return;
        }
        let scenario = Scenario { title: title.to_owned(), ..Scenario::clone(&work.scenario) };
        let renamed = ShelvedWork { date: work.date, ..ShelvedWork::saved(scenario) };
        // The same content under the same name stands there once.
        self.view.shelf.retain(|shelved| shelved.id != renamed.id);
        if self.view.compared.has(&Side::Saved(id.to_owned())) {
            self.view.compared.set(Side::Saved(id.to_owned()), false);
            self.view.compared.set(Side::Saved(renamed.id.clone()), true);
        }
        self.view.dismiss_about(id);
        if let Some(place) = self.view.shelf.iter_mut().find(|work| work.id == id) {
            *place = renamed;
        }
    }

    /// Takes the scenarios of a file in among the saved ones, and shows these.
    pub(super) fn take_in(&mut self, works: Vec<ShelvedWork>) {
        let known =
            |work: &&ShelvedWork| self.view.shelf.iter().any(|shelved| shelved.id == work.id);
        let known = works.iter().filter(known).count();
        let new = works.len().saturating_sub(known);
        for work in works.into_iter().rev() {
            put(&mut self.view.shelf, work);
        }
        self.view.dialog = Some(Dialog::Saved);
        self.view.saved_news = Some(SavedNews::Imported { new, known });
    }

    /// Takes over what the device holds; what it did not take stays on top.
    pub(super) fn take_shelf(&mut self, stored: Vec<ShelvedWork>) {
        let undated = self.view.shelf.iter().filter(|work| work.date.is_none());
        let unstored = undated.filter(|work| stored.iter().all(|read| read.id != work.id));
        self.view.shelf = unstored.cloned().collect::<Vec<_>>().into_iter().chain(stored).collect();
        limit(&mut self.view.shelf);
        self.view.compared.retain(&self.view.shelf);
    }
}

/// True if a scenario holds work that cannot be had again: it is neither empty nor one of the
/// examples.
pub fn is_work(words: Words, scenario: &Scenario) -> bool {
    let organisation = &scenario.organisation;
    let groups =
        organisation.people.len() + organisation.devices.len() + organisation.servers.len();
    let empty =
        groups + organisation.uses.len() + scenario.owned.len() == 0 && scenario.prices.is_none();
    !empty && !engine::is_example(words, scenario)
}
