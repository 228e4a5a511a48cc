//! Names become places: from the file's shape to an [`Analysis`].

use super::raw::{self, RawAnalysis};
use crate::compile::fault::{Fault, Locator};
use crate::compile::names::Names;
use crate::compile::raw::Text;
use crate::compile::resolve;
use crate::{
    AccessMode, AccountState, Analysis, Brings, ChartRow, Family, Gate, GroupId, PlanGroup, PlanId,
    PlanStatus, Precedence, RestrictedTables, RoleCategory, ServicePlans, UserClass,
};

/// Name that a row has for the users without a plan of any group.
const NO_PLAN: &str = "no-plan";

/// Resolves every name of an analysis, or says which could not be.
pub(super) fn analysis(
    raw: &RawAnalysis,
    plans: &ServicePlans,
    locate: &Locator<'_>,
) -> Result<Analysis, Vec<Fault>> {
    // An analysis names no activity; the family is there for rulebooks.
    let mut names = Names::of_clauses(&raw.clause, Family::Crm, locate);
    let known = Known { raw, plans };
    let analysis = Analysis {
        id: raw.id.get_ref().clone(),
        edition: raw.edition.clone(),
        name: raw.name.clone(),
        about: raw.about.get_ref().clone(),
        sources: resolve::sources(&raw.source, &mut names),
        clauses: resolve::clauses(&raw.clause, &raw.source, &raw.reviewed, &mut names),
        accounts: gates(
            &raw.account,
            &mut names,
            AccountState::from_id,
            AccountState::ALL,
            AccountState::id,
        ),
        modes: gates(&raw.mode, &mut names, AccessMode::from_id, AccessMode::ALL, AccessMode::id),
        statuses: gates(
            &raw.status,
            &mut names,
            PlanStatus::from_id,
            PlanStatus::ALL,
            PlanStatus::id,
        ),
        groups: raw.group.iter().map(|group| known.resolve_group(group, &mut names)).collect(),
        precedence: Precedence {
            order: known.groups(&raw.precedence.order, &mut names),
            says: raw.precedence.says.get_ref().clone(),
            clauses: names.clauses(&raw.precedence.clauses, &raw.precedence.says),
        },
        chart: raw.row.iter().filter_map(|row| known.row(row, &mut names)).collect(),
        tables: raw.table.iter().map(|table| known.table(table, &mut names)).collect(),
    };
    unique(raw, &mut names);
    if names.faults.is_empty() { Ok(analysis) } else { Err(names.faults) }
}

/// Whatever a reason may name has a name of its own.
fn unique(raw: &RawAnalysis, names: &mut Names<'_>) {
    let gates = raw.account.iter().chain(&raw.mode).chain(&raw.status).map(|gate| &gate.id);
    let brings =
        raw.group.iter().filter_map(|group| group.brings.as_ref()).map(|brings| &brings.id);
    let groups = raw.group.iter().map(|group| &group.id).chain(brings);
    let rows = raw.row.iter().map(|row| &row.id).chain(raw.table.iter().map(|table| &table.id));
    names.unique(gates.chain(groups).chain(rows), "rule");
    names.unique(raw.source.iter().map(|source| &source.id), "source");
    names.unique(raw.table.iter().flat_map(|table| &table.tables), "table");
    names.unique(raw.precedence.order.iter(), "group");
}

fn gates<W: Copy>(
    raw: &[raw::Gate],
    names: &mut Names<'_>,
    parse: fn(&str) -> Option<W>,
    words: &[W],
    id: fn(W) -> &'static str,
) -> Vec<Gate<W>> {
    raw.iter()
        .map(|gate| Gate {
            id: gate.id.get_ref().clone(),
            words: names.words(&gate.words, parse, words, id),
            counts: gate.counts,
            limit: gate.limit,
            says: gate.says.as_ref().map(|says| says.get_ref().clone()).unwrap_or_default(),
            // What counts as a matter of course needs no clause.
            clauses: if gate.counts && gate.says.is_none() && gate.clauses.is_empty() {
                Vec::new()
            } else {
                names.clauses(&gate.clauses, &gate.id)
            },
        })
        .collect()
}

/// Names of groups and plans, with what they stand for.
struct Known<'a> {
    raw: &'a RawAnalysis,
    plans: &'a ServicePlans,
}

impl Known<'_> {
    fn resolve_group(&self, group: &raw::Group, names: &mut Names<'_>) -> PlanGroup {
        let brings = group.brings.as_ref().map(|brings| Brings {
            id: brings.id.get_ref().clone(),
            plans: self.plans(&brings.plans, names),
            says: brings.says.get_ref().clone(),
            clauses: names.clauses(&brings.clauses, &brings.id),
        });
        PlanGroup {
            id: group.id.get_ref().clone(),
            name: group.name.clone(),
            plans: self.plans(&group.plans, names),
            brings,
            clauses: names.clauses(&group.clauses, &group.id),
        }
    }

    fn plans(&self, at: &[Text], names: &mut Names<'_>) -> Vec<PlanId> {
        let mut plan = |text: &Text| {
            let plan = self.plans.plan_id(text.get_ref());
            if plan.is_none() {
                let message = format!("there is no service plan `{}`", text.get_ref());
                names.fault(text, message, "add it to the table of service plans, with its GUID");
            }
            plan
        };
        at.iter().filter_map(&mut plan).collect()
    }

    fn group(&self, text: &Text, names: &mut Names<'_>) -> Option<GroupId> {
        let place = self.raw.group.iter().position(|group| group.id.get_ref() == text.get_ref());
        if place.is_none() {
            let known: Vec<&str> =
                self.raw.group.iter().map(|group| group.id.get_ref().as_str()).collect();
            let message = format!("there is no group `{}`", text.get_ref());
            names.fault(text, message, format!("write one of {}", known.join(", ")));
        }
        place.and_then(|place| u8::try_from(place).ok()).map(GroupId)
    }

    fn groups(&self, at: &[Text], names: &mut Names<'_>) -> Vec<GroupId> {
        at.iter().filter_map(|text| self.group(text, names)).collect()
    }

    fn row(&self, row: &raw::Row, names: &mut Names<'_>) -> Option<ChartRow> {
        let group = |text: &Text, names: &mut Names<'_>| match text.get_ref().as_str() {
            NO_PLAN => Some(None),
            _ => self.group(text, names).map(Some),
        };
        let groups = row.groups.iter().filter_map(|text| group(text, names)).collect();
        let roles =
            names.words(&row.roles, RoleCategory::from_id, RoleCategory::ALL, RoleCategory::id);
        let clauses = names.clauses(&row.clauses, &row.id);
        Some(ChartRow {
            id: row.id.get_ref().clone(),
            groups,
            roles,
            class: names.word(&row.class, UserClass::from_id, UserClass::ALL, UserClass::id)?,
            says: row.says.get_ref().clone(),
            clauses,
        })
    }

    fn table(&self, table: &raw::Table, names: &mut Names<'_>) -> RestrictedTables {
        RestrictedTables {
            id: table.id.get_ref().clone(),
            tables: table.tables.iter().map(|table| table.get_ref().clone()).collect(),
            groups: self.groups(&table.groups, names),
            partly: self.groups(&table.partly, names),
            says: table.says.get_ref().clone(),
            clauses: names.clauses(&table.clauses, &table.id),
        }
    }
}
