//! Owned licences, read under the rulebook: the same licences, and those of other generations that
//! count as one of its licences.

use crate::books::Library;
use crate::diagnostic::{Diagnostic, Severity};
use crate::resolve::ended;
use crate::scenario::{Owned, Plan};
use crate::words::Words;
use seatwise_rulebook::{Licence, LicenceId, Programme, Rulebook, StandsFor};

/// Owned units by licence of the rulebook, in its order, and what to tell about them.
pub(crate) fn read(
    library: &Library<'_>,
    book: &Rulebook,
    plan: Option<&Plan>,
    rows: &[Owned],
) -> (Vec<(LicenceId, u64)>, Vec<Diagnostic>) {
    let mut owned: Vec<(LicenceId, u64)> = Vec::new();
    let mut told = Vec::new();
    for (index, one) in rows.iter().enumerate() {
        let place = format!("owned[{index}].licence");
        if !is_known(library, &one.licence) {
            told.push(unknown(library.words, &one.licence, &place));
            continue;
        }
        let (counted, ended) = ended::on_the_day(library, plan, index, one);
        told.extend(ended);
        let Some(one) = &counted else { continue };
        let (counts_as, message) = counts_as(library, book, one, &place);
        told.extend(message);
        told.extend(unknown_programme(library.words, book, one, index));
        let Some(Counted { id, each }) = counts_as else { continue };
        add(&mut owned, id, u64::from(one.quantity).saturating_mul(each));
        if let Some((id, _, way)) = brought_along(book, id, one) {
            add(&mut owned, id, u64::from(one.quantity).saturating_mul(way.each.into()));
        }
    }
    owned.sort_unstable();
    (owned, told)
}

fn add(owned: &mut Vec<(LicenceId, u64)>, id: LicenceId, units: u64) {
    match owned.iter_mut().find(|(other, _)| *other == id) {
        Some((_, quantity)) => *quantity = quantity.saturating_add(units),
        None => owned.push((id, units)),
    }
}

/// The licences for access that came along with an owned server licence.
fn brought_along<'a>(book: &'a Rulebook, id: LicenceId, row: &Owned) -> Option<Way<'a>> {
    book.licence(id)?.software.as_ref()?;
    ways(book, row).find(|(_, _, way)| meets(row, way))
}

/// The licence of the rulebook that an owned one counts as, and how many of it.
struct Counted {
    id: LicenceId,
    each: u64,
}

/// True if some rulebook has a licence.
fn is_known(library: &Library<'_>, id: &str) -> bool {
    let Some((book, licence)) = id.split_once('/') else { return false };
    let mut books = library.rulebooks.iter().filter(|known| known.id == book);
    books.any(|known| known.licence_id(licence).is_some())
}

fn unknown(words: Words, id: &str, place: &str) -> Diagnostic {
    Diagnostic::new("no-such-licence", Severity::Error, words.no_such_licence(id), place)
        .hint(words.no_such_licence_owned_remedy())
}

/// The licence of this rulebook that an owned one counts as.
///
/// One that could count as several counts as the one that allows the most, the first of those in
/// the book. A licence of this book counts as itself, and as the base of a step-up where the
/// conditions of that are met.
fn counts_as(
    library: &Library<'_>,
    book: &Rulebook,
    one: &Owned,
    place: &str,
) -> (Option<Counted>, Option<Diagnostic>) {
    let words = library.words;
    let ways: Vec<Way<'_>> = ways(book, one).collect();
    let is_itself = |licence: &Licence| licence.for_sale || licence.stands_for.is_empty();
    let same = book
        .licence_ids()
        .find(|(_, licence)| is_itself(licence) && book.full_id(licence) == one.licence);
    let once = |id: LicenceId| Some(Counted { id, each: 1 });
    if let Some((id, licence)) = same {
        let held = ways.iter().find(|(_, _, way)| meets(one, way));
        if licence.software.is_none() {
            return (once(held.map_or(id, |way| way.0)), None);
        }
        let brings = held.map(|(_, brought, way)| {
            let units = u64::from(one.quantity).saturating_mul(way.each.into());
            let message =
                words.owned_brings(one.quantity.into(), &licence.name, units, &brought.name);
            tell(book, "owned-brings", Severity::Info, message, place, way)
        });
        return (once(id), brings);
    }
    let best = ways.iter().copied().filter(|(_, _, way)| meets(one, way)).reduce(|best, other| {
        let more = best.1.grants.is_subset(other.1.grants) && best.1.grants != other.1.grants;
        if more { other } else { best }
    });
    let owned = name(library, &one.licence);
    match (best, ways.first()) {
        (Some((id, licence, way)), _) if licence.grants.is_empty() => {
            let message = words.owned_qualifies(&owned);
            (once(id), Some(tell(book, "owned-qualifies", Severity::Info, message, place, way)))
        }
        (Some((id, licence, way)), _) => {
            let message = words.owned_counts_as(&owned, &licence.name);
            (
                Some(Counted { id, each: way.each.into() }),
                Some(tell(book, "owned-counts-as", Severity::Info, message, place, way)),
            )
        }
        (None, Some((_, licence, way))) if way.assured && !one.software_assurance => {
            let message = words.owned_unassured(&owned, &licence.name);
            let told = tell(book, "owned-unassured", Severity::Warning, message, place, way);
            (None, Some(told.hint(words.owned_unassured_remedy())))
        }
        (None, Some((_, _, way))) => {
            let message = words.owned_programme(&owned);
            let told = tell(book, "owned-programme", Severity::Warning, message, place, way);
            (None, Some(told.hint(words.owned_programme_remedy())))
        }
        (None, None) => {
            let message = words.owned_elsewhere(&owned, &book.name);
            let told = Diagnostic::new("owned-elsewhere", Severity::Warning, message, place);
            (None, Some(told.hint(words.owned_elsewhere_remedy())))
        }
    }
}

