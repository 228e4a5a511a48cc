//! Names of groups, licences and uses in a sentence.

use crate::organisation::{From, PeopleGroup};
use crate::scenario::Scenario;
use crate::text::{Grouped, List};
use crate::trace::HolderRef;
use seatwise_rulebook::{Access, Activity, Relationship, Rulebook};

/// Looks names up in one scenario and one rulebook.
pub(super) struct Names<'a> {
    scenario: &'a Scenario,
    book: &'a Rulebook,
}

impl<'a> Names<'a> {
    pub(super) const fn new(scenario: &'a Scenario, book: &'a Rulebook) -> Self {
        Self { scenario, book }
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
            _ if id.is_empty() => "your server".to_owned(),
            _ => format!("`{id}`"),
        };
        match holder {
            HolderRef::People(id) => named(id, self.group(id).map(|group| &group.name)),
            HolderRef::OwnDevices(id) => {
                format!("the own devices of {}", named(id, self.group(id).map(|group| &group.name)))
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
        let count = Grouped(group.count.into());
        let phrases: Vec<&str> = activities
            .iter()
            .filter_map(|id| Activity::from_id(id))
            .map(|activity| activity.info().phrase)
            .collect();
        let (shown, rest) = phrases.split_at(phrases.len().min(3));
        let what = match rest.len() {
            0 => List(shown, "and").to_string(),
            more => format!("{} and {more} more", shown.join(", ")),
        };
        let place = usize::try_from(index)
            .ok()
            .and_then(|index| self.scenario.organisation.uses.get(index));
        let how = place.map(|one| self.access(one.access)).unwrap_or_default();
        let from = place.and_then(|one| self.from(one.from.as_ref())).unwrap_or_default();
        format!(
            "{who} ({count} {}) {what} {how}{from}",
            relationship(group.relationship, group.count)
        )
    }

    fn access(&self, access: Access) -> String {
        match access {
            Access::Client => format!("in {}", self.book.client),
            Access::Portal => "through a portal or another application".to_owned(),
            Access::Pooled => "through an automated connection".to_owned(),
            Access::Rekey => "by way of somebody who types it in".to_owned(),
            Access::WebForm => "on a web form that shows no data".to_owned(),
        }
    }

    fn from(&self, from: Option<&From>) -> Option<String> {
        match from {
            Some(From::Devices(id)) => {
                Some(format!(", from {}", self.holder(&HolderRef::Devices(id.clone()))))
            }
            Some(From::Own(count)) if *count > 1 => {
                Some(format!(", from {count} devices of their own"))
            }
            _ => None,
        }
    }
}

/// The name of people of a relationship.
const fn relationship(relationship: Relationship, count: u32) -> &'static str {
    let one = count == 1;
    match relationship {
        Relationship::Employee => {
            if one {
                "employee"
            } else {
                "employees"
            }
        }
        Relationship::AffiliateEmployee => {
            if one {
                "employee of an affiliate"
            } else {
                "employees of an affiliate"
            }
        }
        Relationship::OnsiteContractor => {
            if one {
                "contractor onsite"
            } else {
                "contractors onsite"
            }
        }
        Relationship::Contractor => {
            if one {
                "contractor"
            } else {
                "contractors"
            }
        }
        Relationship::OffsiteVendor => {
            if one {
                "vendor off the premises"
            } else {
                "vendors off the premises"
            }
        }
        Relationship::Outsourcer => {
            if one {
                "outsourcer"
            } else {
                "outsourcers"
            }
        }
        Relationship::Customer => {
            if one {
                "customer"
            } else {
                "customers"
            }
        }
        Relationship::Partner => {
            if one {
                "partner or supplier"
            } else {
                "partners or suppliers"
            }
        }
        Relationship::HostedCustomer => {
            if one {
                "customer of a hosted service"
            } else {
                "customers of a hosted service"
            }
        }
        Relationship::Parent => {
            if one {
                "parent of pupils"
            } else {
                "parents of pupils"
            }
        }
        Relationship::Anonymous => {
            if one {
                "unknown visitor"
            } else {
                "unknown visitors"
            }
        }
    }
}
