//! Step-ups as licences: what is sold only to who owns another licence.
//!
//! A step-up is an additive licence whose base is what is owned. So the base becomes a licence of
//! its own that is not for sale: the owned one, under the conditions on which the step-up is sold.
//! Programmes that offer different things have such a base for each set that offers the same.

use super::names::{self, Names};
use super::raw;
use super::resolve::line;
use crate::{HolderKind, Licence, LicenceId, Offering, Programme, Rights, StandsFor, StepUp};

/// Resolves the names of a step-up.
pub(super) fn resolve(step_up: &raw::StepUp, raw: &raw::Book, names: &mut Names<'_>) -> StepUp {
    match step_up.from.as_slice() {
        [] => names.fault(
            &step_up.id,
            "a step-up starts from nothing",
            "say in `from` what has to be owned",
        ),
        [own] if !own.get_ref().contains('/') => {
            line(own, raw, names);
        }
        ids => {
            for id in ids.iter().filter(|id| !id.get_ref().contains('/')) {
                let remedy =
                    "write one line of this book, or full identifiers: crm-2011/cal-ess-user";
                names.fault(id, format!("`{}` is not of another book", id.get_ref()), remedy);
            }
            if step_up.from_name.is_none() {
                names.fault(&step_up.id, "what is owned has no name", "add `from_name`");
            }
        }
    }
    let offering = names.word(&step_up.offering, Offering::from_id, Offering::ALL, Offering::id);
    StepUp {
        id: step_up.id.get_ref().clone(),
        name: names::line_name(&step_up.name),
        offering: offering.unwrap_or(Offering::StepUp),
        from: step_up.from.iter().map(|from| from.get_ref().clone()).collect(),
        to: line(&step_up.to, raw, names),
        assured: step_up.assured,
        at_difference: step_up.at_difference,
        says: step_up.says.clone(),
        clauses: names.clauses(&step_up.clauses, &step_up.id),
    }
}

/// Adds the licences that step-ups are sold as, and what has to be owned for them.
///
/// A line that grants nothing (a server's) is told about, not counted, and adds none.
pub(super) fn add_licences(
    raw: &raw::Book,
    step_ups: &[StepUp],
    programmes: &[Programme],
    licences: &mut Vec<Licence>,
    names: &mut Names<'_>,
) {
    for &holder in HolderKind::ALL {
        for (place, (step_up, at)) in (0..=u16::MAX).zip(step_ups.iter().zip(&raw.step_up)) {
            let Some(to) = on(licences, &step_up.to, holder).cloned() else { continue };
            if !to.bases.is_empty() {
                names.fault(
                    &at.to,
                    format!("`{}` is additive itself", step_up.to),
                    "lead to a licence that stands alone",
                );
            }
            if !programmes.iter().any(|programme| programme.offers.contains(&step_up.offering)) {
                let message = format!("no programme offers `{}`", step_up.offering.id());
                names.fault(
                    &at.offering,
                    message,
                    "add it to the `offers` of the [[programme]] that sells it",
                );
            }
            let bases = bases(raw, step_ups, programmes, (step_up, at), holder, licences);
            let id = if sides(licences, step_up) > 1 {
                format!("{}-{}", step_up.id, holder.id())
            } else {
                step_up.id.clone()
            };
            licences.push(Licence {
                id,
                line: step_up.id.clone(),
                name: raw.holder.on(&at.name, holder),
                line_name: names::line_name(&at.name),
                bases,
                clauses: step_up.clauses.clone(),
                for_sale: true,
                stands_for: Vec::new(),
                same_as: None,
                step_up: Some(place),
                software: None,
                ..to
            });
        }
    }
}

/// The licence of a line on a holder, if it grants anything.
fn on<'l>(licences: &'l [Licence], line: &str, holder: HolderKind) -> Option<&'l Licence> {
    licences.iter().find(|licence| {
        licence.line == line && licence.holder == holder && !licence.grants.is_empty()
    })
}

