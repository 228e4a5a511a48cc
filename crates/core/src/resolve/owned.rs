//! Owned licences, read under the rulebook: the same licences, and those of other generations that
//! count as one of its licences.

use crate::books::Library;
use crate::diagnostic::{Diagnostic, Severity};
use crate::resolve::ended;
use crate::scenario::{Owned, Plan};
use crate::words::Words;
use seatwise_rulebook::{Licence, LicenceId, Programme, Rulebook, StandsFor};

/// Returns the owned units by licence of the rulebook, in its order, and the diagnostics about
/// them.
pub(crate) fn read(
    library: &Library<'_>,
    book: &Rulebook,
    plan: Option<&Plan>,
    rows: &[Owned],
) -> (Vec<(LicenceId, u64)>, Vec<Diagnostic>) {
    let mut owned: Vec<(LicenceId, u64)> = Vec::new();
    let mut diagnostics = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let place = format!("owned[{index}].licence");
        if library.licence(&row.licence).is_none() {
            diagnostics.push(unknown(library.words, &row.licence, &place));
            continue;
        }
        let (row, ended) = ended::on_the_day(library, plan, index, row);
        diagnostics.extend(ended);
        let Some(row) = row else { continue };
        let (counted, message) = counts_as(library, book, &row, &place);
        diagnostics.extend(message);
        diagnostics.extend(unknown_programme(library.words, book, &row, index));
        let Some(Counted { id, units }) = counted else { continue };
        let quantity = u64::from(row.quantity);
        add(&mut owned, id, quantity.saturating_mul(units));
        if let Some(brought) = brought_along(book, id, &row) {
            add(&mut owned, brought.id, quantity.saturating_mul(brought.units()));
        }
    }
    owned.sort_unstable();
    (owned, diagnostics)
}

/// Adds units of a licence to those that are owned.
pub(crate) fn add(owned: &mut Vec<(LicenceId, u64)>, id: LicenceId, units: u64) {
    match owned.iter_mut().find(|(known, _)| *known == id) {
        Some((_, quantity)) => *quantity = quantity.saturating_add(units),
        None => owned.push((id, units)),
    }
}

/// A licence of the rulebook that an owned one may stand for, and on what terms.
#[derive(Clone, Copy)]
struct Equivalent<'a> {
    id: LicenceId,
    licence: &'a Licence,
    terms: &'a StandsFor,
}

impl Equivalent<'_> {
    /// True if an owned row meets the terms.
    fn is_met_by(&self, row: &Owned) -> bool {
        let through = |programme: &String| self.terms.programmes.contains(programme);
        (!self.terms.assured || row.software_assurance)
            && (self.terms.programmes.is_empty() || row.programme.as_ref().is_some_and(through))
    }

    /// Units for each owned licence.
    fn units(&self) -> u64 {
        self.terms.each.into()
    }

    /// A diagnostic with the clauses of the terms.
    fn diagnostic(&self, book: &Rulebook, diagnostic: Diagnostic) -> Diagnostic {
        Diagnostic { clauses: book.names_of(&self.terms.clauses), ..diagnostic }
    }
}

/// Everything that an owned licence may stand for.
fn equivalents<'a>(book: &'a Rulebook, row: &Owned) -> impl Iterator<Item = Equivalent<'a>> {
    let equivalents = book.licence_ids().flat_map(|(id, licence)| {
        licence.stands_for.iter().map(move |terms| Equivalent { id, licence, terms })
    });
    equivalents.filter(|equivalent| equivalent.terms.licence == row.licence)
}

/// The licences for access that came along with an owned server licence.
fn brought_along<'a>(book: &'a Rulebook, id: LicenceId, row: &Owned) -> Option<Equivalent<'a>> {
    book.licence(id)?.software.as_ref()?;
    equivalents(book, row).find(|equivalent| equivalent.is_met_by(row))
}

/// The licence of the rulebook that an owned one counts as.
struct Counted {
    id: LicenceId,
    /// Units of it for each owned one.
    units: u64,
}

fn unknown(words: Words, id: &str, place: &str) -> Diagnostic {
    Diagnostic::new("no-such-licence", Severity::Error, words.no_such_licence(id), place)
        .hint(words.no_such_licence_owned_remedy())
}

