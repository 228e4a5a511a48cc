//! Notes that the rulebook wants told beside the count.

use crate::answer::assessment::BillLine;
use crate::diagnostic::{Diagnostic, Severity};
use crate::resolve::case::{Case, CaseUse};
use seatwise_rulebook::Note;

/// The notes whose conditions are met: each by one use, or by the bill where it names no condition
/// on uses.
pub(crate) fn diagnostics(case: &Case<'_>, bill: &[BillLine]) -> Vec<Diagnostic> {
    let met = case.book.notes.iter().filter_map(|note| {
        if !in_bill(case, note, bill) {
            return None;
        }
        let of_use =
            !(note.activities.is_empty() && note.accesses.is_empty() && note.audiences.is_empty());
        let place = if of_use {
            let usage = case
                .uses
                .iter()
                .filter(|usage| in_use(case, note, usage))
                .min_by_key(|usage| usage.index)?;
            format!("organisation.uses[{}]", usage.index)
        } else {
            String::new()
        };
        let severity = if note.warns { Severity::Warning } else { Severity::Info };
        Some(Diagnostic {
            clauses: case.book.names_of(&note.clauses),
            ..Diagnostic::new(&note.id, severity, note.says.clone(), &place)
        })
    });
    met.collect()
}

fn in_bill(case: &Case<'_>, note: &Note, bill: &[BillLine]) -> bool {
    note.licences.is_empty()
        || note.licences.iter().filter_map(|&id| case.book.licence(id)).any(|licence| {
            let full = case.book.full_id(licence);
            bill.iter().any(|line| line.licence == full)
        })
}

fn in_use(case: &Case<'_>, note: &Note, usage: &CaseUse) -> bool {
    let group = case.people.get(usage.people);
    let audience = group
        .and_then(|group| case.book.standing(group.relationship))
        .map(|standing| standing.audience);
    (note.activities.is_empty()
        || note.activities.iter().any(|activity| usage.activities.contains(activity)))
        && (note.accesses.is_empty() || note.accesses.contains(&usage.access))
        && (note.audiences.is_empty()
            || audience.is_some_and(|audience| note.audiences.contains(&audience)))
}