/// For how many kinds of holders a step-up is sold.
fn sides(licences: &[Licence], step_up: &StepUp) -> usize {
    HolderKind::ALL.iter().filter(|&&holder| on(licences, &step_up.to, holder).is_some()).count()
}

/// Licences of which one has to be owned for a step-up, one for each set of programmes that offer
/// the same; added where missing.
fn bases(
    raw: &raw::Book,
    step_ups: &[StepUp],
    programmes: &[Programme],
    (step_up, at): (&StepUp, &raw::StepUp),
    holder: HolderKind,
    licences: &mut Vec<Licence>,
) -> Vec<LicenceId> {
    // What a programme offers to who owns the same.
    let offered = |programme: &Programme| -> Vec<&str> {
        let alike = step_ups.iter().filter(|candidate| {
            candidate.from == step_up.from && programme.offers.contains(&candidate.offering)
        });
        alike.map(|candidate| candidate.id.as_str()).collect()
    };
    let mut bases = Vec::new();
    for programme in
        programmes.iter().filter(|programme| programme.offers.contains(&step_up.offering))
    {
        let alike = programmes.iter().filter(|candidate| offered(candidate) == offered(programme));
        let alike: Vec<String> = alike.map(|candidate| candidate.id.clone()).collect();
        if alike.first() != Some(&programme.id) {
            continue;
        }
        let id = format!("held-{}-{}-{}", first_line(step_up), programme.id, holder.id());
        let place = licences.iter().position(|licence| licence.id == id).unwrap_or_else(|| {
            licences.push(held(raw, (step_up, at), holder, licences, (id, alike)));
            licences.len() - 1
        });
        bases.extend(u16::try_from(place).ok().map(LicenceId));
    }
    bases
}

/// The line of the first licence that a step-up starts from.
fn first_line(step_up: &StepUp) -> &str {
    let first = step_up.from.first().map_or("", String::as_str);
    let id = first.rsplit('/').next().unwrap_or(first);
    let holder =
        HolderKind::ALL.iter().find_map(|holder| id.strip_suffix(holder.id())?.strip_suffix('-'));
    holder.unwrap_or(id)
}

/// The owned licence under the conditions of a step-up.
fn held(
    raw: &raw::Book,
    (step_up, at): (&StepUp, &raw::StepUp),
    holder: HolderKind,
    licences: &[Licence],
    (id, programmes): (String, Vec<String>),
) -> Licence {
    let own = licences.iter().position(|licence| {
        step_up.from.contains(&licence.line)
            && licence.holder == holder
            && !licence.grants.is_empty()
    });
    let same_as = own.and_then(|place| u16::try_from(place).ok()).map(LicenceId);
    let own = own.and_then(|place| licences.get(place));
    let owned = match own {
        Some(licence) => vec![format!("{}/{}", raw.id.get_ref(), licence.id)],
        None => step_up.from.clone(),
    };
    let stands_for = owned.into_iter().map(|licence| StandsFor {
        licence,
        each: 1,
        assured: step_up.assured,
        programmes: programmes.clone(),
        clauses: step_up.clauses.clone(),
    });
    let to = on(licences, &step_up.to, holder);
    Licence {
        line: id.clone(),
        id,
        name: own.map_or_else(
            || at.from_name.clone().unwrap_or_default(),
            |licence| licence.name.clone(),
        ),
        line_name: own.map(|licence| licence.line_name.clone()).unwrap_or_default(),
        holder,
        audiences: own.or(to).map(|licence| licence.audiences.clone()).unwrap_or_default(),
        grants: own.map_or(Rights::NONE, |licence| licence.grants),
        bases: Vec::new(),
        clauses: step_up.clauses.clone(),
        for_sale: false,
        stands_for: stands_for.collect(),
        same_as,
        step_up: None,
        software: None,
    }
}
