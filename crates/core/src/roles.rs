//! The roles that ship with Seatwise: ways to choose what people do.

use crate::ordinary::ordinary_use;
use seatwise_rulebook::{Activity, Family, Relationship, Role, Rulebook, VerdictKind};
use std::sync::LazyLock;

static ROLE_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/roles.bin"));

// The build wrote the bytes of these very types; a test reads them.
static ROLES: LazyLock<Vec<Role>> =
    LazyLock::new(|| postcard::from_bytes(ROLE_BYTES).unwrap_or_default());

/// The roles of a family of products, in the order of their file.
pub fn of(family: Family) -> impl Iterator<Item = &'static Role> {
    ROLES.iter().filter(move |role| role.family == family)
}

/// The roles of a rulebook's family that its product has: for none of its own people is any of
/// their activities impossible there.
pub fn under(book: &Rulebook) -> impl Iterator<Item = &'static Role> {
    let access = ordinary_use(book, Relationship::Employee).access;
    let possible = move |activity: &Activity| {
        let rule = book.rule(Relationship::Employee, access, *activity);
        rule.is_some_and(|(_, rule)| rule.outcome.kind() != VerdictKind::Impossible)
    };
    of(book.family).filter(move |role| role.activities.iter().all(possible))
}

/// Roles that are wholly among some activities, without those that are part of another role, and
/// the activities that no role stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// The roles, in the order of their file.
    pub roles: Vec<&'static Role>,
    /// The other activities, in their order.
    pub remaining: Vec<Activity>,
}

/// Returns the roles that these activities amount to in a family of products.
#[must_use]
pub fn amount(family: Family, activities: &[Activity]) -> Amount {
    let within: Vec<&'static Role> = of(family).filter(|role| role.is_within(activities)).collect();
    let part_of_another = |role: &Role| {
        within.iter().any(|wider| wider.id != role.id && role.is_within(&wider.activities))
    };
    let roles: Vec<&'static Role> =
        within.iter().copied().filter(|role| !part_of_another(role)).collect();
    let stood_for =
        |activity: &Activity| roles.iter().any(|role| role.activities.contains(activity));
    let remaining = activities.iter().copied().filter(|activity| !stood_for(activity)).collect();
    Amount { roles, remaining }
}

/// The activities with those of a role added.
#[must_use]
pub fn with(activities: &[Activity], role: &Role) -> Vec<Activity> {
    let mut sum: Vec<Activity> = activities.iter().chain(&role.activities).copied().collect();
    sum.sort_unstable();
    sum.dedup();
    sum
}

/// The activities without what only this role stands for among the roles that they amount to.
#[must_use]
pub fn without(family: Family, activities: &[Activity], role: &Role) -> Vec<Activity> {
    let roles = amount(family, activities).roles;
    let elsewhere = |activity: &Activity| {
        let mut remaining = roles.iter().filter(|known| known.id != role.id);
        remaining.any(|known| known.activities.contains(activity))
    };
    let is_dropped =
        |activity: &Activity| role.activities.contains(activity) && !elsewhere(activity);
    activities.iter().copied().filter(|activity| !is_dropped(activity)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(id: &str) -> &'static Role {
        Family::ALL.iter().flat_map(|&family| of(family)).find(|role| role.id == id).unwrap()
    }

    fn ids(amount: &Amount) -> Vec<&str> {
        amount.roles.iter().map(|role| role.id.as_str()).collect()
    }

    #[test]
    fn roles_come_and_go_without_taking_what_another_stands_for() {
        let (seller, case_worker) = (named("seller"), named("case-worker"));
        let sells = with(&[], seller);
        assert_eq!(ids(&amount(Family::Crm, &sells)), ["seller"], "a reader is part of a seller");
        let both = with(&sells, case_worker);
        assert_eq!(ids(&amount(Family::Crm, &both)), ["seller", "case-worker"]);
        assert!(amount(Family::Crm, &both).remaining.is_empty());
        assert_eq!(without(Family::Crm, &both, case_worker), sells);
        assert_eq!(without(Family::Crm, &sells, seller), []);
    }

    #[test]
    fn what_no_role_stands_for_is_told_apart() {
        let campaign = Activity::from_id("goal.write").unwrap();
        let mut does = with(&[], named("case-worker"));
        does.push(campaign);
        does.sort_unstable();
        let worker = amount(Family::Crm, &does);
        assert_eq!(
            (ids(&worker), &*worker.remaining),
            (vec!["case-worker"], [campaign].as_slice())
        );
    }

    #[test]
    fn every_family_has_roles_for_its_ordinary_use() {
        for &family in Family::ALL {
            assert!(of(family).count() >= 4, "{family:?}");
            for &access in seatwise_rulebook::Access::ALL {
                let ordinary = crate::ordinary::ordinary_activities(family, access);
                let Amount { roles, remaining } = amount(family, &ordinary);
                assert!(remaining.is_empty() && roles.len() == 1, "{family:?} {access:?}");
            }
        }
    }
}
