//! An answer checked against its scenario, without the solver.
//!
//! Two things make a total the least: the bill is a lawful cover that costs so much, and no cover
//! costs less. The first is checked here, licence by licence; for the second, the charges of the
//! answer are put to the problem that the rules make of the scenario, and checked by
//! [`seatwise_cover::check_certificate`], which shares no code with the solver. That a search left
//! nothing out, that no other tiers of environments and no other free users would be cheaper,
//! cannot be checked that way; [`Verified`] says what was.

use crate::answer::assessment::{Assessment, BillLine, Certificate, Charge, Rent};
use crate::books::Library;
use crate::demand::allowance::{self, Exempted};
use crate::demand::{Demand, Holder, Requirement, derive};
use crate::diagnostic::{Diagnostic, Severity};
use crate::mix::{self, Catalogue, Instance, MixLot, Work, environment};
use crate::money::Money;
use crate::resolve::case::{self, Case};
use crate::scenario::Scenario;
use crate::trace::{Step, StepId};
use seatwise_cover::{Certificate as Charges, check_certificate};
use seatwise_rulebook::LicenceId;
use serde::Serialize;

/// Facts about an answer that were checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verified {
    /// The total, which is that of the bill.
    pub total: Money,
    /// The total is at least so much, whatever is bought: the charges prove it.
    pub bound: Money,
    /// True if the two are the same: nothing cheaper meets these requirements.
    pub cheapest: bool,
}

/// Checks an answer against its scenario.
///
/// # Errors
///
/// The first thing that does not hold.
pub fn verify(
    library: &Library<'_>,
    scenario: &Scenario,
    assessment: &Assessment,
) -> Result<Verified, Vec<Diagnostic>> {
    let case = of_answer(case::read(library, scenario)?, assessment);
    if assessment.rulebook != case.book.pinned() {
        let message = format!(
            "the answer is by `{}`, the scenario counts by `{}`",
            assessment.rulebook,
            case.book.pinned()
        );
        return Err(vec![flaw(
            "other-rulebook",
            message,
            "rulebook",
            "verify it with the version that made it",
        )]);
    }
    if !environment::are_given(&case) {
        let message = "the tiers of the environments are not those of any way to give them";
        return Err(vec![flaw("wrong-tiers", message, "environments", NOT_OURS)]);
    }
    let demand = derive(&case);
    let exempted = exempted(&case, &demand, assessment).map_err(|flaw| vec![flaw])?;
    let catalogue = Catalogue::within(&case, &demand, Work::of_assessment());
    let instance =
        Instance { case: &case, demand: &demand, catalogue: &catalogue, exempted: &exempted };
    Check { instance, assessment }.run().map_err(|flaw| vec![flaw])
}

/// The case with the tiers that the answer gives its environments.
fn of_answer<'a>(case: Case<'a>, assessment: &Assessment) -> Case<'a> {
    let Some(environments) = &assessment.environments else { return case };
    let tiers: Vec<_> = environments
        .chosen
        .iter()
        .filter_map(|environment| {
            let place = case.servers.iter().position(|server| server.id == environment.server)?;
            let mut tiers = case.book.tier_ids();
            let (tier, _) = tiers.find(|(_, tier)| tier.name == environment.tier)?;
            Some((place, tier))
        })
        .collect();
    case.with_tiers(&tiers)
}

/// The holders that the answer exempts by an allowance: one of the ways in which it may be handed
/// out.
fn exempted(
    case: &Case<'_>,
    demand: &Demand<'_>,
    assessment: &Assessment,
) -> Result<Exempted, Diagnostic> {
    let mut allowed: Vec<(&str, u32)> = assessment
        .trace
        .entries()
        .filter_map(|(_, entry)| match &entry.step {
            Step::Allowed { people, units, .. } => Some((people.as_str(), *units)),
            _ => None,
        })
        .collect();
    allowed.sort_unstable();
    let is_allowed = |way: &Exempted| {
        let mut named: Vec<(String, u32)> = way
            .iter()
            .map(|exempted| (exempted.holder.named(case).id().to_owned(), exempted.units))
            .collect();
        named.sort_unstable();
        named.iter().map(|(id, units)| (id.as_str(), *units)).eq(allowed.iter().copied())
    };
    allowance::ways(case, demand).into_iter().find(is_allowed).ok_or_else(|| {
        let message = "the answer lets others in free than the allowance does";
        flaw("wrong-allowance", message, "trace", NOT_OURS)
    })
}

struct Check<'a> {
    instance: Instance<'a>,
    assessment: &'a Assessment,
}

