//! Checks of a resolved book: the table is total and unambiguous, nothing is idle, nothing goes in
//! circles.

use super::fault::{Fault, Locator};
use super::raw::{self, Text};
use crate::{
    Access, Activity, Clause, ClauseId, Confidence, HolderKind, LicenceId, Outcome, Relationship,
    Right, Rulebook,
};
use std::collections::{BTreeMap, BTreeSet};

/// Every check; all faults together.
pub(super) fn rulebook(
    raw: &raw::Book,
    book: &Rulebook,
    locate: &Locator<'_>,
) -> Result<(), Vec<Fault>> {
    let mut faults = Vec::new();
    faults.extend(table(raw, book, locate));
    faults.extend(clauses(&raw.clause, &cited(book), locate));
    faults.extend(searches(&raw.clause, &book.clauses, &disputed(book), locate));
    faults.extend(sources(&raw.source, &raw.clause, locate));
    faults.extend(questions(raw, locate));
    faults.extend(versions(raw, book, locate));
    faults.extend(additives(raw, book, locate));
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Every cell has exactly one rule, and a cell that needs a right has a licence that grants it.
fn table(raw: &raw::Book, book: &Rulebook, locate: &Locator<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for &relationship in Relationship::ALL {
        for &access in Access::ALL {
            for activity in Activity::of(book.family) {
                let rules: Vec<_> = book
                    .rules
                    .iter()
                    .zip(&raw.rule)
                    .filter(|(rule, _)| rule.covers(relationship, access, activity))
                    .collect();
                let cell = format!("{} x {} x {}", relationship.id(), access.id(), activity.id());
                match rules.as_slice() {
                    [] => faults.push(locate.fault(
                        raw.id.span(),
                        format!("no rule decides {cell}"),
                        "add a [[rule]] or widen one",
                    )),
                    [(rule, at)] => {
                        if counts(&rule.outcome)
                            && !grantable(
                                book,
                                relationship,
                                Right { mode: access.mode(), activity },
                            )
                        {
                            faults.push(locate.fault(
                                at.id.span(),
                                format!(
                                    "`{}` asks for a right that no licence for sale grants: {cell}",
                                    rule.id
                                ),
                                "let a licence grant it, or make the cell impossible",
                            ));
                        }
                    }
                    [_, (second, at), ..] => faults.push(locate.fault(
                        at.id.span(),
                        format!("`{}` is the second rule for {cell}", second.id),
                        "narrow one of the two",
                    )),
                }
            }
        }
    }
    // One fault a rule is enough to mend it.
    let mut seen = BTreeSet::new();
    faults.retain(|fault| seen.insert((fault.line, fault.remedy.clone())));
    faults
}

/// True if a verdict puts a licence on the bill.
const fn counts(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Needs | Outcome::Disputed { counted: true, .. })
}

fn grantable(book: &Rulebook, relationship: Relationship, right: Right) -> bool {
    let audience = book.standing(relationship).map(|standing| standing.audience);
    book.bundles.iter().any(|bundle| {
        bundle.grants.contains(right)
            && bundle.licences.iter().all(|&id| {
                let sold = book.licence(id).filter(|licence| licence.for_sale).zip(audience);
                sold.is_some_and(|(licence, audience)| licence.audiences.contains(&audience))
            })
    })
}

/// No document is idle.
pub(super) fn sources(
    raw: &[raw::Source],
    clauses: &[raw::Clause],
    locate: &Locator<'_>,
) -> Vec<Fault> {
    let used: BTreeSet<&str> =
        clauses.iter().map(|clause| clause.source.get_ref().as_str()).collect();
    let idle = raw.iter().filter(|source| !used.contains(source.id.get_ref().as_str()));
    let fault = |source: &raw::Source| {
        locate.fault(
            source.id.span(),
            format!("no clause is taken from the source `{}`", source.id.get_ref()),
            "cite it in a clause, or remove it",
        )
    };
    idle.map(fault).collect()
}

