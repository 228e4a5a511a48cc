//! Names of groups, licences and uses in a sentence.

use super::choice::Uses;
use crate::organisation::{From, PeopleGroup, Use};
use crate::scenario::Scenario;
use crate::trace::HolderRef;
use crate::words::Words;
use seatwise_rulebook::{Access, Activity, Rulebook};

/// Looks names up in one scenario and one rulebook.
pub(super) struct Names<'a> {
    words: Words,
    scenario: &'a Scenario,
    book: &'a Rulebook,
}

impl<'a> Names<'a> {
    pub(super) const fn new(words: Words, scenario: &'a Scenario, book: &'a Rulebook) -> Self {
        Self { words, scenario, book }
    }

    pub(super) fn group(&self, id: &str) -> Option<&'a PeopleGroup> {
        self.scenario.organisation.people.iter().find(|group| group.id == id)
    }

    /// The people of a use, and the access by which they reach the product.
    pub(super) fn people_of(&self, index: u32) -> Option<(&'a PeopleGroup, Access)> {
        let usage = self.usage(index)?;
        Some((self.group(&usage.people)?, usage.access))
    }

    fn usage(&self, index: u32) -> Option<&'a Use> {
        self.scenario.organisation.uses.get(usize::try_from(index).ok()?)
    }

    pub(super) fn holder(&self, holder: &HolderRef) -> String {
        let organisation = &self.scenario.organisation;
        let named = |id: &str, name: Option<&String>| match name {
            Some(name) if !name.trim().is_empty() => name.clone(),
            _ if id.is_empty() => self.words.your_server().to_owned(),
            _ => format!("`{id}`"),
        };
        match holder {
            HolderRef::People(id) => named(id, self.group(id).map(|group| &group.name)),
            HolderRef::OwnDevices(id) => {
                let people = named(id, self.group(id).map(|group| &group.name));
                self.words.the_own_devices_of(&people)
            }
            HolderRef::Devices(id) => named(
                id,
                organisation.devices.iter().find(|group| group.id == *id).map(|group| &group.name),
            ),
            HolderRef::Servers(id) => named(
                id,
                organisation.servers.iter().find(|group| group.id == *id).map(|group| &group.name),
            ),
        }
    }

    pub(super) fn licence(&self, id: &str) -> String {
        self.book
            .licences
            .iter()
            .find(|licence| licence.id == id)
            .map_or_else(|| id.to_owned(), |licence| licence.name.clone())
    }

    /// `Field technicians (800 employees) work on cases through a portal`.
    pub(super) fn use_of(&self, uses: &Uses<'_>) -> String {
        let group = uses.people;
        let name = self.holder(&HolderRef::People(group.id.clone()));
        let people = self.words.people_of(group.relationship, group.count.into());
        let phrases: Vec<&str> = uses
            .activities
            .iter()
            .filter_map(|id| Activity::from_id(id))
            .map(|activity| self.words.activity(activity))
            .collect();
        let (shown, hidden) = phrases.split_at(phrases.len().min(3));
        let activities = match u64::try_from(hidden.len()).unwrap_or_default() {
            0 => self.words.list(shown),
            more => self.words.things_and_more(&shown.join(", "), more),
        };
        let access = self.access(uses.access);
        let from = uses.indexes.iter().filter_map(|&index| self.usage(index)?.from.as_ref());
        let (mut devices, mut own): (Vec<String>, u32) = (Vec::new(), 0);
        for from in from {
            match from {
                From::Own(count) => own = own.max(*count),
                From::Devices(ids) => {
                    let new = ids.iter().filter(|id| !devices.contains(id)).cloned();
                    let new: Vec<String> = new.collect();
                    devices.extend(new);
                }
            }
        }
        if !devices.is_empty() {
            let pool = |id: String| self.holder(&HolderRef::Devices(id));
            let devices: Vec<String> = devices.into_iter().map(pool).collect();
            let devices = self.words.either(&devices);
            self.words.use_of_from(&name, &people, &activities, &access, &devices)
        } else if own > 1 {
            self.words.use_of_own(&name, &people, &activities, &access, own.into())
        } else {
            self.words.use_of(&name, &people, &activities, &access)
        }
    }

    fn access(&self, access: Access) -> String {
        match access {
            Access::Client => self.words.how_client(&self.book.client),
            Access::Portal => self.words.how_portal().to_owned(),
            Access::Pooled => self.words.how_pooled().to_owned(),
            Access::Rekey => self.words.how_rekey().to_owned(),
            Access::WebForm => self.words.how_web_form().to_owned(),
        }
    }
}
