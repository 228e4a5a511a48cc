//! Users by the licence that they hold, as Microsoft's own texts name it: for what is owned, and
//! for groups of the organisation.

use crate::sink::Findings;
use crate::tables::{microsoft, tables};
use seatwise_core::rulebook::{AccessMode, AccountState, GroupId, RoleCategory};
use seatwise_core::user_analysis::Decided;
use seatwise_exports::Person;
use seatwise_user_report::{PeopleOffer, UserClass};
use std::collections::BTreeMap;

/// Activities that people with a licence of a group ordinarily do, by the group's identifier: a
/// proposal, which the visitor changes like any other use.
const ORDINARY: [(&str, &[&str]); 9] = [
    ("engagement", &["opportunity.write", "case.write"]),
    ("sales", &["opportunity.write"]),
    ("service", &["case.write"]),
    ("field-service", &["workorder.write"]),
    ("project", &["time.record", "expense.record"]),
    ("sales-pro", &["lead.write", "quote.write"]),
    ("service-pro", &["case.write"]),
    ("other", &["opportunity.write"]),
    ("team", &["records.read", "activity.write"]),
];

/// Users by the licence that they hold.
#[derive(Clone, Debug, Default)]
pub struct PeopleCount {
    counts: BTreeMap<(UserClass, Option<GroupId>), u64>,
    /// By group: who holds its licence, and who of them can sign in and has a role.
    held: BTreeMap<GroupId, (u64, u64)>,
}

impl PeopleCount {
    /// Counts one more.
    pub fn add(&mut self, person: &Person, findings: &Findings) {
        let place = microsoft();
        let Some(finding) = findings.get(place) else { return };
        let stopped = matches!(finding.decided, Decided::Account(_) | Decided::Mode(_));
        let group = if stopped {
            // The licence of somebody who cannot sign in is held all the same.
            let mut user = person.user(place);
            (user.account, user.mode) = (AccountState::Enabled, AccessMode::ReadWrite);
            tables().analyses.get(place).and_then(|classifier| classifier.classify(&user).group)
        } else {
            finding.group
        };
        if !stopped {
            *self.counts.entry((finding.class, finding.group)).or_default() += 1;
        }
        if let Some(group) = group {
            let (held, used) = self.held.entry(group).or_default();
            *held += 1;
            *used += u64::from(!stopped && person.roles != Some(RoleCategory::None));
        }
    }

    /// Numbers of people who hold a licence of a group, and of those who use it.
    pub fn held(&self, group: GroupId) -> (u64, u64) {
        self.held.get(&group).copied().unwrap_or_default()
    }

    /// The groups that the count comes to: whoever needs a licence.
    pub fn offers(&self) -> Vec<PeopleOffer> {
        let analysis = tables().analyses.get(microsoft()).map(|classifier| classifier.analysis());
        let needs = |class| {
            matches!(class, UserClass::Full | UserClass::TeamMember | UserClass::Unlicensed)
        };
        let mut offers: BTreeMap<(UserClass, Option<GroupId>), u64> = BTreeMap::new();
        for (&(class, group), users) in self.counts.iter().filter(|((class, _), _)| needs(*class)) {
            // A plan that is no licence names no group of people.
            let group = group.filter(|_| class != UserClass::Unlicensed);
            *offers.entry((class, group)).or_default() += users;
        }
        let offer = |((class, group), users): ((UserClass, Option<GroupId>), u64)| {
            let group = group.and_then(|group| analysis?.group(group));
            let id = group.map_or("", |group| group.id.as_str());
            let ordinary = ORDINARY.iter().find(|(known, _)| *known == id);
            let activities = ordinary.map_or(&["records.read"][..], |(_, activities)| activities);
            PeopleOffer {
                class,
                licence: group.map(|group| group.name.clone()).unwrap_or_default(),
                users,
                activities: activities.iter().map(|&id| id.to_owned()).collect(),
            }
        };
        offers.into_iter().map(offer).collect()
    }
}
