//! Rows of devices and servers.

use super::names::shown;
use super::notes::{self, Note};
use super::{Sight, Text};
use crate::ids;
use crate::session::{Group, Kind, Software};
use crate::words;
use seatwise_core::organisation::ServerGroup;
use std::rc::Rc;

/// A group of devices or servers.
#[derive(Clone, Debug, PartialEq)]
pub struct ThingRow {
    /// Which group.
    pub group: Group,
    /// The identifier of the field for its name.
    pub name_id: Text,
    /// The accessible name of that field.
    pub name_label: Text,
    /// Its name, as typed.
    pub name: Text,
    /// What it is called where it has no name.
    pub shown: Text,
    /// How many.
    pub count: u32,
    /// The same, written.
    pub count_text: Text,
    /// What can be said of the software of servers, where there is a choice.
    pub picks: Vec<Pick>,
    /// What there is to tell about them.
    pub notes: Vec<Note>,
}

/// A choice of what servers run.
#[derive(Clone, Debug, PartialEq)]
pub struct Pick {
    /// Of what.
    pub what: Software,
    /// What to choose from, with its identifier; what is usual comes first and has none.
    pub options: Vec<(Text, Text)>,
    /// Which is chosen; none where the rulebook does not know it.
    pub chosen: Option<usize>,
}

/// Devices first, then servers.
pub fn rows(sight: &Sight<'_>) -> Vec<Rc<ThingRow>> {
    let organisation = sight.names.organisation();
    let devices = organisation.devices.iter().enumerate().map(|(place, group)| ThingRow {
        notes: notes::at(sight, "organisation.devices", place),
        ..row(sight, Kind::Devices, place, &group.id, &group.name, group.count)
    });
    let servers = organisation.servers.iter().enumerate().map(|(place, group)| ThingRow {
        picks: versions(sight, group).into_iter().chain(editions(sight, group)).collect(),
        notes: notes::at(sight, "organisation.servers", place),
        ..row(sight, Kind::Servers, place, &group.id, &group.name, group.count)
    });
    devices.chain(servers).map(Rc::new).collect()
}

fn row(sight: &Sight<'_>, kind: Kind, place: usize, id: &str, name: &str, count: u32) -> ThingRow {
    ThingRow {
        group: Group::new(kind, id),
        name_id: ids::name(kind, id).into(),
        name_label: words::name_of(kind, place).into(),
        name: name.to_owned().into(),
        shown: shown(kind, name, place),
        count,
        count_text: sight.session.surroundings.numerals.count(count.into()).into(),
        picks: Vec::new(),
        notes: Vec::new(),
    }
}

/// The versions of the rulebook, its own first.
fn versions(sight: &Sight<'_>, group: &ServerGroup) -> Option<Pick> {
    let mut versions = sight.book?.versions.iter().map(|one| (one.id.as_str(), one.name.as_str()));
    let (own, name) = versions.next()?;
    let chosen = group.version.as_deref().filter(|version| *version != own);
    pick(Software::Version, name.to_owned().into(), versions, chosen)
}

/// The editions of the rulebook; the usual one, without limits, comes first.
fn editions(sight: &Sight<'_>, group: &ServerGroup) -> Option<Pick> {
    let editions = sight.book?.editions.iter().map(|one| (one.id.as_str(), one.name.as_str()));
    pick(Software::Edition, Text::Static(words::USUAL_EDITION), editions, group.edition.as_deref())
}

fn pick<'a>(
    what: Software,
    usual: Text,
    others: impl Iterator<Item = (&'a str, &'a str)>,
    chosen: Option<&str>,
) -> Option<Pick> {
    let others = others.map(|(id, name)| (id.to_owned().into(), name.to_owned().into()));
    let options: Vec<(Text, Text)> = std::iter::once((Text::default(), usual)).chain(others).collect();
    let chosen = options.iter().position(|(id, _)| **id == *chosen.unwrap_or_default());
    (options.len() > 1).then_some(Pick { what, options, chosen })
}
