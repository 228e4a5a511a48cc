//! Activities of people: one shared taxonomy for all products.

use crate::vocabulary::vocabulary;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

vocabulary! {
    /// A family of products that share a taxonomy of activities.
    Family {
        /// Dynamics CRM and Dynamics 365.
        Crm = "crm",
        /// Windows Server, Exchange, SharePoint, Office Communications Server.
        Server = "server",
    }
}

/// One thing that people do with a product: an index into the taxonomy.
///
/// The order of the taxonomy is written into scenario links; activities are appended, never moved.
/// Formats for people (JSON) write the identifier, compact ones the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Activity(u8);

/// The identifier, families and words of an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActivityInfo {
    /// The stable identifier.
    pub id: &'static str,
    /// The families that have it.
    pub families: &'static [Family],
    /// Verb phrase to be read after "to": `update cases`.
    pub phrase: &'static str,
}

impl Activity {
    /// Every activity of every family.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..TAXONOMY.len()).filter_map(|index| u8::try_from(index).ok()).map(Self)
    }

    /// The activities of one family.
    pub fn of(family: Family) -> impl Iterator<Item = Self> {
        Self::all().filter(move |activity| activity.info().families.contains(&family))
    }

    /// The activity with this identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|activity| activity.id() == id)
    }

    /// The activity at this place of the taxonomy.
    #[must_use]
    pub fn from_index(index: u8) -> Option<Self> {
        TAXONOMY.get(usize::from(index)).map(|_| Self(index))
    }

    /// The place in the taxonomy.
    #[must_use]
    pub const fn index(self) -> u8 {
        self.0
    }

    /// The stable identifier.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.info().id
    }

    /// Identifier, families and words.
    #[must_use]
    pub fn info(self) -> &'static ActivityInfo {
        TAXONOMY.get(usize::from(self.0)).unwrap_or(&UNLISTED)
    }
}

impl Serialize for Activity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(self.id())
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Activity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let id = String::deserialize(deserializer)?;
            Self::from_id(&id)
                .ok_or_else(|| de::Error::custom(format_args!("there is no activity `{id}`")))
        } else {
            let index = u8::deserialize(deserializer)?;
            Self::from_index(index).ok_or_else(|| de::Error::custom("there is no such activity"))
        }
    }
}

/// Stands in for an index that no constructor makes.
static UNLISTED: ActivityInfo =
    ActivityInfo { id: "unlisted", families: &[], phrase: "do something unlisted" };

const CRM: &[Family] = &[Family::Crm];
const SERVER: &[Family] = &[Family::Server];
const BOTH: &[Family] = &[Family::Crm, Family::Server];

const fn activity(
    id: &'static str,
    families: &'static [Family],
    phrase: &'static str,
) -> ActivityInfo {
    ActivityInfo { id, families, phrase }
}

static TAXONOMY: &[ActivityInfo] = &[
    activity("records.read", CRM, "read records"),
    activity("reports.run", CRM, "run reports and dashboards"),
    activity("account.write", CRM, "write accounts"),
    activity("contact.write", CRM, "write contacts"),
    activity("lead.write", CRM, "write leads"),
    activity("case.write", CRM, "work on cases"),
    activity("activity.write", CRM, "write activities and notes"),
    activity("custom.write", CRM, "use custom entities"),
    activity("opportunity.write", CRM, "work on opportunities"),
    activity("quote.write", CRM, "write quotes and orders"),
    activity("catalogue.manage", CRM, "manage products and price lists"),
    activity("salesgroup.manage", CRM, "manage sales groups"),
    activity("campaign.write", CRM, "run campaigns"),
    activity("case.own", CRM, "submit and follow their own cases"),
    activity("sla.manage", CRM, "manage SLAs and entitlements"),
    activity("servicehub.use", CRM, "use the Interactive Service Hub"),
    activity("knowledge.write", CRM, "write knowledge articles"),
    activity("goal.write", CRM, "set goals"),
    activity("workorder.write", CRM, "work on work orders"),
    activity("schedule.dispatch", CRM, "schedule and dispatch"),
    activity("inventory.manage", CRM, "manage repairs, returns and inventory"),
    activity("time.record", CRM, "record their time"),
    activity("expense.record", CRM, "record their expenses"),
    activity("personal.manage", CRM, "keep their personal data"),
    activity("approve", CRM, "approve time, expenses and invoices"),
    activity("requisition.create", CRM, "create requisitions"),
    activity("records.share-own", CRM, "assign, share and delete their own records"),
    activity("records.share", CRM, "assign, share and delete what others made"),
    activity("report.author", CRM, "write reports"),
    activity("customise", CRM, "customise the product"),
    activity("administer", BOTH, "administer the servers"),
    activity("server.use", SERVER, "use the standard functions"),
    activity("server.enterprise", SERVER, "use the enterprise functions"),
    activity("time.record-others", CRM, "record the time of others"),
    activity("expense.record-others", CRM, "record the expenses of others"),
    activity("personal.manage-others", CRM, "keep the personal data of others"),
    activity("hr.manage-reports", CRM, "keep HR records of their direct employees"),
    activity(
        "operations.light",
        CRM,
        "edit quality control, service orders and budgets of their department",
    ),
    activity("workorder.own", CRM, "raise work orders for themselves"),
    activity("server.sessions", SERVER, "work in Terminal Services sessions"),
    activity("server.rights", SERVER, "use content under Rights Management"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_unique_and_fit_a_right() {
        let mut ids: Vec<_> = Activity::all().map(Activity::id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), TAXONOMY.len());
        assert!(TAXONOMY.len() <= 64, "a right has six bits for its activity");
    }

    #[test]
    fn places_in_links_never_move() {
        for (index, id) in [
            (0, "records.read"),
            (13, "case.own"),
            (30, "administer"),
            (32, "server.enterprise"),
            (40, "server.rights"),
        ] {
            assert_eq!(Activity::from_index(index).map(Activity::id), Some(id));
        }
    }
}
