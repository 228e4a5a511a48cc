//! An answer checked against its scenario, without the solver.
//!
//! Two things make a total the least: the bill is a lawful cover that costs so much, and no cover
//! costs less. The first is checked here, licence by licence; for the second, the charges of the
//! answer are put to the problem that the rules make of the scenario, and checked by
//! [`seatwise_cover::check_certificate`], which shares no code with the solver. That a search left
//! nothing out, that no other tiers of environments and no other free users would be cheaper, cannot
//! be checked that way; [`Verified`] says what was.

use crate::answer::assessment::{Assessment, BillLine, Certificate, Charge, Rent};
use crate::books::Library;
use crate::demand::allowance::{self, Exempted};
use crate::demand::{Demand, Holder, Requirement, derive};
use crate::diagnostic::{Diagnostic, Severity};
use crate::mix::{self, Catalogue, Work, environment};
use crate::money::Money;
use crate::resolve::case::{self, Case};
use crate::scenario::Scenario;
use crate::trace::{HolderRef, Step, StepId};
use seatwise_cover::{Certificate as Charges, check_certificate};
use seatwise_rulebook::LicenceId;
use serde::Serialize;

/// What was found true of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verified {
    /// The total, which is that of the bill.
    pub total: Money,
    /// The total is at least so much, whatever is bought: the charges prove it.
    pub bound: Money,
    /// Whether the two are the same: nothing cheaper meets these requirements.
    pub cheapest: bool,
}

/// Checks an answer against its scenario.
///
/// # Errors
///
/// What does not hold.
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
    let freed = freed(&case, &demand, assessment).map_err(|flaw| vec![flaw])?;
    let catalogue = Catalogue::within(&case, &demand, Work::of_assessment());
    let check =
        Check { case: &case, demand: &demand, catalogue: &catalogue, freed: &freed, assessment };
    check.whole().map_err(|flaw| vec![flaw])
}

/// The case with the tiers that the answer gives its environments.
fn of_answer<'a>(case: Case<'a>, assessment: &Assessment) -> Case<'a> {
    let Some(environments) = &assessment.environments else { return case };
    let tiers: Vec<_> = environments
        .chosen
        .iter()
        .filter_map(|one| {
            let place = case.servers.iter().position(|server| server.id == one.server)?;
            let tier = case.book.tier_ids().find(|(_, tier)| tier.name == one.tier)?;
            Some((place, tier.0))
        })
        .collect();
    case.with_tiers(&tiers)
}

/// Whom the answer lets in free by an allowance: one of the ways in which it may be handed out.
fn freed(
    case: &Case<'_>,
    demand: &Demand<'_>,
    assessment: &Assessment,
) -> Result<Exempted, Diagnostic> {
    let mut said: Vec<(&str, u32)> = assessment
        .trace
        .entries()
        .filter_map(|(_, entry)| match &entry.step {
            Step::Allowed { people, units, .. } => Some((people.as_str(), *units)),
            _ => None,
        })
        .collect();
    said.sort_unstable();
    let is_said = |way: &Exempted| {
        let mut named: Vec<(String, u32)> = way
            .iter()
            .map(|&(holder, units)| (holder.named(case).id().to_owned(), units))
            .collect();
        named.sort_unstable();
        named.iter().map(|(id, units)| (id.as_str(), *units)).eq(said.iter().copied())
    };
    allowance::ways(case, demand).into_iter().find(is_said).ok_or_else(|| {
        let message = "the answer lets others in free than the allowance does";
        flaw("wrong-allowance", message, "trace", NOT_OURS)
    })
}

/// Units of a holder that hold the same combination.
struct Held {
    holder: Holder,
    units: u64,
    /// Place of the combination in the rulebook.
    bundle: usize,
}

struct Check<'a> {
    case: &'a Case<'a>,
    demand: &'a Demand<'a>,
    catalogue: &'a Catalogue,
    freed: &'a Exempted,
    assessment: &'a Assessment,
}

