//! Licences that are not on the bill, and the reasons: half of a licensing answer.
//!
//! A substitute is a whole combination of licences that does for a holder all that the bill's
//! combination is relied on for, or it is none. An additive that is part of a substitute is named
//! with its base, not for itself.

use crate::answer::assessment::{BillLine, NotNeeded, WhyNot};
use crate::answer::choice::{Choices, Reliance};
use crate::demand::right_class::bit;
use crate::demand::{Demand, Holder};
use crate::mix::{Instance, Mix, MixTotals, Offer, Quantity};
use crate::money::Money;
use crate::resolve::case::Case;
use crate::trace::HolderRef;
use seatwise_rulebook::{Bundle, HolderKind, Licence, LicenceId};

/// One entry for each line of licences without a bill line, and one where no device holds anything.
///
/// `servers_everywhere` is the cheapest mix with a server licence wherever one would do.
pub(crate) fn list(
    instance: Instance<'_>,
    mix: &Mix,
    bill: &[BillLine],
    servers_everywhere: Option<&MixTotals>,
) -> Vec<NotNeeded> {
    let Instance { case, demand, .. } = instance;
    let choices = Choices::new(case, demand, mix);
    let context = Context {
        case,
        demand,
        mix,
        reliances: choices.reliances(),
        idle: idle(case, demand, mix),
        choices,
        servers_everywhere,
    };
    let billed =
        || mix.quantities.iter().filter_map(|quantity| case.book.licence(quantity.licence));
    let mut seen: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for (_, licence) in case.book.licence_ids() {
        let billed = billed().any(|billed| billed.line == licence.line);
        // A step-up is no news to who owns nothing to step up from.
        let open = licence.bases.iter().any(|&base| case.owned_of(base) > 0);
        let sold = licence.for_sale && (licence.step_up.is_none() || open);
        if sold && !licence.grants.is_empty() && !billed && !seen.contains(&licence.line.as_str()) {
            seen.push(&licence.line);
            // If a step-up would do somewhere depends on who else takes what it starts from.
            let known = |reason: &WhyNot| licence.step_up.is_none() || *reason == WhyNot::Unpriced;
            rows.extend(context.reason(&licence.line).filter(known).map(|why| NotNeeded {
                line: licence.line.clone(),
                name: case.book.line_name(&licence.line),
                why,
            }));
        }
    }
    rows.extend(context.devices(bill));
    rows
}

/// Holders without a licence that could meet some requirement, with the classes of all that they
/// could meet.
fn idle(case: &Case<'_>, demand: &Demand<'_>, mix: &Mix) -> Vec<IdleHolder> {
    let mut holders: Vec<Option<IdleHolder>> = vec![None; case.slots()];
    for requirement in &demand.requirements {
        for &holder in &requirement.alternatives {
            if let Some(slot) = holders.get_mut(case.slot(holder)) {
                let idle = slot.get_or_insert(IdleHolder { holder, classes: 0 });
                idle.classes |= bit(requirement.class);
            }
        }
    }
    for lot in &mix.lots {
        if let Some(slot) = holders.get_mut(case.slot(lot.holder)) {
            *slot = None;
        }
    }
    // Holders are much alike: one of a kind with the same classes is enough.
    let mut unlike: Vec<IdleHolder> = Vec::new();
    for idle in holders.into_iter().flatten() {
        let key = |idle: &IdleHolder| (idle.holder.kind(), idle.classes);
        if !unlike.iter().any(|known| key(known) == key(&idle)) {
            unlike.push(idle);
        }
    }
    unlike
}

/// A holder without a licence, and the classes of what it could meet, a bit each.
#[derive(Clone, Copy)]
struct IdleHolder {
    holder: Holder,
    classes: u128,
}

struct Context<'a> {
    case: &'a Case<'a>,
    demand: &'a Demand<'a>,
    mix: &'a Mix,
    choices: Choices<'a>,
    /// Reliances of the mix on its holders, alike ones once.
    reliances: Vec<Reliance>,
    /// Holders without a licence, alike ones once.
    idle: Vec<IdleHolder>,
    servers_everywhere: Option<&'a MixTotals>,
}

