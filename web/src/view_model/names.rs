//! Names of groups on the page.

use super::Text;
use crate::session::Kind;
use crate::words::Words;
use seatwise_core::assessment::{Assessment, BillLine, Lot};
use seatwise_core::organisation::Organisation;
use seatwise_core::trace::{HolderRef, Step};
use std::collections::BTreeMap;

/// The names of an organisation's groups, by their identifiers.
pub struct Names<'a> {
    words: Words,
    organisation: &'a Organisation,
    people: Groups<'a>,
    devices: Groups<'a>,
    servers: Groups<'a>,
}

/// The places and names of the groups of one kind, by their identifiers.
type Groups<'a> = BTreeMap<&'a str, (usize, Text)>;

impl<'a> Names<'a> {
    /// The names of this organisation's groups.
    pub fn new(words: Words, organisation: &'a Organisation) -> Self {
        let people =
            organisation.people.iter().map(|group| (group.id.as_str(), group.name.as_str()));
        let devices =
            organisation.devices.iter().map(|group| (group.id.as_str(), group.name.as_str()));
        let servers =
            organisation.servers.iter().map(|group| (group.id.as_str(), group.name.as_str()));
        Self {
            words,
            organisation,
            people: by_id(words, Kind::People, people),
            devices: by_id(words, Kind::Devices, devices),
            servers: by_id(words, Kind::Servers, servers),
        }
    }

    /// The organisation itself.
    pub const fn organisation(&self) -> &'a Organisation {
        self.organisation
    }

    /// Place of a holder in the order of the page: people, devices, servers.
    pub fn place(&self, holder: &HolderRef) -> (u8, usize) {
        let (list, groups, id) = match holder {
            HolderRef::People(id) | HolderRef::OwnDevices(id) => (0, &self.people, id),
            HolderRef::Devices(id) => (1, &self.devices, id),
            HolderRef::Servers(id) => (2, &self.servers, id),
        };
        (list, groups.get(id.as_str()).map_or(usize::MAX, |(place, _)| *place))
    }

    /// A people group.
    pub fn people(&self, id: &str) -> Text {
        named(&self.people, id).unwrap_or(Text::Static(self.words.nobody()))
    }

    /// A group of devices.
    pub fn devices(&self, id: &str) -> Text {
        named(&self.devices, id).unwrap_or_else(|| id.to_owned().into())
    }

    /// A group of servers.
    pub fn servers(&self, id: &str) -> Text {
        named(&self.servers, id).unwrap_or_else(|| id.to_owned().into())
    }

    /// The name of the holder of a licence.
    pub fn holder(&self, holder: &HolderRef) -> String {
        match holder {
            HolderRef::People(id) => self.people(id).to_string(),
            HolderRef::Devices(id) => self.devices(id).to_string(),
            HolderRef::OwnDevices(id) => self.words.own_devices_of(&self.people(id)),
            HolderRef::Servers(id) => self.servers(id).to_string(),
        }
    }
}

/// The lots of a line, in the order in which the visitor described their holders.
pub fn lots_in_order<'b>(names: &Names<'_>, line: &'b BillLine) -> Vec<&'b Lot> {
    let mut lots: Vec<&Lot> = line.lots.iter().collect();
    lots.sort_by_key(|lot| names.place(&lot.holder));
    lots
}

/// The lines of the bill with their places on it, in the order in which the visitor described those
/// whom they are for.
pub fn lines_in_order<'b>(
    names: &Names<'_>,
    assessment: &'b Assessment,
) -> Vec<(usize, &'b BillLine)> {
    let mut lines: Vec<(usize, &BillLine)> = assessment.bill.iter().enumerate().collect();
    lines.sort_by_cached_key(|(_, line)| first_served(names, assessment, line));
    lines
}

/// Place of the first whom a licence is for: its holder, or a group that its servers let in.
fn first_served(
    names: &Names<'_>,
    assessment: &Assessment,
    line: &BillLine,
) -> Option<(u8, usize)> {
    let held = line.lots.iter().map(|lot| names.place(&lot.holder)).min();
    if !line.lots.iter().any(|lot| matches!(lot.holder, HolderRef::Servers(_))) {
        return held;
    }
    let causes = assessment.trace.causes(line.reason);
    let groups = causes.into_iter().filter_map(|id| match &assessment.trace.entry(id)?.step {
        Step::Group { people, .. } => Some(names.place(&HolderRef::People(people.clone()))),
        _ => None,
    });
    groups.chain(held).min()
}

/// The name of a group: its own, or one by its place.
pub fn shown(words: Words, kind: Kind, name: &str, place: usize) -> Text {
    let name = name.trim();
    if name.is_empty() { words.unnamed(kind, place).into() } else { name.to_owned().into() }
}

fn named(groups: &Groups<'_>, id: &str) -> Option<Text> {
    groups.get(id).map(|(_, name)| name.clone())
}

fn by_id<'a>(
    words: Words,
    kind: Kind,
    groups: impl Iterator<Item = (&'a str, &'a str)>,
) -> Groups<'a> {
    let named = |(place, (id, name))| (id, (place, shown(words, kind, name, place)));
    groups.enumerate().map(named).collect()
}
