//! What groups are called on the page.

use super::Text;
use crate::session::Kind;
use crate::words;
use seatwise_core::organisation::Organisation;
use seatwise_core::trace::HolderRef;

/// The names of an organisation's groups.
pub struct Names<'a> {
    organisation: &'a Organisation,
}

impl<'a> Names<'a> {
    /// The names of this organisation's groups.
    pub const fn new(organisation: &'a Organisation) -> Self {
        Self { organisation }
    }

    /// The organisation itself.
    pub const fn organisation(&self) -> &'a Organisation {
        self.organisation
    }

    /// A people group.
    pub fn people(&self, id: &str) -> String {
        let groups = self.organisation.people.iter().map(|group| (group.id.as_str(), group.name.as_str()));
        find(Kind::People, groups, id).unwrap_or_else(|| words::NOBODY.to_owned())
    }

    /// A group of devices.
    pub fn devices(&self, id: &str) -> String {
        let groups = self.organisation.devices.iter().map(|group| (group.id.as_str(), group.name.as_str()));
        find(Kind::Devices, groups, id).unwrap_or_else(|| id.to_owned())
    }

    /// A group of servers.
    pub fn servers(&self, id: &str) -> String {
        let groups = self.organisation.servers.iter().map(|group| (group.id.as_str(), group.name.as_str()));
        find(Kind::Servers, groups, id).unwrap_or_else(|| id.to_owned())
    }

    /// What holds a licence.
    pub fn holder(&self, holder: &HolderRef) -> String {
        match holder {
            HolderRef::People(id) => self.people(id),
            HolderRef::Devices(id) => self.devices(id),
            HolderRef::OwnDevices(id) => words::own_devices_of(&self.people(id)),
            HolderRef::Servers(id) => self.servers(id),
        }
    }
}

/// What a group is called: by its name, or by its place.
pub fn shown(kind: Kind, name: &str, place: usize) -> Text {
    let name = name.trim();
    if name.is_empty() { words::unnamed(kind, place).into() } else { name.to_owned().into() }
}

fn find<'a>(kind: Kind, mut groups: impl Iterator<Item = (&'a str, &'a str)>, id: &str) -> Option<String> {
    let place = groups.by_ref().enumerate().find(|(_, (found, _))| *found == id);
    place.map(|(place, (_, name))| shown(kind, name, place).to_string())
}
