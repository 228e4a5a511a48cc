//! Changes of people, devices and servers.

use super::document::Document;
use super::edit::{Direction, Group, Kind, NewPeople, Software};
use super::pasted::PastedPeople;
use super::uses;
use crate::engine;
use crate::words::Words;
use seatwise_core::organisation::{DeviceGroup, From, Organisation, PeopleGroup, ServerGroup, Use};
use seatwise_core::rulebook::{Activity, Relationship};

/// Appends an empty group and says its identifier.
pub fn add(document: &mut Document, kind: Kind) -> String {
    let organisation = &mut document.scenario.organisation;
    match kind {
        Kind::People => {
            let id = next_people(organisation);
            organisation.people.push(nobody(&id));
            id
        }
        Kind::Devices => {
            let id = unused("d", organisation.devices.iter().map(|group| group.id.as_str()));
            organisation.devices.push(DeviceGroup {
                id: id.clone(),
                name: String::new(),
                count: 0,
                note: String::new(),
            });
            id
        }
        Kind::Servers => {
            let id = unused("s", organisation.servers.iter().map(|group| group.id.as_str()));
            let (name, version, edition) = (String::new(), None, None);
            organisation.servers.push(ServerGroup {
                id: id.clone(),
                name,
                count: 1,
                version,
                edition,
                note: String::new(),
            });
            id
        }
    }
}

/// Appends groups of people, each with its use of the product. What the rulebook's family does not
/// know of their activities is left out; the ordinary use stands in for all of them.
pub fn add_people(document: &mut Document, people: &[NewPeople]) {
    let Some(book) = engine::rulebook(&document.scenario.rulebook) else { return };
    for new in people {
        let id = add(document, Kind::People);
        let group = Group::new(Kind::People, &id);
        rename(document, &group, &new.name);
        recount(document, &group, new.count);
        let Some(key) = uses::add(document, Some(&id)) else { continue };
        let known = new.activities.iter().filter_map(|id| Activity::from_id(id));
        let known: Vec<Activity> =
            known.filter(|activity| activity.info().families.contains(&book.family)).collect();
        if let Some(usage) = document.use_mut(key).filter(|_| !known.is_empty()) {
            usage.activities = known;
            document.proposed_activities.remove(&key);
        }
    }
}

fn nobody(id: &str) -> PeopleGroup {
    PeopleGroup {
        id: id.to_owned(),
        name: String::new(),
        count: 0,
        relationship: Relationship::Employee,
        note: String::new(),
    }
}

/// The identifier of the next people group: that of the empty row at the end.
pub fn next_people(organisation: &Organisation) -> String {
    unused("p", organisation.people.iter().map(|group| group.id.as_str()))
}

/// Makes a group of the empty row at the end, once something is typed into it.
pub fn ensure(document: &mut Document, group: &Group) {
    let organisation = &mut document.scenario.organisation;
    if group.kind == Kind::People && group.id == next_people(organisation) {
        organisation.people.push(nobody(&group.id));
    }
}

/// Appends groups of people.
pub fn add_rows(document: &mut Document, rows: &[PastedPeople]) {
    for row in rows {
        let organisation = &mut document.scenario.organisation;
        let mut group = nobody(&next_people(organisation));
        group.name.clone_from(&row.name);
        (group.count, group.relationship) = (row.count, row.relationship);
        organisation.people.push(group);
    }
}

/// Appends a group of shared devices, and says its identifier.
pub fn add_devices(document: &mut Document, name: &str, count: u32) -> String {
    let id = add(document, Kind::Devices);
    if let Some(group) = document.scenario.organisation.devices.last_mut() {
        name.clone_into(&mut group.name);
        group.count = count;
    }
    id
}

