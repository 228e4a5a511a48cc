//! A scenario, with names for the rows that have none of their own.

use seatwise_core::organisation::Use;
use seatwise_core::scenario::{Owned, Scenario};
use std::collections::{BTreeMap, BTreeSet};

/// Names a use or an owned lot for as long as it exists, wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(pub u32);

/// Statements of the visitor, with a key for every use and every owned lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Scenario that the visitor described.
    pub scenario: Scenario,
    /// One key for each use, in their order.
    pub uses: Vec<Key>,
    /// One key for each owned lot, in their order.
    pub owned: Vec<Key>,
    /// Uses whose access nobody has chosen: it follows the people.
    pub proposed_access: BTreeSet<Key>,
    /// Uses whose activities nobody has chosen: they follow the people and the access.
    pub proposed_activities: BTreeSet<Key>,
}

impl Document {
    /// Takes a scenario in: groups of one kind get identifiers that differ.
    pub fn new(mut scenario: Scenario) -> Self {
        let organisation = &mut scenario.organisation;
        tell_apart(organisation.people.iter_mut().map(|group| &mut group.id));
        tell_apart(organisation.devices.iter_mut().map(|group| &mut group.id));
        tell_apart(organisation.servers.iter_mut().map(|group| &mut group.id));
        let uses = keys(organisation.uses.len());
        let owned = keys(scenario.owned.len());
        // What was read was said: nothing in it is a proposal.
        Self {
            scenario,
            uses,
            owned,
            proposed_access: BTreeSet::new(),
            proposed_activities: BTreeSet::new(),
        }
    }

    /// The uses with their keys.
    pub fn keyed_uses(&self) -> impl Iterator<Item = (Key, &Use)> {
        self.uses.iter().copied().zip(&self.scenario.organisation.uses)
    }

    /// The owned lots with their keys.
    pub fn keyed_owned(&self) -> impl Iterator<Item = (Key, &Owned)> {
        self.owned.iter().copied().zip(&self.scenario.owned)
    }

    /// The use with this key, to be changed.
    pub fn use_mut(&mut self, key: Key) -> Option<&mut Use> {
        let place = self.uses.iter().position(|&usage| usage == key)?;
        self.scenario.organisation.uses.get_mut(place)
    }

    /// The owned lot with this key, to be changed.
    pub fn owned_mut(&mut self, key: Key) -> Option<&mut Owned> {
        let place = self.owned.iter().position(|&owned| owned == key)?;
        self.scenario.owned.get_mut(place)
    }

    /// Appends a use.
    pub fn push_use(&mut self, added: Use) -> Key {
        let key = next(&self.uses);
        self.uses.push(key);
        self.scenario.organisation.uses.push(added);
        key
    }

    /// Appends an owned lot.
    pub fn push_owned(&mut self, added: Owned) -> Key {
        let key = next(&self.owned);
        self.owned.push(key);
        self.scenario.owned.push(added);
        key
    }

    /// Keeps the uses that the condition admits.
    pub fn retain_uses(&mut self, keep: impl Fn(Key, &Use) -> bool) {
        let remaining: Vec<_> =
            self.keyed_uses().filter(|(key, usage)| keep(*key, usage)).collect();
        let (uses, kept_uses) =
            remaining.into_iter().map(|(key, usage)| (key, usage.clone())).unzip();
        self.uses = uses;
        self.scenario.organisation.uses = kept_uses;
    }

    /// Takes an owned lot away.
    pub fn remove_owned(&mut self, key: Key) {
        if let Some(place) = self.owned.iter().position(|&owned| owned == key) {
            self.owned.remove(place);
            self.scenario.owned.remove(place);
        }
    }
}

fn keys(count: usize) -> Vec<Key> {
    (0..).map(Key).take(count).collect()
}

fn next(keys: &[Key]) -> Key {
    Key(keys.iter().max().map_or(0, |last| last.0.saturating_add(1)))
}

/// Gives every identifier that stands a second time a number; rows on the page are told apart by
/// them.
fn tell_apart<'a>(ids: impl Iterator<Item = &'a mut String>) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    // The number that an identifier gets when it stands there again.
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    for id in ids {
        let mut name = id.clone();
        while seen.contains(&name) {
            let number = numbers.entry(id.clone()).or_insert(2);
            name = format!("{id}-{number}");
            *number = number.saturating_add(1);
        }
        seen.insert(name.clone());
        *id = name;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seatwise_core::organisation::DeviceGroup;

    #[test]
    fn groups_of_one_name_are_told_apart() {
        let mut scenario = Scenario::blank("crm-2011");
        for id in ["a", "a-2", "a", "a"] {
            scenario.organisation.devices.push(DeviceGroup {
                id: id.into(),
                name: String::new(),
                count: 1,
                note: String::new(),
            });
        }
        let document = Document::new(scenario);
        let ids: Vec<_> =
            document.scenario.organisation.devices.iter().map(|group| group.id.as_str()).collect();
        assert_eq!(ids, ["a", "a-2", "a-3", "a-4"]);
    }

    #[test]
    fn thousands_of_groups_of_one_name_are_told_apart_at_once() {
        let group =
            || DeviceGroup { id: "a".into(), name: String::new(), count: 1, note: String::new() };
        let mut scenario = Scenario::blank("crm-2011");
        scenario.organisation.devices = std::iter::repeat_with(group).take(20_000).collect();
        let start = std::time::Instant::now();
        let document = Document::new(scenario);
        // With a search through all names before it, this took half an hour.
        assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
        assert_eq!(
            document.scenario.organisation.devices.last().map(|group| &*group.id),
            Some("a-20000")
        );
    }
}