impl Check<'_> {
    fn run(&self) -> Result<Verified, Diagnostic> {
        let lots = self.lots()?;
        for requirement in &self.instance.demand.requirements {
            self.requirement(requirement, &lots)?;
        }
        for (place, line) in self.assessment.bill.iter().enumerate() {
            self.line(place, line, &lots)?;
        }
        self.nothing_unbilled(&lots)?;
        let sum = self.assessment.bill.iter().fold(Money::ZERO, |sum, line| sum.plus(line.amount));
        let total = self.assessment.total;
        if sum != total {
            let message = format!("the lines of the bill add up to {sum}, the total is {total}");
            return Err(flaw("wrong-total", message, "total", NOT_OURS));
        }
        let bound = self.bound()?;
        let cheapest = bound == total;
        if matches!(self.assessment.certificate, Certificate::Charges { .. }) && !cheapest {
            let message = format!("the charges prove {bound}, the total is {total}");
            return Err(flaw("no-proof", message, "certificate", NOT_OURS));
        }
        Ok(Verified { total, bound, cheapest })
    }

    /// The licences on holders, by the trace of the answer.
    fn lots(&self) -> Result<Vec<MixLot>, Diagnostic> {
        let case = self.instance.case;
        let mut lots: Vec<MixLot> = Vec::new();
        for (id, entry) in self.assessment.trace.entries() {
            let Step::Chosen { holder, licences, units, .. } = &entry.step else { continue };
            let place = format!("trace[{}]", id.0);
            let holder = case.holder(holder).ok_or_else(|| {
                flaw(
                    "no-such-holder",
                    "a licence is held by nobody of the scenario",
                    &place,
                    NOT_OURS,
                )
            })?;
            let bundle = self.bundle(holder, licences).ok_or_else(|| {
                flaw(
                    "no-such-choice",
                    "a combination of licences is none that is for sale",
                    &place,
                    NOT_OURS,
                )
            })?;
            lots.push(MixLot { holder, units: *units, bundle });
        }
        for lot in &lots {
            let units = sum_of_units(lots.iter().filter(|known| known.holder == lot.holder));
            if lot.units == 0 || units > self.units(lot.holder) {
                let message = format!(
                    "{units} licences are held by fewer units of `{}`",
                    lot.holder.named(case).id()
                );
                return Err(flaw("wrong-units", message, "trace", NOT_OURS));
            }
        }
        Ok(lots)
    }

    /// A combination by the names of its licences, among those that take part.
    fn bundle(&self, holder: Holder, licences: &[String]) -> Option<usize> {
        let book = self.instance.case.book;
        let is_named = |place: &&usize| {
            book.bundles.get(**place).is_some_and(|bundle| {
                let held =
                    bundle.licences.iter().filter_map(|&id| book.licence(book.billed_as(id)));
                bundle.holder == holder.kind() && held.map(|licence| &licence.id).eq(licences)
            })
        };
        self.instance.catalogue.bundles.iter().find(is_named).copied()
    }

    fn units(&self, holder: Holder) -> u64 {
        self.instance.units(holder).into()
    }

    /// Checks that all units of some holder have the right, or all people of a group have it on
    /// themselves or on their devices.
    fn requirement(&self, requirement: &Requirement, lots: &[MixLot]) -> Result<(), Diagnostic> {
        let demand = self.instance.demand;
        let granting = demand.classes.granting(requirement.class);
        let units_granted = |holder: Holder| {
            let lots = lots.iter().filter(|lot| lot.holder == holder);
            sum_of_units(lots.filter(|lot| granting.binary_search(&lot.bundle).is_ok()))
        };
        let whole = |&holder: &Holder| units_granted(holder) == self.units(holder);
        let by_units = |&holder: &Holder| match holder {
            Holder::People(place) => {
                let devices = Holder::OwnDevices(place);
                let with_devices = units_granted(devices) / demand.own_of(devices).max(1);
                requirement.alternatives.contains(&devices)
                    && units_granted(holder).saturating_add(with_devices) >= self.units(holder)
            }
            _ => false,
        };
        let is_empty = |&place: &usize| self.units(Holder::People(place)) == 0;
        let mut alternatives = requirement.alternatives.iter();
        let is_met = alternatives.any(|holder| whole(holder) || by_units(holder))
            || requirement.people.iter().all(is_empty);
        if is_met {
            return Ok(());
        }
        let message = "a requirement is met by nobody who holds a licence";
        Err(flaw("unmet", message, &format!("trace[{}]", requirement.step.0), NOT_OURS))
    }

    /// Units that hold a licence, be it under conditions.
    fn holding(&self, id: LicenceId, lots: &[MixLot]) -> u64 {
        let book = self.instance.case.book;
        let holds = |lot: &&MixLot| {
            let bundle = book.bundles.get(lot.bundle);
            bundle.is_some_and(|bundle| {
                bundle.licences.iter().any(|&held| book.billed_as(held) == id)
            })
        };
        sum_of_units(lots.iter().filter(holds))
    }

    /// Checks that the line counts what is held, takes no more than is owned, and costs its price.
    fn line(&self, place: usize, line: &BillLine, lots: &[MixLot]) -> Result<(), Diagnostic> {
        let Instance { case, catalogue, .. } = self.instance;
        let wrong = |field: &str, message: String| {
            flaw("wrong-line", message, &format!("bill[{place}].{field}"), NOT_OURS)
        };
        let mut licences = case.book.licence_ids();
        let (id, _) = licences
            .find(|(_, licence)| case.book.full_id(licence) == line.licence)
            .ok_or_else(|| wrong("licence", format!("there is no licence `{}`", line.licence)))?;
        let holding = self.holding(id, lots);
        if line.quantity != holding {
            return Err(wrong(
                "quantity",
                format!("{} are billed, {holding} are held", line.quantity),
            ));
        }
        let owned = case.owned_at_all(id);
        if line.owned > owned {
            return Err(wrong(
                "owned",
                format!("{} are taken from {owned} that are owned", line.owned),
            ));
        }
        if line.buy < line.quantity.saturating_sub(line.owned) {
            return Err(wrong("buy", format!("{} are too few to buy", line.buy)));
        }
        let price = case.pricing.of(id).map(|price| price.money);
        let needs_no_price = line.buy == 0 || catalogue.is_unpriced(id);
        if line.unit_price.map_or(!needs_no_price, |billed| Some(billed) != price) {
            return Err(wrong("unitPrice", "it is not the price of the licence".to_owned()));
        }
        if line.amount != line.unit_price.unwrap_or(Money::ZERO).times(line.buy) {
            return Err(wrong("amount", "it is not the price of what is bought".to_owned()));
        }
        Ok(())
    }

    /// Checks that whatever is held stands on the bill, once.
    fn nothing_unbilled(&self, lots: &[MixLot]) -> Result<(), Diagnostic> {
        let book = self.instance.case.book;
        for (id, licence) in book.licence_ids().filter(|(id, _)| book.billed_as(*id) == *id) {
            let full = book.full_id(licence);
            let lines = self.assessment.bill.iter().filter(|line| line.licence == full).count();
            if lines > 1 || (lines == 0 && self.holding(id, lots) > 0) {
                let message = format!("`{full}` is held, and billed {lines} times");
                return Err(flaw("wrong-line", message, "bill", NOT_OURS));
            }
        }
        Ok(())
    }

    /// The bound that the charges of the answer prove.
    fn bound(&self) -> Result<Money, Diagnostic> {
        let (Certificate::Charges { charges, rents, .. }
        | Certificate::Search { charges, rents, .. }
        | Certificate::Gap { charges, rents, .. }) = &self.assessment.certificate;
        let Instance { case, demand, exempted, .. } = self.instance;
        let problem = mix::unreduced_problem(case, demand, exempted);
        let mut charged = vec![0_i64; demand.requirements.len()];
        for (place, charge) in charges.iter().enumerate() {
            *self.charge_on(charge, &mut charged).ok_or_else(|| {
                let place = format!("certificate.charges[{place}].requirement");
                flaw(
                    "no-such-requirement",
                    "a charge stands on nothing that is required",
                    &place,
                    NOT_OURS,
                )
            })? = charge.amount.minor();
        }
        let shadow_prices: Vec<i64> = mix::licence_ids()
            .zip(&problem.items)
            .map(|(id, item)| self.rent(id, rents).map_or(item.price, Money::minor))
            .collect();
        let sum = charged.iter().copied().map(i128::from).sum::<i128>();
        let pools = problem.items.iter().zip(&shadow_prices);
        let worth =
            pools.map(|(item, &rent)| i128::from(rent) * i128::from(item.pool)).sum::<i128>();
        let bound = i64::try_from(sum - worth).map_err(|_| {
            flaw("no-proof", "the charges are too large a sum", "certificate", NOT_OURS)
        })?;
        let certificate = Charges {
            charges: charged.into_iter().collect(),
            shadow_prices: shadow_prices.into_iter().collect(),
            bound,
        };
        check_certificate(&problem, &certificate)
            .map_err(|fault| flaw("no-proof", fault.to_string(), "certificate", NOT_OURS))?;
        Ok(Money::from_minor(bound).max(Money::ZERO))
    }

    /// The amount on the requirement that a charge names by a step of the trace.
    fn charge_on<'c>(&self, charge: &Charge, charged: &'c mut [i64]) -> Option<&'c mut i64> {
        let demand = self.instance.demand;
        let mut steps = demand.requirements.iter().map(|requirement| requirement.step);
        let place = steps.position(|step| step == charge.requirement)?;
        let same = |id: StepId| self.assessment.trace.entry(id) == demand.trace.entry(id);
        charged.get_mut(place).filter(|_| same(charge.requirement))
    }

    /// Worth of an owned licence in the proof; none where it is not owned.
    fn rent(&self, id: LicenceId, rents: &[Rent]) -> Option<Money> {
        let case = self.instance.case;
        if case.owned_of(id) == 0 {
            return None;
        }
        let book = case.book;
        let opens: Vec<String> = book.opened_by(id).map(|licence| book.full_id(licence)).collect();
        let bought = book.bought_as(id)?;
        let rent = rents.iter().find(|rent| rent.licence == bought && rent.opens == opens);
        Some(rent.map_or(Money::ZERO, |rent| rent.each))
    }
}

/// Remedy of a flaw.
const NOT_OURS: &str =
    "the answer is not the one to this scenario, or it was altered: assess the scenario again";

fn sum_of_units<'l>(lots: impl Iterator<Item = &'l MixLot>) -> u64 {
    lots.fold(0, |sum, lot| sum.saturating_add(lot.units))
}

fn flaw(code: &str, message: impl Into<String>, place: &str, hint: &str) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, message, place).hint(hint)
}