/// Adds a group like this one after it, and uses like those that speak of its people; says its
/// identifier.
pub fn duplicate(words: Words, document: &mut Document, group: &Group) -> Option<String> {
    let (place, _, _) = find(document, group)?;
    let id = add(document, group.kind);
    let organisation = &mut document.scenario.organisation;
    match group.kind {
        Kind::People => copy(&mut organisation.people, place, |group| {
            group.id.clone_from(&id);
            group.name = words.copied_name(&group.name);
        }),
        Kind::Devices => copy(&mut organisation.devices, place, |group| {
            group.id.clone_from(&id);
            group.name = words.copied_name(&group.name);
        }),
        Kind::Servers => copy(&mut organisation.servers, place, |group| {
            group.id.clone_from(&id);
            group.name = words.copied_name(&group.name);
        }),
    }
    if group.kind == Kind::People {
        let of_group = |usage: &&Use| usage.people == group.id;
        let uses: Vec<Use> = organisation.uses.iter().filter(of_group).cloned().collect();
        for usage in uses {
            document.push_use(Use { people: id.clone(), ..usage });
        }
    }
    Some(id)
}

/// Puts a copy after its original; the empty group that was appended for its identifier goes.
fn copy<T: Clone>(groups: &mut Vec<T>, place: usize, rename: impl FnOnce(&mut T)) {
    groups.pop();
    if let Some(mut group) = groups.get(place).cloned() {
        rename(&mut group);
        groups.insert(place.saturating_add(1), group);
    }
}

/// Lets a group change places with its neighbour.
pub fn shift(document: &mut Document, group: &Group, direction: Direction) {
    let Some((place, _, _)) = find(document, group) else { return };
    let organisation = &mut document.scenario.organisation;
    match group.kind {
        Kind::People => swap(&mut organisation.people, place, direction),
        Kind::Devices => swap(&mut organisation.devices, place, direction),
        Kind::Servers => swap(&mut organisation.servers, place, direction),
    }
}

/// Lets an entry change places with its neighbour, if it has one there.
pub fn swap<T>(entries: &mut [T], place: usize, direction: Direction) {
    let neighbour = match direction {
        Direction::Up => place.checked_sub(1),
        Direction::Down => place.checked_add(1),
    };
    if let Some(neighbour) = neighbour.filter(|&neighbour| neighbour < entries.len()) {
        entries.swap(place, neighbour);
    }
}

/// Takes a group away, with everything that speaks of it.
pub fn remove(document: &mut Document, group: &Group) {
    let id = group.id.as_str();
    let organisation = &mut document.scenario.organisation;
    match group.kind {
        Kind::People => {
            organisation.people.retain(|group| group.id != id);
            document.retain_uses(|_, usage| usage.people != id);
        }
        Kind::Devices => {
            organisation.devices.retain(|group| group.id != id);
            for usage in &mut organisation.uses {
                if let Some(From::Devices(ids)) = &mut usage.from {
                    ids.retain(|device_id| device_id != id);
                    if ids.is_empty() {
                        usage.from = None;
                    }
                }
            }
        }
        Kind::Servers => {
            organisation.servers.retain(|server| server.id != id);
            for usage in &mut organisation.uses {
                usage.servers =
                    usage.servers.take().map(|ids| without(ids, id)).filter(|ids| !ids.is_empty());
            }
        }
    }
}

/// Calls a group something else.
pub fn rename(document: &mut Document, group: &Group, name: &str) {
    ensure(document, group);
    if let Some((field, _)) = fields(document, group) {
        name.clone_into(field);
    }
}

/// Counts a group anew.
pub fn recount(document: &mut Document, group: &Group, count: u32) {
    ensure(document, group);
    if let Some((_, field)) = fields(document, group) {
        *field = count;
    }
}

