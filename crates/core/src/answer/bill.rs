//! The bill: the mix, counted and priced, each line with the steps that it rests on.

use crate::answer::assessment::{BillLine, Lot};
use crate::answer::choice::Choices;
use crate::demand::Holder;
use crate::mix::dependencies::Dependencies;
use crate::mix::{Instance, Mix, MixLot, Quantity};
use crate::money::Money;
use crate::period::Period;
use crate::resolve::case::Case;
use crate::trace::{Step, StepId, Trace};
use seatwise_rulebook::{Basis, Bundle, LicenceId, Per};
use std::collections::BTreeMap;

/// Writes the bill and the steps of the trace that end in its lines.
///
/// Holders that are tied through their requirements are chosen for together: the first of them
/// names all that this rests on, the others their own requirements and the first.
pub(crate) fn write(
    instance: Instance<'_>,
    mix: &Mix,
    dependencies: &Dependencies,
    trace: &mut Trace,
) -> Vec<BillLine> {
    let Instance { case, demand, .. } = instance;
    let mut choices = Choices::new(case, demand, mix);
    let mut firsts: Vec<Option<StepId>> = vec![None; case.slots()];
    let mut chosen: Vec<StepId> = Vec::with_capacity(mix.lots.len());
    for lot in &mix.lots {
        let slot = case.slot(lot.holder);
        let requirements =
            dependencies.met_by(slot).filter_map(|place| demand.requirements.get(place));
        let step = choices.step(lot, requirements.clone());
        let first = firsts.get_mut(dependencies.root(slot));
        let because = match &first {
            Some(Some(first)) => {
                requirements.map(|requirement| requirement.step).chain([*first]).collect()
            }
            _ => dependencies.steps_of(slot),
        };
        let id = trace.record(step, because);
        first.into_iter().for_each(|first| *first = first.or(Some(id)));
        chosen.push(id);
    }
    let writer = Writer { case, mix, chosen };
    mix.quantities.iter().filter_map(|quantity| writer.line(quantity, trace)).collect()
}

struct Writer<'a> {
    case: &'a Case<'a>,
    mix: &'a Mix,
    /// The step of each lot of the mix.
    chosen: Vec<StepId>,
}

impl Writer<'_> {
    fn line(&self, quantity: &Quantity, trace: &mut Trace) -> Option<BillLine> {
        let Self { case, mix, .. } = self;
        let id = quantity.licence;
        let licence = case.book.licence(id)?;
        let holding: Vec<bool> =
            case.book.bundles.iter().map(|bundle| holds(case, bundle, id)).collect();
        let lots_with_steps = mix.lots.iter().zip(self.chosen.iter().copied());
        let held: Vec<(&MixLot, StepId)> =
            lots_with_steps.filter(|(lot, _)| holding.get(lot.bundle) == Some(&true)).collect();
        let step = Step::Line {
            licence: licence.id.clone(),
            quantity: quantity.needed,
            clauses: case.book.names_of(&licence.clauses),
        };
        let reason = trace.record(step, held.iter().map(|&(_, step)| step).collect());
        let lots = lots(case, held.iter().map(|&(lot, _)| lot));
        let mut holders: Vec<String> = lots.iter().map(|lot| lot.holder.id().to_owned()).collect();
        holders.dedup();
        let unit_price = mix.price_of(id);
        let price = case.pricing.of(id);
        Some(BillLine {
            list_price: unit_price.and(price).map(|price| price.list_price),
            period: case.pricing.period_of(id).unwrap_or(Period::Once),
            licence: case.book.full_id(licence),
            name: licence.name.clone(),
            quantity: quantity.needed,
            owned: quantity.owned,
            buy: quantity.bought,
            unit_price,
            per: price.map_or(Per::Once, |price| price.per),
            basis: price.map_or(Basis::Assumption, |price| price.basis),
            amount: unit_price.unwrap_or(Money::ZERO).times(quantity.bought),
            holders,
            lots,
            reason,
        })
    }
}

/// The holders and their numbers of units, each holder once.
fn lots<'m>(case: &Case<'_>, held: impl Iterator<Item = &'m MixLot>) -> Vec<Lot> {
    let mut lots: Vec<Lot> = Vec::new();
    let mut places: BTreeMap<Holder, usize> = BTreeMap::new();
    for lot in held {
        match places.get(&lot.holder).and_then(|&place| lots.get_mut(place)) {
            Some(known) => known.units += lot.units,
            None => {
                places.insert(lot.holder, lots.len());
                lots.push(Lot { holder: lot.holder.named(case), units: lot.units });
            }
        }
    }
    lots
}

/// True if a combination holds a licence, be it under conditions.
fn holds(case: &Case<'_>, bundle: &Bundle, id: LicenceId) -> bool {
    bundle.licences.iter().any(|&held| case.book.billed_as(held) == id)
}
