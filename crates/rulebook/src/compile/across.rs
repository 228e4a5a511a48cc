//! Checks of the names that rulebooks use of one another: every name exists, and no licence is
//! worth more in another book than in its own.

use super::fault::{Fault, Locator};
use super::raw::{self, Text};
use super::resolve;
use crate::{Licence, Rights, Rulebook};

/// Every licence and line of another book that a book names.
pub(super) fn check(
    raw: &raw::Book,
    books: &[Rulebook],
    locate: &Locator<'_>,
) -> Result<(), Vec<Fault>> {
    let mut faults = Vec::new();
    if let Some(book) = books.iter().find(|book| &book.id == raw.id.get_ref()) {
        for licence in &book.licences {
            let Some(line) = raw.licence.iter().find(|line| *line.id.get_ref() == licence.line)
            else {
                continue;
            };
            for entry in &line.stands_for {
                let Some(full) = resolve::stands_for_id(line, entry, licence.holder) else {
                    continue;
                };
                faults.extend(
                    refusal(book, licence, &full, books).map(|(message, remedy)| {
                        locate.fault(entry.licence.span(), message, remedy)
                    }),
                );
            }
        }
    }
    for mapping in &raw.mapping {
        faults.extend(unknown_line(&mapping.from, raw, books, locate));
    }
    for from in raw
        .step_up
        .iter()
        .flat_map(|step_up| &step_up.from)
        .filter(|from| from.get_ref().contains('/'))
    {
        faults.extend(unknown_licence(from, raw, books, locate));
    }
    // Users and devices of one line: one fault is enough to mend both.
    let mut seen = std::collections::BTreeSet::new();
    faults.retain(|fault| seen.insert((fault.line, fault.remedy.clone())));
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Reason for which an owned licence cannot count as `licence`, and the remedy.
fn refusal(
    book: &Rulebook,
    licence: &Licence,
    full: &str,
    books: &[Rulebook],
) -> Option<(String, String)> {
    let (book_id, id) = full.split_once('/').unwrap_or((full, ""));
    if book_id == book.id {
        // A server licence of the book may bring some of its licences along.
        if book.licences.iter().any(|known| known.id == id && known.software.is_some()) {
            return None;
        }
        return Some((
            format!("`{full}` is of this book"),
            "name a licence of another book".to_owned(),
        ));
    }
    let Some(other_book) = books.iter().find(|book| book.id == book_id) else {
        return Some((
            format!("there is no rulebook `{book_id}`"),
            "name a file of rulebooks/".to_owned(),
        ));
    };
    let Some(owned) = other_book.licences.iter().find(|licence| licence.id == id) else {
        return Some((
            format!("{} has no licence `{id}`", other_book.name),
            "name one of its licences".to_owned(),
        ));
    };
    if owned.holder != licence.holder {
        let message = format!(
            "`{full}` is assigned to a {}, not to a {}",
            owned.holder.id(),
            licence.holder.id()
        );
        return Some((message, "say `holder = ` and name a licence for that holder".to_owned()));
    }
    // A licence that cannot be bought is granted and may be worth more; a later version of the same
    // thing may not.
    let beyond =
        licence.grants.iter().find(|&right| !with_bases(other_book, owned).contains(right));
    beyond.filter(|_| licence.for_sale).map(|right| {
        let message = format!(
            "`{full}` does not grant `{}`, which `{}` does",
            right.activity.id(),
            licence.id
        );
        (message, "leave it out, or let a licence that is not for sale stand for it".to_owned())
    })
}

/// Rights that a licence grants, its bases included.
fn with_bases(book: &Rulebook, licence: &Licence) -> Rights {
    let bases = licence.bases.iter().filter_map(|&base| book.licence(base));
    bases.fold(licence.grants, |rights, base| rights.union(base.grants))
}

fn unknown_line(
    line: &Text,
    raw: &raw::Book,
    books: &[Rulebook],
    locate: &Locator<'_>,
) -> Option<Fault> {
    let (book, name) = line.get_ref().split_once('/').unwrap_or((line.get_ref(), ""));
    let known = books.iter().any(|rulebook| {
        rulebook.id == book && rulebook.licences.iter().any(|licence| licence.line == name)
    });
    (!known || book == raw.id.get_ref()).then(|| {
        locate.fault(
            line.span(),
            format!("`{}` is not a line of licences of another book", line.get_ref()),
            "write the rulebook, a slash and the line: crm-2011/cal-ess",
        )
    })
}

fn unknown_licence(
    full: &Text,
    raw: &raw::Book,
    books: &[Rulebook],
    locate: &Locator<'_>,
) -> Option<Fault> {
    let (book, name) = full.get_ref().split_once('/').unwrap_or_default();
    let known =
        books.iter().any(|rulebook| rulebook.id == book && rulebook.licence_id(name).is_some());
    (!known || book == raw.id.get_ref()).then(|| {
        locate.fault(
            full.span(),
            format!("`{}` is not a licence of another book", full.get_ref()),
            "write the rulebook, a slash and the licence: crm-2011/cal-ess-user",
        )
    })
}