/// Every question is asked by some rule, and offers a choice.
fn questions(raw: &raw::Book, locate: &Locator<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for question in &raw.question {
        let id = question.id.get_ref();
        if !raw
            .rule
            .iter()
            .any(|rule| rule.question.as_ref().is_some_and(|asked| asked.get_ref() == id))
        {
            let message = format!("no rule asks the question `{id}`");
            faults.push(locate.fault(
                question.id.span(),
                message,
                "name it in a rule, or remove it",
            ));
        }
        if question.answers.len() < 2 {
            let message = format!("the question `{id}` leaves no choice");
            faults.push(locate.fault(question.id.span(), message, "give it two answers or more"));
        }
    }
    faults
}

/// Everything reaches the book's own version, which comes first; only licences that there are reach
/// one; a version that nothing reaches says what to do, and none is called like something else that
/// decides.
fn versions(raw: &raw::Book, book: &Rulebook, locate: &Locator<'_>) -> Vec<Fault> {
    let there_is = |kind: HolderKind| book.bundles.iter().any(|bundle| bundle.holder == kind);
    let mut faults = Vec::new();
    for (place, (version, at)) in book.versions.iter().zip(&raw.version_of_server).enumerate() {
        let mut fault = |message: String, remedy: &str| {
            faults.push(locate.fault(at.id.span(), message, remedy))
        };
        let id = &version.id;
        let missing = HolderKind::ALL
            .iter()
            .find(|&&kind| there_is(kind) && !version.reached_by.contains(&kind));
        if let Some(kind) = missing.filter(|_| place == 0) {
            let message = format!(
                "`{id}` is the book's own version, and no licence for a {} reaches it",
                kind.id()
            );
            fault(message, "put the book's own version first, and name every kind of holder in it");
        }
        if let Some(kind) = version.reached_by.iter().find(|&&kind| !there_is(kind)) {
            fault(
                format!("`{id}` is reached by a {}, and no licence is for one", kind.id()),
                "leave it out",
            );
        }
        if version.reached_by.is_empty() && version.remedy.is_empty() {
            fault(
                format!("nothing reaches the version `{id}`, and it has no mend"),
                "say what would make it possible",
            );
        }
        let rules = raw
            .rule
            .iter()
            .map(|named| &named.id)
            .chain(raw.edition_of_server.iter().map(|named| &named.id));
        if rules
            .chain(raw.allowance.iter().map(|named| &named.id))
            .any(|known| known.get_ref() == id)
        {
            fault(
                format!("`{id}` is also a rule, an edition or an allowance"),
                "give one of them another id",
            );
        }
    }
    faults
}

/// No clause is idle, no two say the same, none is a sentence with a full stop.
pub(super) fn clauses(
    raw: &[raw::Clause],
    cited: &BTreeSet<ClauseId>,
    locate: &Locator<'_>,
) -> Vec<Fault> {
    let mut texts: BTreeMap<&str, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for (place, at) in (0..=u16::MAX).zip(raw) {
        let id = at.id.get_ref();
        if !cited.contains(&ClauseId(place)) {
            faults.push(locate.fault(
                at.id.span(),
                format!("nothing cites the clause `{id}`"),
                "cite it where it decides, or remove it",
            ));
        }
        if let Some(first_clause) = texts.insert(at.says.get_ref(), id) {
            faults.push(locate.fault(
                at.says.span(),
                format!("`{id}` says the same as `{first_clause}`"),
                "keep one of the two",
            ));
        }
        if let Some(date) = at.searched.as_ref().filter(|date| !is_date(date.get_ref())) {
            faults.push(locate.fault(
                date.span(),
                format!("`{id}` was searched for on no date"),
                "write YYYY-MM-DD",
            ));
        }
        faults.extend(sentence(&at.says, id, locate));
    }
    faults
}

/// A reading of our own, and a point on which texts disagree, says when a text was looked for that
/// settles it.
pub(super) fn searches(
    raw: &[raw::Clause],
    resolved: &[Clause],
    disputed: &BTreeSet<ClauseId>,
    locate: &Locator<'_>,
) -> Vec<Fault> {
    let missing = (0..=u16::MAX)
        .map(ClauseId)
        .zip(raw.iter().zip(resolved))
        .filter(|(_, (at, _))| at.searched.is_none());
    let fault = |(id, (at, clause)): (ClauseId, (&raw::Clause, &Clause))| {
        let why = if clause.confidence == Confidence::Derived {
            "is derived"
        } else if disputed.contains(&id) {
            "stands in a dispute"
        } else {
            return None;
        };
        let message =
            format!("`{}` {why} and does not say when a text was looked for", at.id.get_ref());
        let remedy = "look for a text, then cite it, or write `searched = \"YYYY-MM-DD\"`";
        Some(locate.fault(at.id.span(), message, remedy))
    };
    missing.filter_map(fault).collect()
}

