//! Names of groups, licences and uses in a sentence.

use crate::organisation::{From, PeopleGroup};
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

    pub(super) fn people_of(&self, index: u32) -> Option<&'a PeopleGroup> {
        let one = self.scenario.organisation.uses.get(usize::try_from(index).ok()?)?;
        self.group(&one.people)
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
    pub(super) fn use_of(&self, group: &PeopleGroup, index: u32, activities: &[String]) -> String {
        let who = self.holder(&HolderRef::People(group.id.clone()));
        let people = self.words.people_of(group.relationship, group.count.into());
        let phrases: Vec<&str> = activities
            .iter()
            .filter_map(|id| Activity::from_id(id))
            .map(|activity| self.words.activity(activity))
            .collect();
        let (shown, rest) = phrases.split_at(phrases.len().min(3));
        let what = match u64::try_from(rest.len()).unwrap_or_default() {
            0 => self.words.list(shown),
            more => self.words.things_and_more(&shown.join(", "), more),
        };
        let place = usize::try_from(index)
            .ok()
            .and_then(|index| self.scenario.organisation.uses.get(index));
        let how = place.map(|one| self.access(one.access)).unwrap_or_default();
        match place.and_then(|one| one.from.as_ref()) {
            Some(From::Devices(ids)) => {
                let devices: Vec<String> =
                    ids.iter().map(|id| self.holder(&HolderRef::Devices(id.clone()))).collect();
                let devices = self.words.either(&devices);
                self.words.use_of_from(&who, &people, &what, &how, &devices)
            }
            Some(From::Own(count)) if *count > 1 => {
                self.words.use_of_own(&who, &people, &what, &how, (*count).into())
            }
            _ => self.words.use_of(&who, &people, &what, &how),
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