/// Returns the licence of this rulebook that an owned one counts as, and the diagnostic about it.
///
/// One that could count as several counts as the one that allows the most, the first of those in
/// the book. A licence of this book counts as itself, and as the base of a step-up where the
/// conditions of that are met.
fn counts_as(
    library: &Library<'_>,
    book: &Rulebook,
    row: &Owned,
    place: &str,
) -> (Option<Counted>, Option<Diagnostic>) {
    let words = library.words;
    let equivalents: Vec<Equivalent<'_>> = equivalents(book, row).collect();
    let met = || equivalents.iter().filter(|equivalent| equivalent.is_met_by(row));
    let info = |code: &str, message: String| Diagnostic::new(code, Severity::Info, message, place);
    let warning =
        |code: &str, message: String| Diagnostic::new(code, Severity::Warning, message, place);
    let once = |id: LicenceId| Some(Counted { id, units: 1 });
    let is_itself = |licence: &Licence| licence.for_sale || licence.stands_for.is_empty();
    let same = book
        .licence_ids()
        .find(|(_, licence)| is_itself(licence) && book.full_id(licence) == row.licence);
    if let Some((id, licence)) = same {
        let first = met().next();
        if licence.software.is_none() {
            return (once(first.map_or(id, |equivalent| equivalent.id)), None);
        }
        let brings = first.map(|brought| {
            let servers = u64::from(row.quantity);
            let units = servers.saturating_mul(brought.units());
            let name = words.licence_name(units, &brought.licence.name);
            let message = words.owned_brings(servers, &licence.name, units, &name);
            brought.diagnostic(book, info("owned-brings", message))
        });
        return (once(id), brings);
    }
    let best = met().reduce(|best, rival| {
        let (least, most) = (best.licence.grants, rival.licence.grants);
        if least.is_subset(most) && least != most { rival } else { best }
    });
    let owned = name(library, &row.licence);
    if let Some(best) = best {
        let id = best.id;
        if best.licence.grants.is_empty() {
            let diagnostic = info("owned-qualifies", words.owned_qualifies(&owned));
            return (once(id), Some(best.diagnostic(book, diagnostic)));
        }
        let message = words.owned_counts_as(&owned, &best.licence.name);
        let diagnostic = best.diagnostic(book, info("owned-counts-as", message));
        return (Some(Counted { id, units: best.units() }), Some(diagnostic));
    }
    let diagnostic = match equivalents.first() {
        Some(first) if first.terms.assured && !row.software_assurance => {
            let message = words.owned_unassured(&owned, &first.licence.name);
            let warning = warning("owned-unassured", message);
            first.diagnostic(book, warning).hint(words.owned_unassured_remedy())
        }
        Some(first) => {
            let warning = warning("owned-programme", words.owned_programme(&owned));
            first.diagnostic(book, warning).hint(words.owned_programme_remedy())
        }
        None => {
            let message = words.owned_elsewhere(&owned, &book.name);
            warning("owned-elsewhere", message).hint(words.owned_elsewhere_remedy())
        }
    };
    (None, Some(diagnostic))
}

/// The name of a licence of any rulebook, with that rulebook; its identifier where no rulebook has
/// it.
fn name(library: &Library<'_>, id: &str) -> String {
    library.licence(id).map_or_else(
        || format!("`{id}`"),
        |(book, licence)| library.words.licence_of_book(&licence.name, &book.name),
    )
}

/// The programmes that would make a difference to an owned licence whose programme is not said:
/// together where they open the same.
pub(crate) fn open_programmes<'a>(book: &'a Rulebook, row: &Owned) -> Vec<Vec<&'a Programme>> {
    if row.programme.is_some() {
        return Vec::new();
    }
    let named = |id: &String| book.programmes.iter().find(|programme| programme.id == *id);
    let assured = equivalents(book, row)
        .filter(|equivalent| !equivalent.terms.assured || row.software_assurance);
    assured
        .map(|equivalent| equivalent.terms.programmes.iter().filter_map(named).collect())
        .collect()
}

/// A diagnostic about a programme that the rulebook does not know, where it knows any.
fn unknown_programme(
    words: Words,
    book: &Rulebook,
    row: &Owned,
    index: usize,
) -> Option<Diagnostic> {
    let programme = row.programme.as_ref().filter(|_| !book.programmes.is_empty())?;
    if book.programmes.iter().any(|known| known.id == *programme) {
        return None;
    }
    let known: Vec<&str> = book.programmes.iter().map(|known| known.id.as_str()).collect();
    let message = words.no_such_programme(&book.name, programme);
    let place = format!("owned[{index}].programme");
    let diagnostic = Diagnostic::new("no-such-programme", Severity::Warning, message, &place);
    Some(diagnostic.hint(words.no_such_programme_remedy(&known.join(", "))))
}

/// Number of a licence among the owned ones.
pub(crate) fn quantity(owned: &[(LicenceId, u64)], id: LicenceId) -> u64 {
    owned.iter().find(|(known, _)| *known == id).map_or(0, |&(_, quantity)| quantity)
}

/// Warnings about owned additives that have no base to stand on.
pub(crate) fn check_bases(
    words: Words,
    book: &Rulebook,
    owned: &[(LicenceId, u64)],
) -> Vec<Diagnostic> {
    let warnings = book.licence_ids().filter_map(|(id, licence)| {
        // The base of a step-up is used up by it and is not reported when the step-up itself is
        // owned.
        if licence.step_up.is_some() || licence.bases.is_empty() {
            return None;
        }
        let bases: u64 = licence.bases.iter().map(|&base| quantity(owned, base)).sum();
        let held = quantity(owned, id);
        let excess = held.checked_sub(bases).filter(|&excess| excess > 0)?;
        let message = words.additive_without_base(excess, &words.licence_name(held, &licence.name));
        let warning = Diagnostic::new("additive-without-base", Severity::Warning, message, "owned")
            .hint(words.additive_without_base_remedy());
        Some(Diagnostic { clauses: book.names_of(&licence.clauses), ..warning })
    });
    warnings.collect()
}
