//! The table of service plans: a line a plan, its name and then its GUIDs.

use crate::compile::fault::{Fault, Locator};
use crate::compile::names::Names;
use crate::compile::raw::{Source, Text};
use crate::compile::resolve;
use crate::{Family, Guid, ServicePlan, ServicePlans};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct RawPlans {
    #[serde(default)]
    source: Vec<Source>,
    plans: Vec<Text>,
    #[serde(default)]
    others: Vec<String>,
}

/// Reads every line, or says which could not be.
pub(in crate::compile) fn service_plans(
    raw: &RawPlans,
    locate: &Locator<'_>,
) -> Result<ServicePlans, Vec<Fault>> {
    let mut names = Names::of_clauses(&[], Family::Crm, locate);
    let sources = resolve::sources(&raw.source, &mut names);
    let plans: Vec<ServicePlan> =
        raw.plans.iter().filter_map(|line| plan(line, &mut names)).collect();
    let mut seen = BTreeMap::new();
    for (plan, line) in plans.iter().zip(&raw.plans) {
        let ids = std::iter::once(plan.id.to_ascii_uppercase());
        for key in ids.chain(plan.guids.iter().map(|guid| format!("{guid:?}"))) {
            if let Some(first_plan) = seen.insert(key, &plan.id) {
                let message =
                    format!("the service plan `{}` is there already, as `{first_plan}`", plan.id);
                names.fault(
                    line,
                    message,
                    "keep one line a plan; names and GUIDs are compared without case",
                );
            }
        }
    }
    if names.faults.is_empty() {
        Ok(ServicePlans { sources, plans, others: raw.others.clone() })
    } else {
        Err(names.faults)
    }
}

/// The GUIDs stand behind the name, which may have blanks in it (`DYN365_ ENTERPRISE
/// _RELATIONSHIP_SALES`).
fn plan(line: &Text, names: &mut Names<'_>) -> Option<ServicePlan> {
    let mut name = line.get_ref().trim();
    let mut guids = Vec::new();
    while let Some((front, guid)) =
        name.rsplit_once(' ').and_then(|(front, last)| Some((front, Guid::parse(last)?)))
    {
        guids.insert(0, guid);
        name = front.trim_end();
    }
    // No name has a hyphen: what looks like one is a GUID that could not be read.
    let sound = !name.is_empty() && !name.contains('-');
    if !sound {
        names.fault(
            line,
            format!("`{}` does not read as a service plan", line.get_ref()),
            "write its name and then its GUIDs, with blanks between them",
        );
    }
    sound.then(|| ServicePlan { id: name.to_owned(), guids })
}
