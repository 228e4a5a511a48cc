//! Checks of a resolved analysis: gates and chart are total and unambiguous, every plan counts
//! once.

use super::raw::{self, RawAnalysis};
use crate::compile::check;
use crate::compile::fault::{Fault, Locator};
use crate::compile::raw::Text;
use crate::{
    AccessMode, AccountState, Analysis, ClauseId, Gate, GroupId, PlanId, PlanStatus,
    RestrictedTables, RoleCategory,
};
use std::collections::{BTreeMap, BTreeSet};

/// Every check; all faults together.
pub(super) fn analysis(
    raw: &RawAnalysis,
    analysis: &Analysis,
    locate: &Locator<'_>,
) -> Result<(), Vec<Fault>> {
    let at = &raw.id;
    let mut faults = Vec::new();
    faults.extend(gates(
        &raw.account,
        &analysis.accounts,
        AccountState::ALL,
        AccountState::id,
        at,
        locate,
    ));
    faults.extend(gates(&raw.mode, &analysis.modes, AccessMode::ALL, AccessMode::id, at, locate));
    faults.extend(gates(
        &raw.status,
        &analysis.statuses,
        PlanStatus::ALL,
        PlanStatus::id,
        at,
        locate,
    ));
    faults.extend(limits(raw, locate));
    faults.extend(groups(raw, analysis, locate));
    faults.extend(plans(raw, analysis, locate));
    faults.extend(brought(raw, analysis, locate));
    faults.extend(precedence(raw, analysis, locate));
    faults.extend(chart(raw, analysis, locate));
    faults.extend(check::clauses(&raw.clause, &cited(analysis), locate));
    faults.extend(check::searches(&raw.clause, &analysis.clauses, &BTreeSet::new(), locate));
    faults.extend(check::sources(&raw.source, &raw.clause, locate));
    faults.extend(sentences(raw, locate));
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Every word of a vocabulary stands in exactly one gate.
fn gates<W: Copy + PartialEq>(
    raw: &[raw::Gate],
    gates: &[Gate<W>],
    words: &[W],
    id: fn(W) -> &'static str,
    whole: &Text,
    locate: &Locator<'_>,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for &word in words {
        let mut of_word = gates.iter().zip(raw).filter(|(gate, _)| gate.words.contains(&word));
        let name = id(word);
        match (of_word.next(), of_word.next()) {
            (None, _) => faults.push(locate.fault(
                whole.span(),
                format!("nothing says whether `{name}` counts"),
                "add it to the words of a gate: [[account]], [[mode]] or [[status]]",
            )),
            (_, Some((second, at))) => faults.push(locate.fault(
                at.id.span(),
                format!("`{}` is the second gate for `{name}`", second.id),
                "name every word once",
            )),
            _ => {}
        }
    }
    faults
}

/// Groups and rows of tables are kept as bits.
fn limits(raw: &RawAnalysis, locate: &Locator<'_>) -> Vec<Fault> {
    let group = raw.group.get(GroupId::LIMIT).map(|group| (&group.id, "groups", GroupId::LIMIT));
    let table = raw
        .table
        .get(RestrictedTables::LIMIT)
        .map(|table| (&table.id, "[[table]]s", RestrictedTables::LIMIT));
    let fault = |(at, what, limit): (&Text, &str, usize)| {
        locate.fault(at.span(), format!("there are more than {limit} {what}"), "join some of them")
    };
    group.into_iter().chain(table).map(fault).collect()
}

/// No group is empty.
fn groups(raw: &RawAnalysis, analysis: &Analysis, locate: &Locator<'_>) -> Vec<Fault> {
    let empty = analysis.groups.iter().zip(&raw.group).filter(|(group, _)| group.plans.is_empty());
    let fault = |at: &raw::Group| {
        locate.fault(
            at.id.span(),
            format!("the group `{}` is empty", at.id.get_ref()),
            "name its plans, or remove it",
        )
    };
    empty.map(|(_, at)| fault(at)).collect()
}

/// A plan is in one group, and once.
fn plans(raw: &RawAnalysis, analysis: &Analysis, locate: &Locator<'_>) -> Vec<Fault> {
    let mut seen: BTreeMap<PlanId, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for (group, at) in analysis.groups.iter().zip(&raw.group) {
        for (&plan, text) in group.plans.iter().zip(&at.plans) {
            if let Some(first_group) = seen.insert(plan, &group.id) {
                faults.push(locate.fault(
                    text.span(),
                    format!(
                        "the plan `{}` is in the group `{first_group}` already",
                        text.get_ref()
                    ),
                    "name every plan once",
                ));
            }
        }
    }
    faults
}

