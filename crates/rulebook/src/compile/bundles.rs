//! The sensible ways to combine licences on one holder.

use crate::{Bundle, HolderKind, Licence, LicenceId, Rights};

/// No holder needs more licences than this at once in any product that we know.
const MOST: usize = 4;

/// Every combination in which each additive has its base and no licence is superfluous.
///
/// A licence is superfluous when the others are still complete without it and grant as much.
pub(super) fn enumerate(licences: &[Licence]) -> Vec<Bundle> {
    let mut bundles = Vec::new();
    for &holder in HolderKind::ALL {
        let mine: Vec<(LicenceId, &Licence)> = (0..=u16::MAX)
            .map(LicenceId)
            .zip(licences)
            .filter(|(_, licence)| licence.holder == holder && !licence.grants.is_empty())
            .collect();
        let mut chosen = Vec::new();
        extend(&mine, 0, &mut chosen, &mut |set| {
            if complete(set) && !set.iter().any(|one| superfluous(one.0, set)) {
                bundles.push(Bundle { holder, licences: set.iter().map(|one| one.0).collect(), grants: grants(set) });
            }
        });
    }
    bundles
}

type Chosen<'a> = (LicenceId, &'a Licence);

fn extend<'a>(all: &[Chosen<'a>], from: usize, chosen: &mut Vec<Chosen<'a>>, visit: &mut impl FnMut(&[Chosen<'a>])) {
    for (place, &one) in all.iter().enumerate().skip(from) {
        chosen.push(one);
        visit(chosen);
        if chosen.len() < MOST {
            extend(all, place + 1, chosen, visit);
        }
        chosen.pop();
    }
}

fn complete(set: &[Chosen<'_>]) -> bool {
    set.iter().all(|(_, licence)| {
        licence.bases.is_empty() || licence.bases.iter().any(|base| set.iter().any(|(id, _)| id == base))
    })
}

fn grants(set: &[Chosen<'_>]) -> Rights {
    set.iter().fold(Rights::NONE, |all, (_, licence)| all.union(licence.grants))
}

fn superfluous(one: LicenceId, set: &[Chosen<'_>]) -> bool {
    let rest: Vec<_> = set.iter().copied().filter(|(id, _)| *id != one).collect();
    complete(&rest) && grants(set).is_subset(grants(&rest))
}