/// The name of a licence of any rulebook, with that rulebook; its identifier where no rulebook has
/// it.
fn name(library: &Library<'_>, id: &str) -> String {
    let (book, licence) = id.split_once('/').unwrap_or_default();
    let book = library.rulebooks.iter().find(|one| one.id == book);
    let licence =
        book.and_then(|book| Some((book, book.licences.iter().find(|one| one.id == licence)?)));
    licence.map_or_else(
        || format!("`{id}`"),
        |(book, licence)| library.words.licence_of_book(&licence.name, &book.name),
    )
}

/// A licence that an owned one may stand for, and on what conditions.
type Way<'a> = (LicenceId, &'a Licence, &'a StandsFor);

/// Everything that an owned licence may stand for.
fn ways<'a>(book: &'a Rulebook, row: &Owned) -> impl Iterator<Item = Way<'a>> {
    let all = book
        .licence_ids()
        .flat_map(|(id, licence)| licence.stands_for.iter().map(move |way| (id, licence, way)));
    all.filter(|(_, _, way)| way.licence == row.licence)
}

fn meets(one: &Owned, way: &StandsFor) -> bool {
    let through = |programme: &String| way.programmes.contains(programme);
    (!way.assured || one.software_assurance)
        && (way.programmes.is_empty() || one.programme.as_ref().is_some_and(through))
}

/// The programmes that would make a difference to an owned licence whose programme is not said:
/// together where they open the same.
pub(crate) fn open_programmes<'a>(book: &'a Rulebook, one: &Owned) -> Vec<Vec<&'a Programme>> {
    if one.programme.is_some() {
        return Vec::new();
    }
    let named = |id: &String| book.programmes.iter().find(|programme| programme.id == *id);
    let assured = ways(book, one).filter(|(_, _, way)| !way.assured || one.software_assurance);
    assured.map(|(_, _, way)| way.programmes.iter().filter_map(named).collect()).collect()
}

fn tell(
    book: &Rulebook,
    code: &str,
    severity: Severity,
    message: String,
    place: &str,
    way: &StandsFor,
) -> Diagnostic {
    Diagnostic {
        clauses: book.names_of(&way.clauses),
        ..Diagnostic::new(code, severity, message, place)
    }
}

/// A programme that the rulebook does not know, where it knows any.
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
    let told = Diagnostic::new(
        "no-such-programme",
        Severity::Warning,
        message,
        &format!("owned[{index}].programme"),
    );
    Some(told.hint(words.no_such_programme_remedy(&known.join(", "))))
}

/// Number of a licence among the owned ones.
pub(crate) fn quantity(owned: &[(LicenceId, u64)], id: LicenceId) -> u64 {
    owned.iter().find(|(one, _)| *one == id).map_or(0, |&(_, quantity)| quantity)
}

/// Owned additives that have no base to stand on.
pub(crate) fn check_bases(
    words: Words,
    book: &Rulebook,
    owned: &[(LicenceId, u64)],
) -> Vec<Diagnostic> {
    let lonely = book.licence_ids().filter_map(|(id, licence)| {
        let bases: u64 = licence.bases.iter().map(|&base| quantity(owned, base)).sum();
        // The base of a step-up is used up by it and is not told of when the step-up itself is
        // owned.
        if licence.step_up.is_some() {
            return None;
        }
        let over = quantity(owned, id)
            .checked_sub(bases)
            .filter(|&over| over > 0 && !licence.bases.is_empty())?;
        let message = words.additive_without_base(over, &licence.name);
        let told = Diagnostic::new("additive-without-base", Severity::Warning, message, "owned")
            .hint(words.additive_without_base_remedy());
        Some(Diagnostic { clauses: book.names_of(&licence.clauses), ..told })
    });
    lonely.collect()
}
