//! Changes of who uses what, how, from where.

use super::document::{Document, Key};
use crate::engine;
use seatwise_core::organisation::{From, Use};
use seatwise_core::rulebook::{Access, Activity, Audience};

/// Appends a use by the named people, or by the first who use nothing yet. None: there is nobody.
pub fn add(document: &mut Document, people: Option<&str>) -> Option<Key> {
    let organisation = &document.scenario.organisation;
    let idle = |id: &str| organisation.uses.iter().all(|found| found.people != id);
    let group = organisation
        .people
        .iter()
        .find(|group| people.map_or_else(|| idle(&group.id), |id| group.id == id))
        .or(organisation.people.first())?;
    let book = engine::rulebook(&document.scenario.rulebook)?;
    let standing = book.standing(group.relationship).map(|standing| standing.audience);
    let outside = standing == Some(Audience::External);
    let own = Activity::from_id("case.own").filter(|own| outside && own.info().families.contains(&book.family));
    let added = Use {
        people: group.id.clone(),
        access: if outside { Access::Portal } else { Access::Client },
        activities: own.or_else(|| Activity::of(book.family).next()).into_iter().collect(),
        from: None,
        servers: None,
    };
    Some(document.push_use(added))
}

/// Another group uses.
pub fn who(document: &mut Document, key: Key, people: &str) {
    if let Some(found) = document.use_mut(key) {
        people.clone_into(&mut found.people);
    }
}

/// Another way in.
pub fn how(document: &mut Document, key: Key, access: Access) {
    if let Some(found) = document.use_mut(key) {
        found.access = access;
    }
}

/// An activity more, or one less; in the order of the taxonomy.
pub fn what(document: &mut Document, key: Key, activity: Activity, done: bool) {
    if let Some(found) = document.use_mut(key) {
        found.activities.retain(|&other| other != activity);
        if done {
            let place = found.activities.partition_point(|other| *other < activity);
            found.activities.insert(place, activity);
        }
    }
}

/// Other devices. One own device is what is meant where nothing is said.
pub fn whence(document: &mut Document, key: Key, from: Option<From>) {
    if let Some(found) = document.use_mut(key) {
        found.from = from.filter(|from| *from != From::Own(1));
    }
}

/// A server group more, or one less; all of them is what is meant where nothing is said.
pub fn on(document: &mut Document, key: Key, server: &str, used: bool) {
    let all: Vec<_> = document.scenario.organisation.servers.iter().map(|group| group.id.clone()).collect();
    if let Some(found) = document.use_mut(key) {
        let before = found.servers.take().unwrap_or_else(|| all.clone());
        let holds = |id: &String| if id == server { used } else { before.contains(id) };
        let after: Vec<_> = all.iter().filter(|id| holds(id)).cloned().collect();
        found.servers = (!after.is_empty() && after.len() < all.len()).then_some(after);
    }
}

/// All servers.
pub fn on_all(document: &mut Document, key: Key) {
    if let Some(found) = document.use_mut(key) {
        found.servers = None;
    }
}