/// The clauses that a verdict rests on where texts disagree.
fn disputed(book: &Rulebook) -> BTreeSet<ClauseId> {
    let mut disputed = BTreeSet::new();
    for rule in &book.rules {
        if let Outcome::Disputed { readings, .. } = &rule.outcome {
            disputed.extend(&rule.clauses);
            disputed.extend(readings.iter().flat_map(|(_, clauses)| clauses));
        }
    }
    disputed
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() == 3 && parts.iter().zip([4, 2, 2]).all(|(part, length)| digits(part, length))
}

/// The fault of a text that is not one sentence without a full stop.
pub(super) fn sentence(sentence: &Text, id: &str, locate: &Locator<'_>) -> Option<Fault> {
    let text = sentence.get_ref();
    (text.trim().is_empty() || text.ends_with('.')).then(|| {
        locate.fault(
            sentence.span(),
            format!("`{id}` is not one sentence without a full stop"),
            "say it in one sentence and leave the full stop out",
        )
    })
}

fn cited(book: &Rulebook) -> BTreeSet<ClauseId> {
    let mut cited = BTreeSet::new();
    cited.extend(book.standings.iter().flat_map(|standing| &standing.clauses));
    cited.extend(book.rules.iter().flat_map(|rule| &rule.clauses));
    cited.extend(book.licences.iter().flat_map(|licence| &licence.clauses));
    cited.extend(book.editions.iter().flat_map(|edition| &edition.clauses));
    cited.extend(book.versions.iter().flat_map(|version| &version.clauses));
    cited.extend(book.allowances.iter().flat_map(|allowance| &allowance.clauses));
    cited.extend(book.notes.iter().flat_map(|note| &note.clauses));
    cited.extend(book.programmes.iter().flat_map(|programme| &programme.clauses));
    cited.extend(book.step_ups.iter().flat_map(|step_up| &step_up.clauses));
    cited.extend(book.mappings.iter().flat_map(|mapping| &mapping.clauses));
    cited.extend(book.facts.iter().flat_map(|fact| &fact.clauses));
    cited.extend(book.conversions.iter().flat_map(|conversion| &conversion.clauses));
    cited.extend(book.tiers.iter().flat_map(|tier| &tier.clauses));
    cited.extend(
        book.licences.iter().flat_map(|licence| &licence.stands_for).flat_map(|way| &way.clauses),
    );
    for rule in &book.rules {
        if let Outcome::Disputed { readings, .. } = &rule.outcome {
            cited.extend(readings.iter().flat_map(|(_, clauses)| clauses));
        }
    }
    cited
}

/// No additive licence leads back to itself, and each can be held.
fn additives(raw: &raw::Book, book: &Rulebook, locate: &Locator<'_>) -> Vec<Fault> {
    let at = |line: &str| {
        raw.licence
            .iter()
            .find(|known| known.id.get_ref() == line)
            .map_or(0..0, |known| known.id.span())
    };
    let mut faults = Vec::new();
    for (id, licence) in book.licence_ids() {
        if leads_to(book, id, id, book.licences.len()) {
            faults.push(locate.fault(
                at(&licence.line),
                format!("the additive `{}` needs itself", licence.id),
                "break the circle of bases",
            ));
        } else if !licence.grants.is_empty()
            && !book.bundles.iter().any(|bundle| bundle.licences.contains(&id))
        {
            faults.push(locate.fault(
                at(&licence.line),
                format!("no combination uses `{}`", licence.id),
                "let it grant something that its base does not",
            ));
        }
    }
    faults
}

fn leads_to(book: &Rulebook, from: LicenceId, to: LicenceId, steps: usize) -> bool {
    let Some(licence) = book.licence(from).filter(|_| steps > 0) else { return false };
    licence.bases.iter().any(|&base| base == to || leads_to(book, base, to, steps - 1))
}
