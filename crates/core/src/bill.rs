//! The bill: the mix, counted and priced, each line with the steps that it rests on.

use crate::allowance;
use crate::assessment::{BillLine, Lot};
use crate::case::Case;
use crate::mix::{Mix, MixLot, Offer};
use crate::money::Money;
use crate::order;
use crate::requirement::{Derived, Holder};
use crate::trace::{Other, Step, StepId, Trace};
use seatwise_rulebook::{Basis, Bundle, LicenceId, Per};

/// Writes the bill and the steps of the trace that end in its lines.
pub(crate) fn write(
    case: &Case<'_>,
    derived: &Derived<'_>,
    mix: &Mix,
    allowed: &[StepId],
    trace: &mut Trace,
) -> Vec<BillLine> {
    let causes = Causes::new(case, derived);
    let chosen: Vec<StepId> = mix
        .lots
        .iter()
        .map(|lot| {
            let mut because = causes.of(case.slot(lot.holder));
            if causes.shares_allowance(case.slot(lot.holder)) {
                because.extend_from_slice(allowed);
            }
            trace.record(chosen(case, derived, mix, lot), because)
        })
        .collect();
    mix.quantities.iter().filter_map(|&(id, quantity)| line(case, mix, id, quantity, &chosen, trace)).collect()
}

fn line(
    case: &Case<'_>,
    mix: &Mix,
    id: LicenceId,
    (quantity, owned, buy): (u64, u64, u64),
    chosen: &[StepId],
    trace: &mut Trace,
) -> Option<BillLine> {
    let licence = case.book.licence(id)?;
    let held: Vec<(&MixLot, StepId)> = mix
        .lots
        .iter()
        .zip(chosen.iter().copied())
        .filter(|(lot, _)| bundle(case, lot.bundle).is_some_and(|bundle| holds(case, bundle, id)))
        .collect();
    let clauses = case.book.names_of(&licence.clauses);
    let step = Step::Line { licence: licence.id.clone(), quantity, clauses };
    let reason = trace.record(step, held.iter().map(|&(_, step)| step).collect());
    let mut lots: Vec<Lot> = Vec::new();
    for (lot, _) in held {
        let holder = lot.holder.named(case);
        match lots.iter_mut().find(|one| one.holder == holder) {
            Some(one) => one.units += lot.units,
            None => lots.push(Lot { holder, units: lot.units }),
        }
    }
    let mut holders: Vec<String> = lots.iter().map(|lot| lot.holder.id().to_owned()).collect();
    holders.dedup();
    let unit_price = match mix.offered.get(usize::from(id.0)) {
        Some(Offer::At(money)) => Some(*money),
        _ => None,
    };
    let price = case.pricing.of(id);
    Some(BillLine {
        licence: case.book.full_id(licence),
        name: licence.name.clone(),
        quantity,
        owned,
        buy,
        unit_price,
        per: price.map_or(Per::Once, |price| price.per),
        basis: price.map_or(Basis::Assumption, |price| price.basis),
        amount: unit_price.unwrap_or(Money::ZERO).times(buy),
        holders,
        lots,
        reason,
    })
}

/// Whether a combination holds a licence, be it under conditions.
fn holds(case: &Case<'_>, bundle: &Bundle, id: LicenceId) -> bool {
    bundle.licences.iter().any(|&held| case.book.plain(held) == id)
}

fn bundle<'a>(case: &Case<'a>, place: usize) -> Option<&'a Bundle> {
    case.book.bundles.get(place)
}

