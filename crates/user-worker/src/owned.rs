//! Owned licences against needed ones, by the groups of Microsoft's own texts.

use crate::people::PeopleCount;
use crate::population::Population;
use crate::tables::{microsoft, tables};
use seatwise_core::rulebook::{GroupId, PlanStatus, ProductId, RoleCategory};
use seatwise_core::user_analysis::{Assignment, PlanRef, User};
use seatwise_user_report::{OwnedRow, UserClass};
use std::collections::BTreeMap;

/// The groups that are licences, of which something is owned or held, and the products that are
/// owned and not known; nothing where no file says what is owned.
pub fn rows(population: &Population, people: &PeopleCount) -> (Vec<OwnedRow>, Vec<String>) {
    let unknown = population.owned_unknown.clone();
    let Some(classifier) = tables().analyses.get(microsoft()) else { return (Vec::new(), unknown) };
    if population.owned.is_empty() && unknown.is_empty() {
        return (Vec::new(), unknown);
    }
    let mut owned: BTreeMap<GroupId, u64> = BTreeMap::new();
    for (&product, &quantity) in &population.owned {
        if let Some(group) = group_of(product) {
            *owned.entry(group).or_default() += quantity;
        }
    }
    let is_licence = |id| {
        let chart = &classifier.analysis().chart;
        let row = chart.iter().find(|row| row.covers(Some(id), RoleCategory::Ordinary));
        row.is_some_and(|row| matches!(row.class, UserClass::Full | UserClass::TeamMember))
    };
    let groups = classifier.analysis().group_ids().filter(|&(id, _)| is_licence(id));
    let rows = groups.filter_map(|(id, group)| {
        let (held, needed) = people.held(id);
        let owned = owned.get(&id).copied().unwrap_or_default();
        (owned + held > 0).then(|| OwnedRow { name: group.name.clone(), owned, held, needed })
    });
    (rows.collect(), unknown)
}

/// The group that a product's licence is of: that of a user who holds it and nothing else.
fn group_of(product: ProductId) -> Option<GroupId> {
    let tables = tables();
    let plans: Vec<Assignment> = tables
        .table
        .product(product)?
        .plans
        .iter()
        .map(|&plan| Assignment { plan: PlanRef::Listed(plan), status: PlanStatus::Enabled })
        .collect();
    let user = User { plans: &plans, roles: RoleCategory::Ordinary, ..User::default() };
    tables.analyses.get(microsoft())?.classify(&user).group
}
