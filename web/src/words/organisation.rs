//! Words about people, devices and servers.

use crate::numerals::Figure;
use crate::session::Kind;
use seatwise_core::rulebook::{Audience, Relationship};

/// Who people are to the organisation.
pub const fn relationship(relationship: Relationship) -> &'static str {
    match relationship {
        Relationship::Employee => "employees",
        Relationship::AffiliateEmployee => "employees of an affiliate",
        Relationship::OnsiteContractor => "onsite contractors",
        Relationship::Contractor => "contractors",
        Relationship::OffsiteVendor => "offsite vendor staff",
        Relationship::Outsourcer => "outsourced business process staff",
        Relationship::Customer => "customers",
        Relationship::Partner => "suppliers or partners",
        Relationship::HostedCustomer => "hosted-service customers",
        Relationship::Anonymous => "anonymous visitors",
        Relationship::Parent => "parents of students",
    }
}

/// On which side of the licence terms somebody stands.
pub const fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Internal => "internal",
        Audience::External => "external",
        Audience::Outside => "outside the terms",
        Audience::Unknown => "not known yet",
    }
}

/// A relationship with the side that it stands on.
pub fn standing(found: Relationship, side: Option<Audience>) -> String {
    side.map_or_else(
        || relationship(found).to_owned(),
        |side| format!("{} · {}", relationship(found), audience(side)),
    )
}

/// What a group without a name is called.
pub fn unnamed(kind: Kind, place: usize) -> String {
    let number = place.saturating_add(1);
    match kind {
        Kind::People => format!("Group {number}"),
        Kind::Devices => format!("Devices {number}"),
        Kind::Servers => format!("Server {number}"),
    }
}

/// The name of the field for a count.
pub fn count_of(name: &str) -> String {
    format!("Count of {name}")
}

/// What a field takes, and what holds while it holds something else.
pub fn unreadable(figure: Figure, written: &str) -> String {
    let what = match figure {
        Figure::Count => "A whole number from 0 to 100,000,000.",
        Figure::Price => "A price, such as 1,234.50.",
        Figure::Percent => "A percentage from 0 to 100.",
    };
    if written.is_empty() {
        what.to_owned()
    } else {
        format!("{what} Until then {written} counts.")
    }
}

/// The name of the field for the name of a group.
pub fn name_of(kind: Kind, place: usize) -> String {
    format!("Name of {}", unnamed(kind, place).to_lowercase())
}

/// The name of the list of relationships.
pub fn who_are(name: &str) -> String {
    format!("Who {name} are")
}

/// The name of the list of versions, or of editions.
pub fn software_of(version: bool, name: &str) -> String {
    let what = if version { "Version" } else { "Edition" };
    format!("{what} of {name}")
}

/// The name of the button that takes something away.
pub fn remove(name: &str) -> String {
    format!("Remove {name}")
}

/// What is said of shared devices.
pub const SHARED: &str = "shared devices";
/// What is said of servers where the rulebook knows one edition.
pub const PHYSICAL: &str = "physical servers";
/// The edition of a server that nobody said more about.
pub const USUAL_EDITION: &str = "the usual edition";
/// Where no use speaks of a group.
pub const IDLE: &str = "no use yet";
/// What to do about it.
pub const SAY_WHAT: &str = "State what they use";

/// Heading of the people.
pub const PEOPLE: &str = "People";
/// Heading of the uses.
pub const USES: &str = "Who uses what";
/// Heading of devices and servers.
pub const DEVICES_AND_SERVERS: &str = "Devices and servers";
/// Heading of what is owned.
pub const OWNED: &str = "Already owned";
/// Adds a people group.
pub const ADD_GROUP: &str = "Add group";
/// Adds a use.
pub const ADD_USE: &str = "Add use";
/// Adds devices.
pub const ADD_DEVICES: &str = "Add devices";
/// Adds servers.
pub const ADD_SERVERS: &str = "Add servers";
/// Adds an owned lot.
pub const ADD_OWNED: &str = "Add licences";
/// Where there are no people.
pub const NO_PEOPLE: &str = "Start with a group of people: a name, how many, who they are.";
/// Where there are no uses.
pub const NO_USES: &str = "Nobody uses anything yet. Licences follow from what people do.";
/// Where there are no devices and servers.
pub const NO_DEVICES_OR_SERVERS: &str =
    "Devices that several people share, and the servers they reach.";
/// Where nothing is owned.
pub const NO_OWNED: &str = "Owned licences are deducted from the bill where they apply.";
/// A licence of another rulebook.
pub fn of_book(licence: &str, book: &str) -> String {
    format!("{licence} ({book})")
}

/// Where it is not said through which programme licences were bought.
pub const NO_PROGRAMME: &str = "Programme not stated";

/// The programme of an owned lot.
pub fn programme_of(licence: &str) -> String {
    format!("Programme of {licence}")
}

/// The tick of an owned lot.
pub const ASSURANCE: &str = "Software Assurance";
