//! Words about people, devices and servers.

use super::Words;
use crate::numerals::{Figure, MOST};
use crate::session::{Kind, Software};
use seatwise_core::rulebook::{Audience, Relationship};

impl Words {
    /// The relationship of people to the organisation.
    pub fn relationship(self, relationship: Relationship) -> &'static str {
        match relationship {
            Relationship::Employee => self.employees(),
            Relationship::AffiliateEmployee => self.affiliate_employees(),
            Relationship::OnsiteContractor => self.onsite_contractors(),
            Relationship::Contractor => self.contractors(),
            Relationship::OffsiteVendor => self.offsite_vendors(),
            Relationship::Outsourcer => self.outsourcers(),
            Relationship::Customer => self.customers(),
            Relationship::Partner => self.partners(),
            Relationship::HostedCustomer => self.hosted_customers(),
            Relationship::Anonymous => self.anonymous(),
            Relationship::Parent => self.parents(),
        }
    }

    /// On which side of the licence terms somebody stands.
    pub fn audience(self, audience: Audience) -> &'static str {
        match audience {
            Audience::Internal => self.audience_internal(),
            Audience::External => self.audience_external(),
            Audience::Outside => self.audience_outside(),
            Audience::Unknown => self.audience_unknown(),
        }
    }

    /// A relationship with the side that it stands on.
    pub fn standing(self, relationship: Relationship, side: Option<Audience>) -> String {
        side.map_or_else(
            || self.relationship(relationship).to_owned(),
            |side| format!("{} · {}", self.relationship(relationship), self.audience(side)),
        )
    }

    /// The name of a group without one.
    pub fn unnamed(self, kind: Kind, place: usize) -> String {
        match kind {
            Kind::People => self.unnamed_people(number(place)),
            Kind::Devices => self.unnamed_devices(number(place)),
            Kind::Servers => self.unnamed_servers(number(place)),
        }
    }

    /// The name of the field for the name of a group.
    pub fn name_of(self, kind: Kind, place: usize) -> String {
        match kind {
            Kind::People => self.name_of_people(number(place)),
            Kind::Devices => self.name_of_devices(number(place)),
            Kind::Servers => self.name_of_servers(number(place)),
        }
    }

    /// The figures that a field takes, and what holds while it holds something else.
    pub fn unreadable(self, figure: Figure, written: &str) -> String {
        let wanted = match figure {
            Figure::Count => self.count_wanted(MOST.into()),
            Figure::Price => self.price_wanted(&self.numerals.hundredths(123_450, "")),
            Figure::Percent => self.percent_wanted().to_owned(),
            Figure::Growth => self.growth_wanted().to_owned(),
        };
        if written.is_empty() { wanted } else { self.until_then(&wanted, written) }
    }

    /// The name of the list of versions, or of editions.
    pub fn software_of(self, what: Software, name: &str) -> String {
        match what {
            Software::Version => self.version_of(name),
            Software::Edition => self.edition_of(name),
        }
    }
}

/// Counted from 1.
fn number(place: usize) -> u64 {
    u64::try_from(place.saturating_add(1)).unwrap_or(u64::MAX)
}
