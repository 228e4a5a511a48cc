//! A second way to classify a user, as naive and readable as can be: what the engine is held to.

use seatwise_core::rulebook::{
    AccessMode, AccountState, Analysis, Gate, GroupId, PlanGroup, PlanId, PlanStatus,
    RestrictedTables, RoleCategory, UserClass,
};
use seatwise_core::user_analysis::{Assignment, PlanRef};

/// A user in full.
#[derive(Clone, Debug)]
pub struct Person {
    /// Plans and their states.
    pub plans: Vec<Assignment>,
    /// What the roles amount to.
    pub roles: RoleCategory,
    /// Tables that the roles write.
    pub writes: Vec<String>,
    /// How the user comes in.
    pub mode: AccessMode,
    /// Whether the user can sign in.
    pub account: AccountState,
}

/// What an analysis makes of somebody, and the name of the rule that decides.
#[must_use]
pub fn naively<'a>(analysis: &'a Analysis, person: &Person) -> (UserClass, &'a str) {
    let account = gate(&analysis.accounts, person.account);
    if !account.counts {
        return (UserClass::None, &account.id);
    }
    let mode = gate(&analysis.modes, person.mode);
    if !mode.counts {
        return (UserClass::None, &mode.id);
    }
    let unread = person.plans.iter().any(|plan| plan.plan == PlanRef::Unread);
    let known = decide(analysis, person, &held(analysis, person));
    // A plan that could not be read may be any: would one let another rule decide, or make up for
    // what is lacking?
    let any = |plan| decide(analysis, person, &with(analysis, person, plan)).0 != known.0;
    let overturned = known.0 == UserClass::Unlicensed
        || analysis.groups.iter().flat_map(|group| &group.plans).any(any);
    if unread && overturned && known.0 != UserClass::Unknown {
        (UserClass::Unknown, "unread")
    } else {
        known
    }
}

fn gate<W: PartialEq>(gates: &[Gate<W>], word: W) -> &Gate<W> {
    gates.iter().find(|gate| gate.words.contains(&word)).expect("every word has a gate")
}

fn group_of(analysis: &Analysis, plan: PlanId) -> Option<&PlanGroup> {
    analysis.groups.iter().find(|group| group.plans.contains(&plan))
}

fn plans(analysis: &Analysis, person: &Person) -> Vec<PlanId> {
    let holds = |status: PlanStatus| gate(&analysis.statuses, status).counts;
    let held =
        person.plans.iter().filter(|plan| holds(plan.status)).filter_map(|one| match one.plan {
            PlanRef::Listed(plan) => Some(plan),
            _ => None,
        });
    held.filter(|&plan| group_of(analysis, plan).is_some()).collect()
}

fn held<'a>(analysis: &'a Analysis, person: &Person) -> Vec<&'a PlanGroup> {
    groups(analysis, &plans(analysis, person))
}

fn with<'a>(analysis: &'a Analysis, person: &Person, plan: &PlanId) -> Vec<&'a PlanGroup> {
    let mut plans = plans(analysis, person);
    plans.push(*plan);
    groups(analysis, &plans)
}

/// The groups of the plans, without those that a plan of another group brought along.
fn groups<'a>(analysis: &'a Analysis, plans: &[PlanId]) -> Vec<&'a PlanGroup> {
    let brought = |plan: &PlanId| {
        plans
            .iter()
            .filter_map(|&other| group_of(analysis, other)?.brings.as_ref())
            .any(|brings| brings.plans.contains(plan))
    };
    plans
        .iter()
        .filter(|plan| !brought(plan))
        .filter_map(|&plan| group_of(analysis, plan))
        .collect()
}

fn decide<'a>(
    analysis: &'a Analysis,
    person: &Person,
    held: &[&PlanGroup],
) -> (UserClass, &'a str) {
    let place =
        |group: &PlanGroup| analysis.groups.iter().position(|one| one.id == group.id).unwrap();
    let ids: Vec<GroupId> =
        held.iter().map(|group| GroupId(u8::try_from(place(group)).unwrap())).collect();
    let first = analysis.precedence.order.iter().find(|id| ids.contains(id)).copied();
    let row = analysis
        .chart
        .iter()
        .find(|row| row.covers(first, person.roles))
        .expect("every cell has a row");
    if row.class == UserClass::Unlicensed {
        return (row.class, &row.id);
    }
    let among = |groups: &[GroupId]| groups.iter().any(|id| ids.contains(id));
    let written =
        |one: &&RestrictedTables| one.tables.iter().any(|table| person.writes.contains(table));
    let barred: Vec<_> =
        analysis.tables.iter().filter(written).filter(|table| !among(&table.groups)).collect();
    let lacking = barred
        .iter()
        .find(|one| !among(&one.partly))
        .map(|one| (UserClass::Unlicensed, one.id.as_str()));
    let doubtful = barred.first().map(|one| (UserClass::Unknown, one.id.as_str()));
    lacking.or(doubtful).unwrap_or((row.class, &row.id))
}
