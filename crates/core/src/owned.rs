//! What the organisation owns, read under the rulebook: the same licences, and those of other generations that count
//! as one of its licences.

use crate::diagnostic::{Diagnostic, Severity};
use crate::order;
use crate::scenario::{Owned, Scenario};
use seatwise_rulebook::{Licence, LicenceId, Rulebook, StandsFor};

/// Owned units by licence of the rulebook, in its order, and what to tell about them.
pub(crate) fn read(book: &Rulebook, scenario: &Scenario) -> (Vec<(LicenceId, u64)>, Vec<Diagnostic>) {
    let mut owned: Vec<(LicenceId, u64)> = Vec::new();
    let mut told = Vec::new();
    for (index, one) in scenario.owned.iter().enumerate() {
        let place = format!("owned[{index}].licence");
        let (counts_as, message) = counts_as(book, one, &place);
        told.extend(message);
        let Some(id) = counts_as else { continue };
        match owned.iter_mut().find(|(other, _)| *other == id) {
            Some((_, quantity)) => *quantity = quantity.saturating_add(one.quantity.into()),
            None => owned.push((id, one.quantity.into())),
        }
    }
    order::sort_by(&mut owned, Ord::cmp);
    (owned, told)
}

/// The licence of this rulebook that an owned one counts as.
///
/// Where it could count as several, the one that allows the most is taken, the first of those in the book.
fn counts_as(book: &Rulebook, one: &Owned, place: &str) -> (Option<LicenceId>, Option<Diagnostic>) {
    let same = book.licence_ids().find(|(_, licence)| licence.for_sale && book.full_id(licence) == one.licence);
    if let Some((id, _)) = same {
        return (Some(id), None);
    }
    let ways: Vec<(LicenceId, &Licence, &StandsFor)> = book
        .licence_ids()
        .flat_map(|(id, licence)| licence.stands_for.iter().map(move |way| (id, licence, way)))
        .filter(|(_, _, way)| way.licence == one.licence)
        .collect();
    let open = ways.iter().filter(|(_, _, way)| !way.assured || one.software_assurance);
    let best = open.copied().reduce(|best, other| {
        let more = best.1.grants.is_subset(other.1.grants) && best.1.grants != other.1.grants;
        if more { other } else { best }
    });
    match (best, ways.first()) {
        (Some((id, licence, way)), _) => {
            let message = format!("`{}` counts as {}", one.licence, licence.name);
            (Some(id), Some(tell(book, "owned-counts-as", Severity::Info, message, place, way)))
        }
        (None, Some((_, licence, way))) => {
            let message = format!("`{}` counts as {} only under Software Assurance", one.licence, licence.name);
            let told = tell(book, "owned-unassured", Severity::Warning, message, place, way);
            (None, Some(told.hint("tick Software Assurance if it was active; it is left out of this count")))
        }
        (None, None) => {
            let message = format!("`{}` does not count under {}", one.licence, book.name);
            let told = Diagnostic::new("owned-elsewhere", Severity::Warning, message, place);
            (None, Some(told.hint("it is left out of this count")))
        }
    }
}

fn tell(book: &Rulebook, code: &str, severity: Severity, message: String, place: &str, way: &StandsFor) -> Diagnostic {
    let clauses = way.clauses.iter().filter_map(|&id| book.clause(id)).map(|clause| clause.id.clone());
    Diagnostic { clauses: clauses.collect(), ..Diagnostic::new(code, severity, message, place) }
}

/// How many of a licence are among the owned ones.
pub(crate) fn quantity(owned: &[(LicenceId, u64)], id: LicenceId) -> u64 {
    owned.iter().find(|(one, _)| *one == id).map_or(0, |&(_, quantity)| quantity)
}

/// Owned additives that have no base to stand on.
pub(crate) fn check_bases(book: &Rulebook, owned: &[(LicenceId, u64)]) -> Vec<Diagnostic> {
    let lonely = book.licence_ids().filter_map(|(id, licence)| {
        let bases: u64 = licence.bases.iter().map(|&base| quantity(owned, base)).sum();
        let over = quantity(owned, id).checked_sub(bases).filter(|&over| over > 0 && !licence.bases.is_empty())?;
        let message = format!("{over} of the owned {} have no base licence to stand on", licence.name);
        let clauses = licence.clauses.iter().filter_map(|&id| book.clause(id)).map(|clause| clause.id.clone());
        let told = Diagnostic::new("additive-without-base", Severity::Warning, message, "owned")
            .hint("an additive never outnumbers its bases: check the quantities");
        Some(Diagnostic { clauses: clauses.collect(), ..told })
    });
    lonely.collect()
}