/// What was chosen for a lot, and what else would do there.
fn chosen(case: &Case<'_>, derived: &Derived<'_>, mix: &Mix, lot: &MixLot) -> Step {
    let used = used_classes(derived, mix, lot);
    let price = |bundle: &Bundle| -> Option<Money> {
        bundle.licences.iter().try_fold(Money::ZERO, |sum, &id| match mix.offered.get(usize::from(id.0)) {
            Some(Offer::At(money)) => Some(sum.plus(*money)),
            _ => None,
        })
    };
    let names = |bundle: &Bundle| -> Vec<String> {
        let plain = bundle.licences.iter().filter_map(|&id| case.book.licence(case.book.plain(id)));
        plain.map(|licence| licence.id.clone()).collect()
    };
    let held = bundle(case, lot.bundle);
    let paid = held.and_then(price);
    let would_do: Vec<(usize, &Bundle)> = case
        .book
        .bundles
        .iter()
        .enumerate()
        .filter(|(place, other)| {
            let grants = |&class: &u8| derived.classes.granting(class).binary_search(place).is_ok();
            other.holder == lot.holder.kind() && !used.is_empty() && used.iter().all(grants)
        })
        .collect();
    // A combination that holds all of another one is no choice of its own.
    let minimal = |bundle: &Bundle| {
        !would_do.iter().any(|(_, other)| {
            other.licences.len() < bundle.licences.len() && other.licences.iter().all(|id| bundle.licences.contains(id))
        })
    };
    let others =
        would_do.iter().filter(|(place, other)| *place != lot.bundle && minimal(other)).filter_map(|(_, other)| {
            Some(Other { licences: names(other), more: price(other)?.minus(paid?).times(lot.units) })
        });
    // What is owned costs nothing here, so a difference of list prices would say nothing.
    let owned = held.is_some_and(|held| held.licences.iter().any(|id| case.owned.iter().any(|(one, _)| one == id)));
    let others = others.filter(|other| !owned && other.more >= Money::ZERO);
    let mut others: Vec<Other> = others.collect();
    order::sort_by(&mut others, |a, b| {
        (a.more, a.licences.len(), &a.licences).cmp(&(b.more, b.licences.len(), &b.licences))
    });
    others.truncate(3);
    let licences = held.map(names).unwrap_or_default();
    Step::Chosen { holder: lot.holder.named(case), licences, units: lot.units, others }
}

/// The classes that the holder of a lot is relied on for: nobody else among the alternatives has them.
fn used_classes(derived: &Derived<'_>, mix: &Mix, lot: &MixLot) -> Vec<u8> {
    let has = |holder: Holder, class: u8| {
        let mut lots = mix.lots.iter().filter(|one| one.holder == holder).peekable();
        lots.peek().is_some() && lots.all(|one| derived.classes.granting(class).binary_search(&one.bundle).is_ok())
    };
    let mut used: Vec<u8> = derived
        .requirements
        .iter()
        .filter(|requirement| requirement.alternatives.contains(&lot.holder))
        .filter(|requirement| {
            let mut others = requirement.alternatives.iter().filter(|&&other| other != lot.holder);
            !others.any(|&other| has(other, requirement.class))
        })
        .map(|requirement| requirement.class)
        .collect();
    order::sort_dedup(&mut used);
    used
}

/// Which requirements the choice for a holder rests on: all that are tied to it through shared holders.
struct Causes {
    /// By the place of a holder: one before it that it is tied to, or itself.
    parent: Vec<usize>,
    steps: Vec<Vec<StepId>>,
    /// One of those whom an allowance could free; they are tied together, since it is handed out once.
    candidate: Option<usize>,
}

impl Causes {
    fn new(case: &Case<'_>, derived: &Derived<'_>) -> Self {
        let mut causes =
            Self { parent: (0..case.slots()).collect(), steps: vec![Vec::new(); case.slots()], candidate: None };
        // Owned licences may go to anybody, so they tie everybody together.
        let owned = case.owned.iter().any(|&(_, quantity)| quantity > 0);
        let mut before = None;
        let candidates = allowance::candidates(case, derived);
        let free = |holder: Holder| candidates.iter().any(|one| one.0 == holder);
        for requirement in &derived.requirements {
            let Some(&first) = requirement.alternatives.first() else { continue };
            let mut people = requirement.people.iter().map(|&place| Holder::People(place));
            let shares = people.any(free) || requirement.alternatives.iter().copied().any(free);
            let tied = requirement.alternatives.iter().copied().chain(before.filter(|_| owned));
            let tied = tied.map(|holder| case.slot(holder)).chain(causes.candidate.filter(|_| shares));
            for slot in tied {
                let (a, b) = (causes.root(case.slot(first)), causes.root(slot));
                if let Some(parent) = causes.parent.get_mut(a.max(b)) {
                    *parent = a.min(b);
                }
            }
            before = Some(first);
            causes.candidate = Some(case.slot(first)).filter(|_| shares).or(causes.candidate);
        }
        for requirement in &derived.requirements {
            let Some(&first) = requirement.alternatives.first() else { continue };
            let root = causes.root(case.slot(first));
            if let Some(steps) = causes.steps.get_mut(root) {
                steps.push(requirement.step);
            }
        }
        causes
    }

    fn root(&self, mut holder: usize) -> usize {
        while let Some(&parent) = self.parent.get(holder).filter(|parent| **parent != holder) {
            holder = parent;
        }
        holder
    }

    fn shares_allowance(&self, holder: usize) -> bool {
        self.candidate.is_some_and(|candidate| self.root(candidate) == self.root(holder))
    }

    fn of(&self, holder: usize) -> Vec<StepId> {
        self.steps.get(self.root(holder)).cloned().unwrap_or_default()
    }
}
