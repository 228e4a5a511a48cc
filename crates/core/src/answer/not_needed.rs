//! Licences that are not on the bill, and the reasons: half of a licensing answer.
//!
//! A substitute is a whole combination of licences that does for a holder all that the bill's
//! combination is relied on for, or it is none. An additive that is part of a substitute is named
//! with its base, not for itself.

use crate::answer::assessment::{BillLine, NotNeeded, WhyNot};
use crate::answer::choice::{Choices, Reliance};
use crate::demand::{Demand, Holder};
use crate::mix::{Mix, Offer, Quantity};
use crate::money::Money;
use crate::resolve::case::Case;
use seatwise_rulebook::{Bundle, HolderKind, Licence, LicenceId};

/// The cheapest mix with a server licence wherever one would do.
pub(crate) struct ServersEverywhere<'a> {
    pub(crate) total: Money,
    pub(crate) quantities: &'a [Quantity],
}

/// One entry for each line of licences without a bill line, and one where no device holds anything.
pub(crate) fn list(
    case: &Case<'_>,
    demand: &Demand<'_>,
    mix: &Mix,
    bill: &[BillLine],
    servers: Option<ServersEverywhere<'_>>,
) -> Vec<NotNeeded> {
    let choices = Choices::new(case, demand, mix);
    let context = Context {
        case,
        demand,
        mix,
        reliances: choices.reliances(),
        idle: idle(case, demand, mix),
        choices,
        servers,
    };
    let billed = || mix.quantities.iter().filter_map(|&(id, _)| case.book.licence(id));
    let mut seen: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for (_, licence) in case.book.licence_ids() {
        let billed = billed().any(|other| other.line == licence.line);
        // A step-up is no news to who owns nothing to step up from.
        let open = licence.bases.iter().any(|&base| case.owned_of(base) > 0);
        let sold = licence.for_sale && (licence.step_up.is_none() || open);
        if sold && !licence.grants.is_empty() && !billed && !seen.contains(&licence.line.as_str()) {
            seen.push(&licence.line);
            // Whether a step-up would do somewhere hangs on who else takes what it starts from.
            let known = |why: &WhyNot| licence.step_up.is_none() || *why == WhyNot::Unpriced;
            rows.extend(context.why(&licence.line).filter(known).map(|why| NotNeeded {
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
fn idle(case: &Case<'_>, demand: &Demand<'_>, mix: &Mix) -> Vec<(Holder, u128)> {
    let mut classes: Vec<Option<(Holder, u128)>> = vec![None; case.slots()];
    for requirement in &demand.requirements {
        let class = 1_u128.checked_shl(requirement.class.into()).unwrap_or_default();
        for &holder in &requirement.alternatives {
            if let Some(row) = classes.get_mut(case.slot(holder)) {
                row.get_or_insert((holder, 0)).1 |= class;
            }
        }
    }
    for lot in &mix.lots {
        if let Some(row) = classes.get_mut(case.slot(lot.holder)) {
            *row = None;
        }
    }
    // Holders are much alike: one of a kind with the same classes is enough.
    let mut rows: Vec<(Holder, u128)> = Vec::new();
    for row in classes.into_iter().flatten() {
        if !rows.iter().any(|known| (known.0.kind(), known.1) == (row.0.kind(), row.1)) {
            rows.push(row);
        }
    }
    rows
}

struct Context<'a> {
    case: &'a Case<'a>,
    demand: &'a Demand<'a>,
    mix: &'a Mix,
    choices: Choices<'a>,
    /// Reliances of the mix on its holders, alike ones once.
    reliances: Vec<Reliance>,
    /// Holders without a licence, alike ones once.
    idle: Vec<(Holder, u128)>,
    servers: Option<ServersEverywhere<'a>>,
}

impl Context<'_> {
    /// The reason for which a line is not on the bill; none where it would do as well as what is
    /// owned, which costs nothing, or where it is an additive that the substitutes of its base
    /// name.
    fn why(&self, line: &str) -> Option<WhyNot> {
        if self.demand.requirements.is_empty() {
            return Some(WhyNot::NothingNeeded);
        }
        let family: Vec<(LicenceId, &Licence)> =
            self.case.book.licence_ids().filter(|(_, licence)| licence.line == line).collect();
        let offered = |id: LicenceId| {
            self.mix.offered.get(usize::from(id.0)).is_some_and(|&offer| offer != Offer::LeftOut)
        };
        if !family.iter().any(|&(id, _)| offered(id)) {
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
        let instead = self.instead(&family);
        if additive || self.stands_in_for_owned(&family) {
            return instead
                .is_none()
                .then_some(WhyNot::AllowsNothingNeeded)
                .filter(|_| !self.stands_in_for_owned(&family));
        }
        Some(instead.unwrap_or(WhyNot::AllowsNothingNeeded))
    }

    /// The outcome of giving somebody a combination with such a licence; none where no combination
    /// would do.
    fn instead(&self, family: &[(LicenceId, &Licence)]) -> Option<WhyNot> {
        self.cheapest_swap(family).or_else(|| {
            let takes = |kind: HolderKind, classes: u128| {
                self.choices.would_do_with(kind, classes, family).next().is_some()
            };
            let covered = self.idle.iter().find(|(holder, classes)| takes(holder.kind(), *classes));
            covered.map(|(holder, _)| WhyNot::CoveredOtherwise { holder: holder.named(self.case) })
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
        let all = self.demand.requirements.iter().flat_map(|requirement| &requirement.alternatives);
        all.copied().filter(|holder| kinds.contains(&holder.kind())).min()
    }

    /// The reason for which a server licence is not on the bill: what it costs more to take one
    /// wherever one would do, if it is among those; none where another server licence is taken
    /// there.
    fn on_servers(&self, family: &[(LicenceId, &Licence)]) -> Option<WhyNot> {
        let in_family = |id: LicenceId| family.iter().any(|(member, _)| *member == id);
        if let Some(servers) = &self.servers
            && servers.quantities.iter().any(|&(id, (needed, _, _))| needed > 0 && in_family(id))
        {
            let kinds = [HolderKind::Server];
            let holder = self.first_holder(&kinds)?.named(self.case);
            let (more, with) = (servers.total.minus(self.mix.total), Vec::new());
            let same = more == Money::ZERO;
            return Some(if same {
                WhyNot::Tie { holder, with }
            } else {
                WhyNot::Dearer { holder, with, more }
            });
        }
        let is_of_use = |&(holder, classes): &(Holder, u128)| {
            holder.kind() == HolderKind::Server
                && self.choices.grants_some(HolderKind::Server, classes, family)
        };
        let reliances = self.reliances.iter().map(|reliance| (reliance.holder, reliance.classes));
        let mut holders = self.idle.iter().copied().chain(reliances);
        (!holders.any(|row| is_of_use(&row))).then_some(WhyNot::AllowsNothingNeeded)
    }

    /// The least that it would cost more to give some holder a combination with this licence
    /// instead of what it holds.
    fn cheapest_swap(&self, family: &[(LicenceId, &Licence)]) -> Option<WhyNot> {
        let swaps = self.reliances.iter().filter_map(|reliance| {
            let (bundle, more) = self.choices.cheapest_with(reliance, family)?;
            Some((more.times(reliance.units), bundle, reliance))
        });
        let (more, bundle, reliance) =
            swaps.min_by_key(|swap| (swap.0, swap.1.licences.len(), swap.2.holder))?;
        let others =
            bundle.licences.iter().filter(|id| !family.iter().any(|(member, _)| member == *id));
        let names = others.filter_map(|&id| self.case.book.licence(self.case.book.plain(id)));
        let with: Vec<String> = names.map(|licence| licence.name.clone()).collect();
        let holder = reliance.holder.named(self.case);
        Some(if more == Money::ZERO {
            WhyNot::Tie { holder, with }
        } else {
            WhyNot::Dearer { holder, with, more }
        })
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
