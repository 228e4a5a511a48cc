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
            found.push(NotNeeded {
                line: licence.line.clone(),
                name: case.book.line_name(&licence.line),
                why: context.why(&licence.line),
            });
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
    fn why(&self, line: &str) -> WhyNot {
        if self.derived.requirements.is_empty() {
            return WhyNot::NothingNeeded;
        }
        let family: Vec<(LicenceId, &Licence)> =
            self.case.book.licence_ids().filter(|(_, licence)| licence.line == line).collect();
        let offered =
            |id: LicenceId| self.mix.offered.get(usize::from(id.0)).is_some_and(|&offer| offer != Offer::LeftOut);
        if !family.iter().any(|&(id, _)| offered(id)) {
            return WhyNot::Unpriced;
        }
        let kinds: Vec<HolderKind> = family.iter().map(|(_, licence)| licence.holder).collect();
        let Some(first) = self.first_holder(&kinds) else {
            return if kinds == [HolderKind::Server] { WhyNot::NoSuchAudience } else { WhyNot::NoSuchHolder };
        };
        if kinds == [HolderKind::Server] {
            return self.servers(first);
        }
        self.cheapest_swap(&family).unwrap_or(WhyNot::AllowsNothingNeeded)
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