impl Context<'_> {
    /// The reason for which a line is not on the bill; none where it would do as well as what is
    /// owned, which costs nothing, or where it is an additive that the substitutes of its base
    /// name.
    fn reason(&self, line: &str) -> Option<WhyNot> {
        if self.demand.requirements.is_empty() {
            return Some(WhyNot::NothingNeeded);
        }
        let family: Vec<(LicenceId, &Licence)> =
            self.case.book.licence_ids().filter(|(_, licence)| licence.line == line).collect();
        if family.iter().all(|&(id, _)| self.mix.offer_of(id) == Offer::LeftOut) {
            return Some(WhyNot::Unpriced);
        }
        let kinds: Vec<HolderKind> = family.iter().map(|(_, licence)| licence.holder).collect();
        if self.first_holder(&kinds).is_none() {
            let server = kinds == [HolderKind::Server];
            return Some(if server { WhyNot::NoSuchAudience } else { WhyNot::NoSuchHolder });
        }
        if kinds == [HolderKind::Server] {
            return self.on_servers(&family);
        }
        let additive = family.iter().all(|(_, licence)| !licence.bases.is_empty());
        let substitution = self.substitution(&family);
        if additive || self.stands_in_for_owned(&family) {
            return substitution
                .is_none()
                .then_some(WhyNot::AllowsNothingNeeded)
                .filter(|_| !self.stands_in_for_owned(&family));
        }
        Some(substitution.unwrap_or(WhyNot::AllowsNothingNeeded))
    }

    /// The outcome of giving somebody a combination with such a licence; none where no combination
    /// would do.
    fn substitution(&self, family: &[(LicenceId, &Licence)]) -> Option<WhyNot> {
        self.cheapest_swap(family).or_else(|| {
            let takes = |kind: HolderKind, classes: u128| {
                self.choices.would_do_with(kind, classes, family).next().is_some()
            };
            let covered = self.idle.iter().find(|idle| takes(idle.holder.kind(), idle.classes))?;
            Some(WhyNot::CoveredOtherwise { holder: covered.holder.named(self.case) })
        })
    }

    /// True if a combination with such a licence would do for a holder that is served from what is
    /// owned.
    fn stands_in_for_owned(&self, family: &[(LicenceId, &Licence)]) -> bool {
        let owned = |bundle: &Bundle| bundle.licences.iter().any(|&id| self.case.owned_of(id) > 0);
        let held = |place: usize| self.case.book.bundles.get(place);
        let of_owned =
            self.reliances.iter().filter(|reliance| held(reliance.bundle).is_some_and(owned));
        of_owned.into_iter().any(|reliance| {
            let kind = reliance.holder.kind();
            self.choices.would_do_with(kind, reliance.classes, family).next().is_some()
        })
    }

    /// The first holder of these kinds that could meet some requirement.
    fn first_holder(&self, kinds: &[HolderKind]) -> Option<Holder> {
        self.demand.alternatives().filter(|holder| kinds.contains(&holder.kind())).min()
    }

    /// The reason for which a server licence is not on the bill: what it costs more to take one
    /// wherever one would do, if it is among those; none where another server licence is taken
    /// there.
    fn on_servers(&self, family: &[(LicenceId, &Licence)]) -> Option<WhyNot> {
        let in_family = |id: LicenceId| family.iter().any(|(member, _)| *member == id);
        let takes = |quantity: &Quantity| quantity.needed > 0 && in_family(quantity.licence);
        if let Some(servers) = self.servers_everywhere
            && servers.quantities.iter().any(takes)
        {
            let holder = self.first_holder(&[HolderKind::Server])?.named(self.case);
            return Some(dearer(holder, Vec::new(), servers.total.minus(self.mix.total)));
        }
        let is_of_use = |holder: Holder, classes: u128| {
            holder.kind() == HolderKind::Server
                && self.choices.grants_some(HolderKind::Server, classes, family)
        };
        let some_use = self.idle.iter().any(|idle| is_of_use(idle.holder, idle.classes))
            || self.reliances.iter().any(|reliance| is_of_use(reliance.holder, reliance.classes));
        (!some_use).then_some(WhyNot::AllowsNothingNeeded)
    }

    /// The least that it would cost more to give some holder a combination with this licence
    /// instead of what it holds.
    fn cheapest_swap(&self, family: &[(LicenceId, &Licence)]) -> Option<WhyNot> {
        let swaps = self.reliances.iter().filter_map(|reliance| {
            let (bundle, more) = self.choices.cheapest_with(reliance, family)?;
            Some((more.times(reliance.units), bundle, reliance))
        });
        let (more, bundle, reliance) = swaps.min_by_key(|(more, bundle, reliance)| {
            (*more, bundle.licences.len(), reliance.holder)
        })?;
        let companions =
            bundle.licences.iter().filter(|id| !family.iter().any(|(member, _)| member == *id));
        let names =
            companions.filter_map(|&id| self.case.book.licence(self.case.book.billed_as(id)));
        let with: Vec<String> = names.map(|licence| licence.name.clone()).collect();
        Some(dearer(reliance.holder.named(self.case), with, more))
    }

    /// The reason for which no device holds a licence, if none does.
    fn devices(&self, bill: &[BillLine]) -> Option<NotNeeded> {
        let sold =
            self.case.book.licences.iter().any(|licence| licence.holder == HolderKind::Device);
        let billed = bill
            .iter()
            .any(|line| line.lots.iter().any(|lot| lot.holder.kind() == HolderKind::Device));
        let shared = self.demand.requirements.iter().any(|requirement| {
            requirement.alternatives.iter().any(|holder| matches!(holder, Holder::Shared(_)))
        });
        let idle = sold && !billed && !shared && !self.demand.requirements.is_empty();
        idle.then(|| NotNeeded {
            line: "device".to_owned(),
            name: self.case.words.licences_for_devices().to_owned(),
            why: WhyNot::NoSuchHolder,
        })
    }
}

/// The reason that a licence costs more for a holder, or as much.
fn dearer(holder: HolderRef, with: Vec<String>, more: Money) -> WhyNot {
    if more == Money::ZERO {
        WhyNot::Tie { holder, with }
    } else {
        WhyNot::Dearer { holder, with, more }
    }
}
