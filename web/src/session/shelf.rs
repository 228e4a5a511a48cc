//! Work that is set aside: whatever takes the place of the visitor's own work leaves that work
//! here.

use super::edit::Kind;
use super::groups::next_people;
use super::interview::Reply;
use super::view::{Dialog, Notice};
use super::{Session, document::Document};
use crate::words::Words;
use crate::{engine, ids};
use seatwise_core::scenario::Scenario;
use std::rc::Rc;

/// Most works that are kept; beyond that the oldest goes.
const MOST: usize = 100;

/// Work that is set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelvedWork {
    /// Tells it apart from all other work: a fingerprint of its content, or the name of the tab
    /// that it is from.
    pub id: String,
    /// The work.
    pub scenario: Rc<Scenario>,
    /// When the device took it, as `2026-11-27T20:31:00Z`; none until then.
    pub date: Option<String>,
}

impl ShelvedWork {
    /// Sets a scenario aside, under the fingerprint of its content.
    pub fn new(scenario: Scenario) -> Self {
        Self { id: fingerprint(&scenario.to_json()), scenario: Rc::new(scenario), date: None }
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

/// Puts work on top of a list, once.
pub fn put(shelf: &mut Vec<ShelvedWork>, work: ShelvedWork) {
    shelf.retain(|kept| kept.id != work.id);
    shelf.insert(0, work);
    shelf.truncate(MOST);
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

    /// Opens work that was set aside; it stays on the list, as it was.
    pub(super) fn reopen(&mut self, id: &str) {
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
            self.view.notify(Notice::Discarded(work));
            // The list stays open, and the focus in it.
            self.view.focus_on(ids::EXAMPLES.to_owned());
        }
    }

    /// Takes over what the device holds; what it did not take stays on top.
    pub(super) fn take_shelf(&mut self, stored: Vec<ShelvedWork>) {
        let undated = self.view.shelf.iter().filter(|work| work.date.is_none());
        let unstored = undated.filter(|work| stored.iter().all(|kept| kept.id != work.id));
        self.view.shelf =
            unstored.cloned().collect::<Vec<_>>().into_iter().chain(stored).take(MOST).collect();
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