impl Check<'_> {
    fn whole(&self) -> Result<Verified, Diagnostic> {
        let held = self.held()?;
        for requirement in &self.demand.requirements {
            self.is_met(requirement, &held)?;
        }
        for (place, line) in self.assessment.bill.iter().enumerate() {
            self.line(place, line, &held)?;
        }
        self.nothing_unbilled(&held)?;
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

    /// Who holds what, by the trace of the answer.
    fn held(&self) -> Result<Vec<Held>, Diagnostic> {
        let mut all: Vec<Held> = Vec::new();
        for (id, entry) in self.assessment.trace.entries() {
            let Step::Chosen { holder, licences, units, .. } = &entry.step else { continue };
            let place = format!("trace[{}]", id.0);
            let holder = self.holder(holder).ok_or_else(|| {
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
            all.push(Held { holder, units: *units, bundle });
        }
        for one in &all {
            let units = all.iter().filter(|other| other.holder == one.holder);
            let units = units.fold(0_u64, |sum, other| sum.saturating_add(other.units));
            if one.units == 0 || units > self.units(one.holder) {
                let message = format!(
                    "{units} licences are held by fewer units of `{}`",
                    one.holder.named(self.case).id()
                );
                return Err(flaw("wrong-units", message, "trace", NOT_OURS));
            }
        }
        Ok(all)
    }

    fn holder(&self, named: &HolderRef) -> Option<Holder> {
        let people = |id: &String| self.case.people.iter().position(|group| group.id == *id);
        match named {
            HolderRef::People(id) => people(id).map(Holder::People),
            HolderRef::OwnDevices(id) => people(id).map(Holder::OwnDevices),
            HolderRef::Devices(id) => {
                self.case.devices.iter().position(|group| group.id == *id).map(Holder::Shared)
            }
            HolderRef::Servers(id) => {
                self.case.servers.iter().position(|server| server.id == id).map(Holder::Server)
            }
        }
    }

    /// A combination by the names of its licences, among those that take part.
    fn bundle(&self, holder: Holder, licences: &[String]) -> Option<usize> {
        let book = self.case.book;
        let named = |place: &&usize| {
            book.bundles.get(**place).is_some_and(|bundle| {
                let names = bundle.licences.iter().filter_map(|&id| book.licence(book.plain(id)));
                bundle.holder == holder.kind() && names.map(|one| &one.id).eq(licences)
            })
        };
        self.catalogue.bundles.iter().find(named).copied()
    }

    fn units(&self, holder: Holder) -> u64 {
        mix::units(self.case, self.demand, self.freed, holder).into()
    }

    /// Whether all units of some holder have the right, or all people of a group have it on
    /// themselves or on their devices.
    fn is_met(&self, requirement: &Requirement, held: &[Held]) -> Result<(), Diagnostic> {
        let granting = self.demand.classes.granting(requirement.class);
        let having = |holder: Holder| {
            let lots = held.iter().filter(|one| one.holder == holder);
            lots.filter(|one| granting.binary_search(&one.bundle).is_ok())
                .fold(0_u64, |sum, one| sum.saturating_add(one.units))
        };
        let whole = |&holder: &Holder| having(holder) == self.units(holder);
        let by_units = |&holder: &Holder| match holder {
            Holder::People(place) => {
                let devices = Holder::OwnDevices(place);
                let with_devices = having(devices) / self.demand.own_of(devices).max(1);
                requirement.alternatives.contains(&devices)
                    && having(holder).saturating_add(with_devices) >= self.units(holder)
            }
            _ => false,
        };
        let gone = |&place: &usize| self.units(Holder::People(place)) == 0;
        let is_met = requirement.alternatives.iter().any(|one| whole(one) || by_units(one))
            || requirement.people.iter().all(gone);
        if is_met {
            return Ok(());
        }
        let message = "a requirement is met by nobody who holds a licence";
        Err(flaw("unmet", message, &format!("trace[{}]", requirement.step.0), NOT_OURS))
    }

    /// Units that hold a licence, be it under conditions.
    fn holding(&self, id: LicenceId, held: &[Held]) -> u64 {
        let book = self.case.book;
        let holds = |one: &&Held| {
            let bundle = book.bundles.get(one.bundle);
            bundle.is_some_and(|bundle| bundle.licences.iter().any(|&own| book.plain(own) == id))
        };
        held.iter().filter(holds).fold(0, |sum, one| sum.saturating_add(one.units))
    }

    /// Checks that the line counts what is held, takes no more than is owned, and costs its price.
    fn line(&self, place: usize, line: &BillLine, held: &[Held]) -> Result<(), Diagnostic> {
        let book = self.case.book;
        let wrong = |what: &str, message: String| {
            flaw("wrong-line", message, &format!("bill[{place}].{what}"), NOT_OURS)
        };
        let id =
            book.licence_ids().find(|(_, one)| book.full_id(one) == line.licence).map(|one| one.0);
        let id =
            id.ok_or_else(|| wrong("licence", format!("there is no licence `{}`", line.licence)))?;
        let holding = self.holding(id, held);
        if line.quantity != holding {
            return Err(wrong(
                "quantity",
                format!("{} are billed, {holding} are held", line.quantity),
            ));
        }
        let owned = self.case.owned_at_all(id);
        if line.owned > owned {
            return Err(wrong(
                "owned",
                format!("{} are taken from {owned} that are owned", line.owned),
            ));
        }
        if line.buy < line.quantity.saturating_sub(line.owned) {
            return Err(wrong("buy", format!("{} are too few to buy", line.buy)));
        }
        let price = self.case.pricing.of(id).map(|price| price.money);
        let is_unpriced = line.buy == 0 || self.catalogue.is_unpriced(id);
        if line.unit_price.map_or(!is_unpriced, |said| Some(said) != price) {
            return Err(wrong("unitPrice", "it is not the price of the licence".to_owned()));
        }
        if line.amount != line.unit_price.unwrap_or(Money::ZERO).times(line.buy) {
            return Err(wrong("amount", "it is not the price of what is bought".to_owned()));
        }
        Ok(())
    }

    /// Checks that whatever is held stands on the bill, once.
    fn nothing_unbilled(&self, held: &[Held]) -> Result<(), Diagnostic> {
        let book = self.case.book;
        for (id, licence) in book.licence_ids().filter(|(id, _)| book.plain(*id) == *id) {
            let full = book.full_id(licence);
            let lines = self.assessment.bill.iter().filter(|line| line.licence == full).count();
            if lines > 1 || (lines == 0 && self.holding(id, held) > 0) {
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
        let problem = mix::plain(self.case, self.demand, self.freed);
        let mut on = vec![0_i64; self.demand.requirements.len()];
        for (place, charge) in charges.iter().enumerate() {
            *self.charged(charge, &mut on).ok_or_else(|| {
                let place = format!("certificate.charges[{place}].requirement");
                flaw(
                    "no-such-requirement",
                    "a charge stands on nothing that is required",
                    &place,
                    NOT_OURS,
                )
            })? = charge.amount.minor();
        }
        let shadow_prices: Vec<i64> = (0..=u16::MAX)
            .map(LicenceId)
            .zip(&problem.items)
            .map(|(id, item)| self.rent(id, rents).map_or(item.price, Money::minor))
            .collect();
        let charged = on.iter().copied().map(i128::from).sum::<i128>();
        let pools = problem.items.iter().zip(&shadow_prices);
        let worth =
            pools.map(|(item, &rent)| i128::from(rent) * i128::from(item.pool)).sum::<i128>();
        let bound = i64::try_from(charged - worth).map_err(|_| {
            flaw("no-proof", "the charges are too large a sum", "certificate", NOT_OURS)
        })?;
        let certificate = Charges {
            charges: on.into_iter().collect(),
            shadow_prices: shadow_prices.into_iter().collect(),
            bound,
        };
        check_certificate(&problem, &certificate)
            .map_err(|found| flaw("no-proof", found.to_string(), "certificate", NOT_OURS))?;
        Ok(Money::from_minor(bound).max(Money::ZERO))
    }

    /// The charge on the requirement that a step of the trace states.
    fn charged<'c>(&self, charge: &Charge, on: &'c mut [i64]) -> Option<&'c mut i64> {
        let requirements = &self.demand.requirements;
        let place = requirements.iter().position(|one| one.step == charge.requirement)?;
        let same = |id: StepId| self.assessment.trace.entry(id) == self.demand.trace.entry(id);
        on.get_mut(place).filter(|_| same(charge.requirement))
    }

    /// What an owned licence is worth in the proof; none where it is not owned.
    fn rent(&self, id: LicenceId, rents: &[Rent]) -> Option<Money> {
        if self.case.owned_of(id) == 0 {
            return None;
        }
        let book = self.case.book;
        let opens: Vec<String> = book.opened_by(id).map(|licence| book.full_id(licence)).collect();
        let bought = book.bought_as(id)?;
        let rent = rents.iter().find(|rent| rent.licence == bought && rent.opens == opens);
        Some(rent.map_or(Money::ZERO, |rent| rent.each))
    }
}

/// What to do about a flaw.
const NOT_OURS: &str =
    "the answer is not the one to this scenario, or it was altered: assess the scenario again";

fn flaw(code: &str, message: impl Into<String>, place: &str, hint: &str) -> Diagnostic {
    Diagnostic::new(code, Severity::Error, message, place).hint(hint)
}
