//! What is not on the bill, and why: half of a licensing answer.

use crate::assessment::{BillLine, NotNeeded, WhyNot};
use crate::case::Case;
use crate::mix::{Mix, Offer};
use crate::money::Money;
use crate::requirement::{Derived, Holder};
use crate::trace::{HolderRef, Step, Trace};
use seatwise_rulebook::{HolderKind, Licence, LicenceId};

/// One entry for each line of licences without a bill line, and one where no device holds anything.
pub(crate) fn list(
    case: &Case<'_>,
    derived: &Derived<'_>,
    mix: &Mix,
    bill: &[BillLine],
    trace: &Trace,
    all_servers: Option<Money>,
) -> Vec<NotNeeded> {
    let context = Context { case, derived, mix, trace, all_servers };
    let billed = || mix.quantities.iter().filter_map(|&(id, _)| case.book.licence(id));
    let mut seen: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for (_, licence) in case.book.licence_ids() {
        let billed = billed().any(|one| one.line == licence.line);
        // A step-up is no news to who owns nothing to step up from.
        let open = licence.bases.iter().any(|&base| case.owned_of(base) > 0);
        let sold = licence.for_sale && (licence.step_up.is_none() || open);
        if sold && !licence.grants.is_empty() && !billed && !seen.contains(&licence.line.as_str()) {
            seen.push(&licence.line);
            // Whether a step-up would do somewhere hangs on who else takes what it starts from.
            let known = |why: &WhyNot| licence.step_up.is_none() || *why == WhyNot::Unpriced;
            found.extend(context.why(&licence.line).filter(known).map(|why| NotNeeded {
                line: licence.line.clone(),
                name: case.book.line_name(&licence.line),
                why,
            }));
        }
    }
    found.extend(context.devices(bill));
    found
}

struct Context<'a> {
    case: &'a Case<'a>,
    derived: &'a Derived<'a>,
    mix: &'a Mix,
    trace: &'a Trace,
    all_servers: Option<Money>,
}

impl Context<'_> {
    /// Why a line is not on the bill; none where it would do as well as what is owned, which costs nothing.
    fn why(&self, line: &str) -> Option<WhyNot> {
        if self.derived.requirements.is_empty() {
            return Some(WhyNot::NothingNeeded);
        }
        let family: Vec<(LicenceId, &Licence)> =
            self.case.book.licence_ids().filter(|(_, licence)| licence.line == line).collect();
        let offered =
            |id: LicenceId| self.mix.offered.get(usize::from(id.0)).is_some_and(|&offer| offer != Offer::LeftOut);
        if !family.iter().any(|&(id, _)| offered(id)) {
            return Some(WhyNot::Unpriced);
        }
        let kinds: Vec<HolderKind> = family.iter().map(|(_, licence)| licence.holder).collect();
        let Some(first) = self.first_holder(&kinds) else {
            let server = kinds == [HolderKind::Server];
            return Some(if server { WhyNot::NoSuchAudience } else { WhyNot::NoSuchHolder });
        };
        if kinds == [HolderKind::Server] {
            return Some(self.servers(first));
        }
        let swap = self.cheapest_swap(&family);
        swap.or_else(|| (!self.stands_in_for_owned(&family)).then_some(WhyNot::AllowsNothingNeeded))
    }

    /// Whether a combination with such a licence would do for a holder that is served from what is owned.
    fn stands_in_for_owned(&self, family: &[(LicenceId, &Licence)]) -> bool {
        let bundle = |place: usize| self.case.book.bundles.get(place);
        let has = |place: usize, wanted: &dyn Fn(LicenceId) -> bool| {
            bundle(place).is_some_and(|bundle| bundle.licences.iter().any(|&id| wanted(id)))
        };
        let grants = self.derived.classes.grants();
        let granted = |place: usize| grants.get(place).copied().unwrap_or_default();
        self.mix.lots.iter().filter(|lot| has(lot.bundle, &|id| self.case.owned_of(id) > 0)).any(|lot| {
            let mine = self.derived.requirements.iter().filter(|one| one.alternatives.contains(&lot.holder));
            let asked = mine.fold(0, |all, one| all | 1_u128.checked_shl(one.class.into()).unwrap_or_default());
            let met = asked & granted(lot.bundle);
            let of_kind = |place: usize| bundle(place).is_some_and(|one| one.holder == lot.holder.kind());
            let mut places = (0..grants.len()).filter(|&place| of_kind(place) && granted(place) & met == met);
            places.any(|place| has(place, &|id| family.iter().any(|one| one.0 == id)))
        })
    }

    /// The first holder of these kinds that could meet some requirement.
    fn first_holder(&self, kinds: &[HolderKind]) -> Option<Holder> {
        let all = self.derived.requirements.iter().flat_map(|requirement| &requirement.alternatives);
        all.copied().filter(|holder| kinds.contains(&holder.kind())).min()
    }

    fn servers(&self, first: Holder) -> WhyNot {
        let holder = first.named(self.case);
        match self.all_servers.map(|total| total.minus(self.mix.total)) {
            Some(Money::ZERO) => WhyNot::Tie { holder },
            Some(more) => WhyNot::Dearer { holder, more },
            None => WhyNot::AllowsNothingNeeded,
        }
    }

    /// The least that it would cost more to give some group this licence instead of what it holds.
    fn cheapest_swap(&self, family: &[(LicenceId, &Licence)]) -> Option<WhyNot> {
        let in_family =
            |licences: &[String]| licences.iter().any(|held| family.iter().any(|(_, licence)| licence.id == *held));
        let swaps = self.trace.entries().filter_map(|(_, entry)| match &entry.step {
            Step::Chosen { holder, others, .. } => {
                let other = others.iter().find(|other| in_family(&other.licences))?;
                Some((other.more, holder.clone()))
            }
            _ => None,
        });
        let (more, holder): (Money, HolderRef) = swaps.min_by(|a, b| a.0.cmp(&b.0))?;
        Some(if more == Money::ZERO { WhyNot::Tie { holder } } else { WhyNot::Dearer { holder, more } })
    }

    /// Why no device holds a licence, if none does.
    fn devices(&self, bill: &[BillLine]) -> Option<NotNeeded> {
        let sold = self.case.book.licences.iter().any(|licence| licence.holder == HolderKind::Device);
        let billed = bill.iter().any(|line| line.lots.iter().any(|lot| lot.holder.kind() == HolderKind::Device));
        let shared = self
            .derived
            .requirements
            .iter()
            .any(|requirement| requirement.alternatives.iter().any(|holder| matches!(holder, Holder::Shared(_))));
        let idle = sold && !billed && !shared && !self.derived.requirements.is_empty();
        idle.then(|| NotNeeded {
            line: "device".to_owned(),
            name: "Licences for devices".to_owned(),
            why: WhyNot::NoSuchHolder,
        })
    }
}
