//! Roles: a name, a phrase, and the activities that they stand for.

use super::fault::{Fault, Locator};
use super::names::Names;
use super::raw::Text;
use crate::{Family, Role};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRoles {
    role: Vec<RawRole>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRole {
    id: Text,
    family: Text,
    name: String,
    phrase: String,
    activities: Vec<Text>,
}

/// Resolves every role, or says what is wrong with them.
pub(super) fn resolve(raw: &RawRoles, locate: &Locator<'_>) -> Result<Vec<Role>, Vec<Fault>> {
    let mut common = Names::of_clauses(&[], Family::Crm, locate);
    common.unique(raw.role.iter().map(|role| &role.id), "role");
    let mut faults = common.faults;
    let mut roles: Vec<Role> = Vec::new();
    for raw in &raw.role {
        let mut names = Names::of_clauses(&[], Family::Crm, locate);
        if let Some(family) = names.word(&raw.family, Family::from_id, Family::ALL, Family::id) {
            names = Names::of_clauses(&[], family, locate);
            let activities = names.activities(&raw.activities);
            let same = |role: &&Role| role.family == family && role.activities == activities;
            if let Some(known) = roles.iter().find(same) {
                let message =
                    format!("`{}` stands for the same as `{}`", raw.id.get_ref(), known.id);
                names.fault(&raw.id, message, "give it other activities, or take one of them away");
            }
            if activities.is_empty() {
                names.fault(
                    &raw.id,
                    "the role stands for no activity",
                    "name what these people do",
                );
            }
            roles.push(Role {
                id: raw.id.get_ref().clone(),
                family,
                name: raw.name.clone(),
                phrase: raw.phrase.clone(),
                activities,
            });
        }
        faults.append(&mut names.faults);
    }
    if faults.is_empty() { Ok(roles) } else { Err(faults) }
}
