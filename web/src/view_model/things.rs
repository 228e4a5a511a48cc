//! Rows of devices and servers.

use super::names::shown;
use super::notes::{self, Note};
use super::{Sight, Text};
use crate::ids;
use crate::session::{Group, Kind};
use crate::words;

/// A group of devices or servers.
#[derive(Clone, Debug, PartialEq)]
pub struct ThingRow {
    /// Which group.
    pub group: Group,
    /// The identifier of the field for its name.
    pub name_id: Text,
    /// Its name, as typed.
    pub name: Text,
    /// What it is called where it has no name.
    pub shown: Text,
    /// How many.
    pub count: u32,
    /// The same, written.
    pub count_text: Text,
    /// The edition that servers run; empty for the usual one.
    pub edition: Text,
    /// The editions to choose from; none where there is no choice.
    pub editions: Vec<(Text, Text)>,
    /// What there is to tell about them.
    pub notes: Vec<Note>,
}

/// Devices first, then servers.
pub fn rows(sight: &Sight<'_>) -> Vec<ThingRow> {
    let organisation = sight.names.organisation();
    let devices = organisation.devices.iter().enumerate().map(|(place, group)| ThingRow {
        notes: notes::at(sight, "organisation.devices", place),
        ..row(sight, Kind::Devices, place, &group.id, &group.name, group.count)
    });
    let servers = organisation.servers.iter().enumerate().map(|(place, group)| ThingRow {
        edition: group.edition.clone().unwrap_or_default().into(),
        editions: editions(sight),
        notes: notes::at(sight, "organisation.servers", place),
        ..row(sight, Kind::Servers, place, &group.id, &group.name, group.count)
    });
    devices.chain(servers).collect()
}

fn row(sight: &Sight<'_>, kind: Kind, place: usize, id: &str, name: &str, count: u32) -> ThingRow {
    ThingRow {
        group: Group::new(kind, id),
        name_id: ids::name(kind, id).into(),
        name: name.to_owned().into(),
        shown: shown(kind, name, place),
        count,
        count_text: sight.session.surroundings.numerals.count(count.into()).into(),
        edition: Text::default(),
        editions: Vec::new(),
        notes: Vec::new(),
    }
}

/// The editions of the rulebook; the usual one, without limits, comes first and has no identifier.
fn editions(sight: &Sight<'_>) -> Vec<(Text, Text)> {
    let Some(book) = sight.book.filter(|book| !book.editions.is_empty()) else { return Vec::new() };
    let named = book.editions.iter().map(|edition| (edition.id.clone().into(), edition.name.clone().into()));
    std::iter::once((Text::default(), Text::Static(words::USUAL_EDITION))).chain(named).collect()
}
