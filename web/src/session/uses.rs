//! Changes of who uses what, how, from where.

use super::document::{Document, Key};
use super::edit::Direction;
use super::groups;
use crate::engine;
use seatwise_core::organisation::{From, Use};
use seatwise_core::rulebook::{Access, Activity};

/// Appends the ordinary use by the named people, or by the first who use nothing yet. None: there
/// is nobody.
pub fn add(document: &mut Document, people: Option<&str>) -> Option<Key> {
    let organisation = &document.scenario.organisation;
    let idle = |id: &str| organisation.uses.iter().all(|usage| usage.people != id);
    let group = organisation
        .people
        .iter()
        .find(|group| people.map_or_else(|| idle(&group.id), |id| group.id == id))
        .or(organisation.people.first())?;
    let people = group.id.clone();
    let ordinary =
        engine::ordinary_use(engine::rulebook(&document.scenario.rulebook)?, group.relationship);
    let added = Use {
        people,
        access: ordinary.access,
        activities: ordinary.activities,
        from: None,
        servers: None,
    };
    let key = document.push_use(added);
    document.proposed_access.insert(key);
    document.proposed_activities.insert(key);
    Some(key)
}

/// Another group uses.
pub fn set_people(document: &mut Document, key: Key, people: &str) {
    if let Some(usage) = document.use_mut(key) {
        people.clone_into(&mut usage.people);
    }
    propose(document, key);
}

/// Another way in.
pub fn set_access(document: &mut Document, key: Key, access: Access) {
    document.proposed_access.remove(&key);
    if let Some(usage) = document.use_mut(key) {
        usage.access = access;
    }
    propose(document, key);
}

/// Proposes anew what nobody has chosen in the uses of a people group.
pub fn propose_for(document: &mut Document, people: &str) {
    let of_group = |(key, usage): (Key, &Use)| (usage.people == people).then_some(key);
    let keys: Vec<Key> = document.keyed_uses().filter_map(of_group).collect();
    for key in keys {
        propose(document, key);
    }
}

/// Proposes anew what nobody has chosen in a use: its access by its people, its activities by both.
fn propose(document: &mut Document, key: Key) {
    let (access, activities) =
        (document.proposed_access.contains(&key), document.proposed_activities.contains(&key));
    let Some(book) = engine::rulebook(&document.scenario.rulebook) else { return };
    let people = document.use_mut(key).map(|usage| usage.people.clone());
    let groups = &document.scenario.organisation.people;
    let relationship = groups
        .iter()
        .find(|group| Some(&group.id) == people.as_ref())
        .map(|group| group.relationship);
    let ordinary = relationship.map(|relationship| engine::ordinary_use(book, relationship));
    let Some(usage) = document.use_mut(key) else { return };
    if let Some(ordinary) = ordinary.filter(|_| access) {
        usage.access = ordinary.access;
    }
    if activities {
        usage.activities = engine::ordinary_activities(book.family, usage.access);
    }
}

/// An activity more, or one less; in the order of the taxonomy.
pub fn set_activity(document: &mut Document, key: Key, activity: Activity, done: bool) {
    document.proposed_activities.remove(&key);
    if let Some(usage) = document.use_mut(key) {
        usage.activities.retain(|&listed| listed != activity);
        if done {
            let place = usage.activities.partition_point(|listed| *listed < activity);
            usage.activities.insert(place, activity);
        }
    }
}

/// A role more, or one less; the first choice takes the place of what was only proposed.
pub fn set_role(document: &mut Document, key: Key, role: &str, works: bool) {
    let Some(book) = engine::rulebook(&document.scenario.rulebook) else { return };
    let Some(role) = engine::roles(book).find(|known| known.id == role) else { return };
    let proposed = document.proposed_activities.remove(&key);
    let Some(usage) = document.use_mut(key) else { return };
    usage.activities = match (works, proposed) {
        (true, true) => role.activities.clone(),
        (true, false) => engine::with_role(&usage.activities, role),
        (false, _) => engine::without_role(book.family, &usage.activities, role),
    };
}

/// A group of shared devices more, or one less, in their order; without any, one own device is
/// meant.
pub fn set_pool(document: &mut Document, key: Key, pool: &str, used: bool) {
    let device_groups: Vec<String> =
        document.scenario.organisation.devices.iter().map(|group| group.id.clone()).collect();
    if let Some(usage) = document.use_mut(key) {
        let before = match usage.from.take() {
            Some(From::Devices(ids)) => ids,
            _ => Vec::new(),
        };
        let holds = |id: &String| if id == pool { used } else { before.contains(id) };
        let after: Vec<String> = device_groups.into_iter().filter(holds).collect();
        usage.from = (!after.is_empty()).then_some(From::Devices(after));
    }
}

/// Adds a group of shared devices, which the use comes from.
pub fn add_pool(document: &mut Document, key: Key, name: &str, count: u32) {
    if document.use_mut(key).is_some() {
        let id = groups::add_devices(document, name, count);
        set_pool(document, key, &id, true);
    }
}

/// Adds a use like this one after it.
pub fn duplicate(document: &mut Document, key: Key) -> Option<Key> {
    let place = document.uses.iter().position(|&usage| usage == key)?;
    let usage = document.scenario.organisation.uses.get(place)?.clone();
    let added = document.push_use(usage);
    let uses = &mut document.scenario.organisation.uses;
    if let (Some(usage), Some(key)) = (uses.pop(), document.uses.pop()) {
        uses.insert(place.saturating_add(1), usage);
        document.uses.insert(place.saturating_add(1), key);
    }
    Some(added)
}

/// Lets a use change places with its neighbour.
pub fn shift(document: &mut Document, key: Key, direction: Direction) {
    if let Some(place) = document.uses.iter().position(|&usage| usage == key) {
        groups::swap(&mut document.uses, place, direction);
        groups::swap(&mut document.scenario.organisation.uses, place, direction);
    }
}

/// Other devices. One own device is what is meant where nothing is said.
pub fn set_devices(document: &mut Document, key: Key, from: Option<From>) {
    if let Some(usage) = document.use_mut(key) {
        usage.from = from.filter(|from| *from != From::Own(1));
    }
}

/// A server group more, or one less; all of them is what is meant where nothing is said.
pub fn set_server(document: &mut Document, key: Key, server: &str, used: bool) {
    let server_groups: Vec<_> =
        document.scenario.organisation.servers.iter().map(|group| group.id.clone()).collect();
    if let Some(usage) = document.use_mut(key) {
        let before = usage.servers.take().unwrap_or_else(|| server_groups.clone());
        let holds = |id: &String| if id == server { used } else { before.contains(id) };
        let after: Vec<_> = server_groups.iter().filter(|id| holds(id)).cloned().collect();
        usage.servers = (!after.is_empty() && after.len() < server_groups.len()).then_some(after);
    }
}

/// All servers.
pub fn set_all_servers(document: &mut Document, key: Key) {
    if let Some(usage) = document.use_mut(key) {
        usage.servers = None;
    }
}