/// Faults of plans that a group brings along and that are of no other group: they would be passed
/// over anyway.
fn brought(raw: &RawAnalysis, analysis: &Analysis, locate: &Locator<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (group, at) in analysis.groups.iter().zip(&raw.group) {
        let texts = at.brings.iter().flat_map(|brings| &brings.plans);
        for (plan, text) in group.brings.iter().flat_map(|brings| &brings.plans).zip(texts) {
            let other_groups = analysis.groups.iter().filter(|candidate| candidate.id != group.id);
            if !other_groups.into_iter().any(|candidate| candidate.plans.contains(plan)) {
                faults.push(locate.fault(
                    text.span(),
                    format!(
                        "`{}` is in no other group, so `{}` need not bring it",
                        text.get_ref(),
                        group.id
                    ),
                    "leave it out, or name it in another group",
                ));
            }
        }
    }
    faults
}

/// Every group has its turn.
fn precedence(raw: &RawAnalysis, analysis: &Analysis, locate: &Locator<'_>) -> Vec<Fault> {
    let missing = analysis.group_ids().filter(|(id, _)| !analysis.precedence.order.contains(id));
    let fault = |id: &str| {
        let message = format!("the group `{id}` is not in the order of precedence");
        locate.fault(raw.precedence.says.span(), message, "add it to `order`")
    };
    missing.map(|(_, group)| fault(&group.id)).collect()
}

/// Every cell has exactly one row.
fn chart(raw: &RawAnalysis, analysis: &Analysis, locate: &Locator<'_>) -> Vec<Fault> {
    let groups = analysis.group_ids().map(|(id, group)| (Some(id), group.id.as_str()));
    let mut faults = Vec::new();
    for (group, name) in groups.chain(std::iter::once((None, "no-plan"))) {
        for &roles in RoleCategory::ALL {
            let mut rows =
                analysis.chart.iter().zip(&raw.row).filter(|(row, _)| row.covers(group, roles));
            let cell = format!("{name} x {}", roles.id());
            match (rows.next(), rows.next()) {
                (None, _) => faults.push(locate.fault(
                    raw.id.span(),
                    format!("no row of the chart decides {cell}"),
                    "add a [[row]] or widen one",
                )),
                (_, Some((second, at))) => faults.push(locate.fault(
                    at.id.span(),
                    format!("`{}` is the second row for {cell}", second.id),
                    "narrow one of the two",
                )),
                _ => {}
            }
        }
    }
    faults
}

fn cited(analysis: &Analysis) -> BTreeSet<ClauseId> {
    let mut cited = BTreeSet::new();
    cited.extend(analysis.accounts.iter().flat_map(|gate| &gate.clauses));
    cited.extend(analysis.modes.iter().flat_map(|gate| &gate.clauses));
    cited.extend(analysis.statuses.iter().flat_map(|gate| &gate.clauses));
    cited.extend(analysis.groups.iter().flat_map(|group| &group.clauses));
    cited.extend(
        analysis
            .groups
            .iter()
            .filter_map(|group| group.brings.as_ref())
            .flat_map(|brings| &brings.clauses),
    );
    cited.extend(&analysis.precedence.clauses);
    cited.extend(analysis.chart.iter().flat_map(|row| &row.clauses));
    cited.extend(analysis.tables.iter().flat_map(|table| &table.clauses));
    cited
}

/// Faults of texts that are not one sentence without a full stop.
fn sentences(raw: &RawAnalysis, locate: &Locator<'_>) -> Vec<Fault> {
    let gates = raw.account.iter().chain(&raw.mode).chain(&raw.status);
    let gates = gates.filter_map(|gate| Some((gate.says.as_ref()?, gate.id.get_ref())));
    let rows = raw.row.iter().map(|row| (&row.says, row.id.get_ref()));
    let tables = raw.table.iter().map(|table| (&table.says, table.id.get_ref()));
    let brings = raw.group.iter().filter_map(|group| group.brings.as_ref());
    let brings = brings.map(|brings| (&brings.says, brings.id.get_ref()));
    let whole = [(&raw.about, raw.id.get_ref()), (&raw.precedence.says, raw.id.get_ref())];
    let sentences = gates.chain(brings).chain(rows).chain(tables).chain(whole);
    sentences.filter_map(|(says, id)| check::sentence(says, id, locate)).collect()
}
