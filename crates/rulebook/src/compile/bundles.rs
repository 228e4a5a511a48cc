//! The sensible ways to combine licences on one holder.

use crate::tier::{Tier, TierId, grants_of};
use crate::{Bundle, HolderKind, Licence, LicenceId, Rights};

/// No holder needs more licences than this at once in any product that we know.
const MOST: usize = 4;

/// Every combination in which each additive has its base and no licence is superfluous.
///
/// A licence is superfluous when the others are still complete without it and grant as much, in
/// environments of every tier: who works in environments of two tiers may need a licence of each.
pub(super) fn enumerate(licences: &[Licence], tiers: &[Tier]) -> Vec<Bundle> {
    let mut bundles = Vec::new();
    for &holder in HolderKind::ALL {
        let assignable: Vec<(LicenceId, &Licence)> = (0..=u16::MAX)
            .map(LicenceId)
            .zip(licences)
            .filter(|(id, licence)| {
                licence.holder == holder && (!licence.grants.is_empty() || is_base(*id, licences))
            })
            .collect();
        let mut chosen = Vec::new();
        extend(&assignable, 0, &mut chosen, &mut |set| {
            if complete(set) && !set.iter().any(|chosen| superfluous(chosen.0, set, tiers)) {
                bundles.push(Bundle {
                    holder,
                    licences: set.iter().map(|chosen| chosen.0).collect(),
                    grants: grants(set),
                });
            }
        });
    }
    bundles
}

type Chosen<'a> = (LicenceId, &'a Licence);

fn extend<'a>(
    licences: &[Chosen<'a>],
    from: usize,
    chosen: &mut Vec<Chosen<'a>>,
    visit: &mut impl FnMut(&[Chosen<'a>]),
) {
    for (place, &licence) in licences.iter().enumerate().skip(from) {
        chosen.push(licence);
        visit(chosen);
        if chosen.len() < MOST {
            extend(licences, place + 1, chosen, visit);
        }
        chosen.pop();
    }
}

/// True if something stands on a licence: one that grants nothing by itself may still be needed for
/// it.
fn is_base(id: LicenceId, licences: &[Licence]) -> bool {
    licences.iter().any(|licence| licence.bases.contains(&id))
}

fn complete(set: &[Chosen<'_>]) -> bool {
    let based = set.iter().all(|(_, licence)| {
        licence.bases.is_empty()
            || licence.bases.iter().any(|base| set.iter().any(|(id, _)| id == base))
    });
    let steps: Vec<&Licence> =
        set.iter().map(|chosen| chosen.1).filter(|licence| licence.step_up.is_some()).collect();
    based && each_has_its_own(&steps, &set.iter().map(|chosen| chosen.0).collect::<Vec<_>>())
}

/// A step-up takes the place of its base, so no two of them share one.
fn each_has_its_own(steps: &[&Licence], bases: &[LicenceId]) -> bool {
    let Some((first, further)) = steps.split_first() else { return true };
    first.bases.iter().filter(|base| bases.contains(base)).any(|base| {
        let left: Vec<LicenceId> =
            bases.iter().copied().filter(|candidate| candidate != base).collect();
        each_has_its_own(further, &left)
    })
}

fn grants(set: &[Chosen<'_>]) -> Rights {
    set.iter().fold(Rights::NONE, |rights, (_, licence)| rights.union(licence.grants))
}

fn superfluous(id: LicenceId, set: &[Chosen<'_>], tiers: &[Tier]) -> bool {
    let remaining: Vec<_> = set.iter().copied().filter(|(held, _)| *held != id).collect();
    let in_tier = |set: &[Chosen<'_>], tier: TierId| grants_of(set, tiers, tier);
    let mut every_tier = (0..=u8::MAX).map(TierId).zip(tiers).map(|(id, _)| id);
    complete(&remaining)
        && grants(set).is_subset(grants(&remaining))
        && every_tier.all(|tier| in_tier(set, tier).is_subset(in_tier(&remaining, tier)))
}
