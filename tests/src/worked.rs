//! Worked cases, executed: what comes out against what they expect, and which parts of the rulebook
//! they exercise.

use crate::scenario;
use seatwise_core::assess_with;
use seatwise_core::assessment::Assessment;
use seatwise_core::books::Library;
use seatwise_core::trace::Step;
use seatwise_rulebook::compile::Example;
use std::collections::{BTreeMap, BTreeSet};

/// What one worked case showed.
#[derive(Debug, Default)]
pub struct Shown {
    /// Where it differs from what it expects.
    pub failures: Vec<String>,
    /// Rules, editions and allowances that decided something.
    pub rules: BTreeSet<String>,
    /// Licences (without the rulebook) on the bill and beside it.
    pub licences: BTreeSet<String>,
    /// Notes and other diagnostics that were told.
    pub told: BTreeSet<String>,
}

/// Executes a worked case with these books.
#[must_use]
pub fn execute(library: &Library<'_>, book: &str, example: &Example) -> Shown {
    let answer = assess_with(library, &scenario(book, example));
    let Some(found) = answer.assessment() else {
        return Shown {
            failures: vec![format!("failed: {:?}", answer.diagnostics())],
            ..Shown::default()
        };
    };
    let mut licences: BTreeSet<String> = bill(found).into_keys().map(str::to_owned).collect();
    let without_book = |full: &str| full.split_once('/').map_or(full, |(_, id)| id).to_owned();
    licences.extend(found.servers.lines.iter().map(|line| without_book(&line.licence)));
    // A server licence that is owned is no line of its own where it only tells what came along.
    licences.extend(
        example.owned.iter().map(|(id, _)| id).filter(|id| id.starts_with("server-")).cloned(),
    );
    let allowed = found.trace.entries().filter_map(|(_, entry)| match &entry.step {
        Step::Allowed { allowance, .. } => Some(allowance.clone()),
        _ => None,
    });
    Shown {
        failures: failures(found, example),
        rules: found.verdicts.iter().map(|one| one.rule.clone()).chain(allowed).collect(),
        licences,
        told: found.diagnostics.iter().map(|one| one.code.clone()).collect(),
    }
}

/// Quantities by licence, without the rulebook.
fn bill(found: &Assessment) -> BTreeMap<&str, u64> {
    let short = |full| str::split_once(full, '/').map_or(full, |(_, id)| id);
    found.bill.iter().map(|line| (short(&line.licence), line.quantity)).collect()
}

fn failures(found: &Assessment, example: &Example) -> Vec<String> {
    let mut failures = Vec::new();
    let bill = bill(found);
    let wanted: BTreeMap<&str, u64> =
        example.expect.bill.iter().map(|(id, count)| (id.as_str(), *count)).collect();
    if bill != wanted {
        failures.push(format!("bill {bill:?}, expected {wanted:?}"));
    }
    if let Some(total) =
        example.expect.total.as_ref().filter(|total| **total != found.total.to_string())
    {
        failures.push(format!("total {}, expected {total}", found.total));
    }
    let verdicts: BTreeSet<(&str, &str)> =
        found.verdicts.iter().map(|one| (one.people.as_str(), one.verdict.id())).collect();
    for (people, verdict) in &example.expect.verdicts {
        if !verdicts.contains(&(people, verdict)) {
            failures.push(format!("no verdict `{people} {verdict}` among {verdicts:?}"));
        }
    }
    let cited = cited(found);
    for clause in example.expect.clauses.iter().filter(|clause| !cited.contains(clause.as_str())) {
        failures.push(format!("no reason cites `{clause}`; cited are {cited:?}"));
    }
    let told: BTreeSet<&str> = found.diagnostics.iter().map(|one| one.code.as_str()).collect();
    for code in example.expect.diagnostics.iter().filter(|code| !told.contains(code.as_str())) {
        failures.push(format!("no diagnostic `{code}`; there are {told:?}"));
    }
    failures
}

/// Every clause that the trace, a verdict or a diagnostic cites.
fn cited(found: &Assessment) -> BTreeSet<&str> {
    let mut cited: BTreeSet<&str> = BTreeSet::new();
    for (_, entry) in found.trace.entries() {
        if let Step::Standing { clauses, .. }
        | Step::Ruled { clauses, .. }
        | Step::Allowed { clauses, .. }
        | Step::Line { clauses, .. } = &entry.step
        {
            cited.extend(clauses.iter().map(String::as_str));
        }
    }
    cited.extend(found.verdicts.iter().flat_map(|one| &one.clauses).map(String::as_str));
    cited.extend(found.diagnostics.iter().flat_map(|one| &one.clauses).map(String::as_str));
    cited
}