/// Sets the note of a group.
pub fn note(document: &mut Document, group: &Group, note: &str) {
    let organisation = &mut document.scenario.organisation;
    let id = group.id.as_str();
    let field = match group.kind {
        Kind::People => {
            organisation.people.iter_mut().find(|entry| entry.id == id).map(|entry| &mut entry.note)
        }
        Kind::Devices => organisation
            .devices
            .iter_mut()
            .find(|entry| entry.id == id)
            .map(|entry| &mut entry.note),
        Kind::Servers => organisation
            .servers
            .iter_mut()
            .find(|entry| entry.id == id)
            .map(|entry| &mut entry.note),
    };
    if let Some(field) = field {
        note.clone_into(field);
    }
}

/// Says who the people of a group are.
pub fn relate(document: &mut Document, id: &str, relationship: Relationship) {
    ensure(document, &Group::new(Kind::People, id));
    let people = &mut document.scenario.organisation.people;
    if let Some(people_group) = people.iter_mut().find(|group| group.id == id) {
        people_group.relationship = relationship;
    }
    uses::propose_for(document, id);
}

/// Says which version or edition the servers of a group run.
pub fn software(document: &mut Document, id: &str, what: Software, which: Option<&str>) {
    let servers = &mut document.scenario.organisation.servers;
    if let Some(server_group) = servers.iter_mut().find(|group| group.id == id) {
        let place = match what {
            Software::Version => &mut server_group.version,
            Software::Edition => &mut server_group.edition,
        };
        *place = which.map(str::to_owned);
    }
}

/// Goes over to another rulebook. Its prices are its own, and so are the editions and the version
/// of its servers.
pub fn rulebook(document: &mut Document, id: &str) {
    let scenario = &mut document.scenario;
    id.clone_into(&mut scenario.rulebook);
    if let Some(prices) = &mut scenario.prices {
        prices.book = None;
        prices.currency = None;
    }
    let Some(book) = engine::rulebook(id) else { return };
    for server in &mut scenario.organisation.servers {
        server.version = None;
        server.edition = server.edition.take().filter(|edition| book.edition(edition).is_some());
    }
}

/// Place, name and count of a group.
pub fn find(document: &Document, group: &Group) -> Option<(usize, String, u32)> {
    let organisation = &document.scenario.organisation;
    let (people, devices, servers) =
        (&organisation.people, &organisation.devices, &organisation.servers);
    let rows: Vec<(&String, &String, u32)> = match group.kind {
        Kind::People => people.iter().map(|entry| (&entry.id, &entry.name, entry.count)).collect(),
        Kind::Devices => {
            devices.iter().map(|entry| (&entry.id, &entry.name, entry.count)).collect()
        }
        Kind::Servers => {
            servers.iter().map(|entry| (&entry.id, &entry.name, entry.count)).collect()
        }
    };
    let place = rows.iter().position(|(id, ..)| **id == group.id)?;
    rows.get(place).map(|&(_, name, count)| (place, name.clone(), count))
}

fn fields<'a>(document: &'a mut Document, group: &Group) -> Option<(&'a mut String, &'a mut u32)> {
    let organisation = &mut document.scenario.organisation;
    let id = group.id.as_str();
    match group.kind {
        Kind::People => organisation
            .people
            .iter_mut()
            .find(|group| group.id == id)
            .map(|entry| (&mut entry.name, &mut entry.count)),
        Kind::Devices => organisation
            .devices
            .iter_mut()
            .find(|group| group.id == id)
            .map(|entry| (&mut entry.name, &mut entry.count)),
        Kind::Servers => organisation
            .servers
            .iter_mut()
            .find(|server| server.id == id)
            .map(|entry| (&mut entry.name, &mut entry.count)),
    }
}

/// The first of `p1`, `p2`, ... that is not taken.
fn unused<'a>(letter: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let taken: Vec<_> = taken.collect();
    let names = (1_u32..).map(|number| format!("{letter}{number}"));
    names.into_iter().find(|name| !taken.contains(&name.as_str())).unwrap_or_default()
}

fn without(mut ids: Vec<String>, id: &str) -> Vec<String> {
    ids.retain(|known| known != id);
    ids
}
