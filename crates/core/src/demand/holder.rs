//! Holders of licences: people, devices, servers.

use crate::resolve::case::Case;
use crate::trace::HolderRef;
use seatwise_rulebook::HolderKind;

/// Somebody or something that may hold licences, by place in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Holder {
    People(usize),
    OwnDevices(usize),
    Shared(usize),
    Server(usize),
}

impl Holder {
    pub(crate) const fn kind(self) -> HolderKind {
        match self {
            Self::People(_) => HolderKind::User,
            Self::OwnDevices(_) | Self::Shared(_) => HolderKind::Device,
            Self::Server(_) => HolderKind::Server,
        }
    }

    /// The holder by the identifiers of the scenario.
    pub(crate) fn named(self, case: &Case<'_>) -> HolderRef {
        let people =
            |place: usize| case.people.get(place).map(|group| group.id.clone()).unwrap_or_default();
        match self {
            Self::People(place) => HolderRef::People(people(place)),
            Self::OwnDevices(place) => HolderRef::OwnDevices(people(place)),
            Self::Shared(place) => HolderRef::Devices(
                case.devices.get(place).map(|group| group.id.clone()).unwrap_or_default(),
            ),
            Self::Server(place) => HolderRef::Servers(
                case.servers.get(place).map(|group| group.id.to_owned()).unwrap_or_default(),
            ),
        }
    }
}

impl Case<'_> {
    /// The holder that a reference names; none where the scenario has no such group.
    pub(crate) fn holder(&self, named: &HolderRef) -> Option<Holder> {
        let people = |id: &String| self.people.iter().position(|group| group.id == *id);
        match named {
            HolderRef::People(id) => people(id).map(Holder::People),
            HolderRef::OwnDevices(id) => people(id).map(Holder::OwnDevices),
            HolderRef::Devices(id) => {
                self.devices.iter().position(|group| group.id == *id).map(Holder::Shared)
            }
            HolderRef::Servers(id) => {
                self.servers.iter().position(|server| server.id == id).map(Holder::Server)
            }
        }
    }

    /// The place of a holder among all, in the order of holders.
    pub(crate) fn slot(&self, holder: Holder) -> usize {
        let (people, devices) = (self.people.len(), self.devices.len());
        match holder {
            Holder::People(place) => place,
            Holder::OwnDevices(place) => people + place,
            Holder::Shared(place) => 2 * people + place,
            Holder::Server(place) => 2 * people + devices + place,
        }
    }

    /// Number of holders that there may be.
    pub(crate) fn slots(&self) -> usize {
        2 * self.people.len() + self.devices.len() + self.servers.len()
    }
}
